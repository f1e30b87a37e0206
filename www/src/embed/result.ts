/** What the host learns: the figures of the whole plan as the engine gave them, and what stands in the way of others. */

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

/** As many, and as much of each, as a message may hold; each once. */
export function problemsOf(problems: readonly Problem[]): Problems {
  const by = new Map(problems.map((problem) => [`${problem.code} ${problem.path}`, problem]));
  return [...by.values()].slice(0, 100).map(({ code, path, message: { id, en } }) => ({
    code,
    path: path.slice(0, 200),
    message: { id: id.slice(0, 4000), en: en.slice(0, 4000) },
  }));
}
