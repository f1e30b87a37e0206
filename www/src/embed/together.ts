/** The compact form does not show from which month a head count holds: counts that begin with the plan move with it. */
import { effect } from "@preact/signals-core";
import { draft } from "../plan/current.js";
import type { SegmentDraft } from "../plan/draft.js";
import { mode } from "./begin.js";

export function moveTogether(): void {
  let last = draft.value;
  /** The last whole month that the plan began with; a year that is being typed is none. */
  let began = last.period.firstMonth;
  effect(() => {
    const [before, from] = [last, began];
    last = draft.value;
    const {
      period: { firstMonth: to },
      segments,
    } = last;
    if (!/^\d{4}-\d\d$/.test(to)) return;
    began = to;
    if (to === from || segments !== before.segments || mode.peek() !== "compact") return;
    draft.value = { ...last, segments: segments.map((segment) => begun(segment, from, to)) };
  });
}

/** Later dates are hidden as well: the first must stay before the second. */
function begun(segment: SegmentDraft, from: string, to: string): SegmentDraft {
  const { enrolment } = segment;
  if (enrolment.kind !== "fixed" || enrolment.counts[0]?.from !== from) return segment;
  const [first, ...rest] = enrolment.counts;
  if (rest[0] && to >= rest[0].from) return segment;
  return { ...segment, enrolment: { ...enrolment, counts: [{ ...first, from: to }, ...rest] } };
}
