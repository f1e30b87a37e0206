import { project } from "cakupan";
import scenario from "../../scenario.js";

export const runtime = "edge";

export function GET() {
  return Response.json(project(scenario).total.rupiah);
}
