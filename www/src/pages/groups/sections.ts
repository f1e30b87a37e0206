/** The section of the groups as a table: what it is given to show, and what its buttons do. */
import { effect } from "@preact/signals-core";
import { html } from "lit-html";
import { showBefore } from "../../form/go-to.js";
import { type GroupActions, type GroupLine, groupsView } from "../../form/groups.js";
import { removeItem } from "../../form/items.js";
import { duplicate } from "../../form/segments.js";
import { draft, update } from "../../plan/current.js";
import type { SegmentDraft } from "../../plan/draft.js";
import { textAt, withRow } from "../../plan/group-table.js";
import { grid } from "../../ui/grid/grid.js";
import { gridValues } from "../../ui/grid/values.js";
import { byContent, section } from "../../ui/section.js";
import { words } from "../../words/current.js";
import { segmentsPart } from "../form-sections.js";
import { showAsTable } from "../groups.js";
import { goTo, isNarrow, opened } from "./state.js";
import { groupFaults, model, open, terms } from "./table.js";
import "../../styles/groups.css";

function lineOf(segment: SegmentDraft, place: number): GroupLine {
  const w = words.value;
  const text = (is: "class" | "programmes" | "months") => textAt(draft.value, segment, { is, key: is }, terms.value);
  const { enrolment } = segment;
  const people =
    enrolment.kind === "fixed"
      ? `${enrolment.counts[0]?.people || "–"} ${w.form.people}`
      : w.segments.byEnrolment[enrolment.kind];
  const months = segment.billed?.length ? text("months") : "";
  return {
    id: segment.id,
    called: segment.name || w.form.unnamed(place + 1),
    facts: [people, text("class"), text("programmes"), months].filter(Boolean).join(" · "),
    isFaulty: groupFaults.value.some(({ row }) => row === place),
  };
}

const part = byContent(() => ({
  form: segmentsPart(),
  lines: draft.value.segments.map(lineOf),
  opened: opened.value,
  isNarrow: isNarrow.value,
}));

// Another plan may have a group of the same id.
effect(() => {
  if (!draft.value.segments.some(({ id }) => id === opened.value)) opened.value = null;
});

const idAt = (place: number) => draft.value.segments[place]?.id ?? "";

const actions: GroupActions = {
  add() {
    update(withRow);
    const id = idAt(draft.value.segments.length - 1);
    if (isNarrow.value) open(id);
    else goTo.value = { id };
  },
  open,
  close() {
    const id = opened.value;
    opened.value = null;
    if (id === null) return;
    if (isNarrow.value) requestAnimationFrame(() => document.getElementById(`group:${id}`)?.focus());
    else goTo.value = { id, key: "details" };
  },
  copy(place) {
    duplicate(place);
    opened.value = idAt(place + 1);
  },
  remove(place) {
    const { segments } = draft.value;
    const name = segments[place]?.name || words.value.form.unnamed(place + 1);
    opened.value = null;
    removeItem("segments", place, `${words.value.segments.one} ${name}`);
    const id = idAt(Math.min(place, segments.length - 2));
    if (isNarrow.value) requestAnimationFrame(() => document.getElementById(`group:${id}`)?.focus());
    else goTo.value = { id, key: "details" };
  },
  asCards() {
    void showAsTable(false);
  },
};

/** A field that a message leads to may be one of a group that is not open. */
showBefore((path) => {
  const [, place] = /^segments\[(\d+)\]/.exec(path) ?? [];
  const id = place === undefined ? "" : idAt(Number(place));
  if (!id || !document.getElementById("segments:cards")) return false;
  opened.value = id;
  return true;
});

const gridSection = section(
  model,
  (now) => html`${grid(now)}<copy-table name=${now.label} .values=${() => gridValues(now)}></copy-table>`,
);

export const groupsSection = section(part, (now) => groupsView(now, gridSection, actions));
