/** What the host is sent: the totals of the engine, and the problems that prevent an answer. */

import type { Problem } from "cakupan";
import type { EmbedResult, FrameMessage } from "cakupan/embed";
import type { Answer } from "../plan/answer.js";

export function resultOf({ projection, scenario }: Answer): EmbedResult {
  const { engine, law, region, months, total, years } = projection;
  return {
    engine,
    law,
    region: region.name,
    firstMonth: months[0] ?? "",
    months: months.length,
    totalRupiah: total.rupiah,
    years: years.map(({ year, rupiah, unpaidRupiah, coverage }) => ({
      year,
      rupiah,
      shortRupiah: unpaidRupiah,
      members: coverage?.members ?? null,
      percent: coverage?.percent ?? null,
      scope: coverage?.scope ?? null,
    })),
    scenario,
  };
}

type Problems = (FrameMessage & { readonly kind: "problems" })["problems"];

/** Without duplicates, and cut to the limits of a message. */
export function problemsOf(problems: readonly Problem[]): Problems {
  const by = new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem]));
  return [...by.values()].slice(0, 100).map(({ code, path, message: { id, en } }) => ({
    code,
    path: path.slice(0, 200),
    message: { id: id.slice(0, 4000), en: en.slice(0, 4000) },
  }));
}
