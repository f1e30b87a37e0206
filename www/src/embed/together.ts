/** In the small form nobody sees from which month a head count holds: what begins with the plan goes on doing so. */
import { effect } from "@preact/signals-core";
import type { SegmentDraft } from "../draft.js";
import { draft } from "../state.js";
import { mode } from "./begin.js";

export function moveTogether(): void {
  let last = draft.value;
  effect(() => {
    const before = last;
    const { period, segments } = draft.value;
    last = draft.value;
    const moved = period.firstMonth !== before.period.firstMonth && segments === before.segments;
    if (!moved || mode.peek() !== "compact") return;
    draft.value = { ...last, segments: segments.map(segment => begun(segment, before.period.firstMonth, period.firstMonth)) };
  });
}

function begun(segment: SegmentDraft, from: string, to: string): SegmentDraft {
  const { enrolment } = segment;
  if (enrolment.kind !== "fixed" || enrolment.counts[0]?.from !== from) return segment;
  const [first, ...rest] = enrolment.counts;
  // A later date that would come before the first one can be moved in the full form alone.
  if (rest[0] && rest[0].from <= to) return segment;
  return { ...segment, enrolment: { ...enrolment, counts: [{ ...first, from: to }, ...rest] } };
}
