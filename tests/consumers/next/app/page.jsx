import { project } from "cakupan";
import scenario from "../scenario.js";

export default function Page() {
  return <output>{project(scenario).total.rupiah}</output>;
}
