// npm run sheets: three hundred workbooks, recalculated by LibreOffice as written and with an input changed (about an hour).
import { spawnSync } from "node:child_process";
import { missing } from "../tests/sheets/office.mjs";
import { root } from "./setup.mjs";

const why = missing();
if (why) {
  console.error(why);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ["--test", "--test-reporter=spec", "tests/sheets/sheets.test.mjs"], {
  cwd: root,
  stdio: "inherit",
  env: { SHEETS_RUNS: "300", ...process.env },
});
process.exit(status ?? 1);
