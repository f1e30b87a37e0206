/** The plan as a QR code: without notes and sources, of which no figure is made, so that it can be scanned from paper. */
import type { Scenario } from "cakupan";
import qrcode from "qrcode-generator";
import type { Engine } from "../../engine/start.js";
import { toDigits } from "../../plan/digits.js";
import { FORM, type Made } from "../../plan/file.js";
import { PLAIN } from "../../plan/link.js";
import type { Trace } from "../../report/data.js";

/** Version 25 of QR: 117 modules, 50 mm wide at 0.4 mm, which phones still read from an office print. */
const MOST_MODULES = 117;

export async function traceOf(scenario: Scenario, rupiah: number, page: string, running: Engine): Promise<Trace> {
  const plan = withoutNotes(scenario);
  const outcome = running.run(plan);
  if (!("projection" in outcome) || outcome.projection.total.rupiah !== rupiah)
    throw new Error("A plan without its notes and sources gives other figures.");
  const { engine, law, input, total } = outcome.projection;
  const made: Made = { engine, law, input, rupiah: total.rupiah };
  const modules = modulesOf(page, await toDigits({ cakupan: FORM, ...made, plan }));
  return { address: page, code: modules && { modules, input } };
}

function withoutNotes(scenario: Scenario): Scenario {
  const { note: _, ...rest } = scenario;
  return withoutEvidence(rest) as Scenario;
}

function withoutEvidence(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEvidence);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== "evidence")
      .map(([name, item]) => [name, withoutEvidence(item)]),
  );
}

/** `null`: it does not fit. The address is a segment of bytes, the plan one of digits, which takes a quarter less room. */
function modulesOf(page: string, digits: string): readonly (readonly boolean[])[] | null {
  const code = qrcode(0, "M");
  code.addData(page + PLAIN, "Byte");
  code.addData(digits, "Numeric");
  try {
    code.make();
  } catch {
    return null; // longer than the largest code holds
  }
  const size = code.getModuleCount();
  if (size > MOST_MODULES) return null;
  const places = Array.from({ length: size }, (_, place) => place);
  return places.map((row) => places.map((column) => code.isDark(row, column)));
}
