import { project } from "cakupan";
import scenario from "../../scenario.js";

export function GET() {
  return Response.json(project(scenario).total.rupiah);
}
