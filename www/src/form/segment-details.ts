/** What a group of workers has besides its row: payers, enrolment, base and paid months. */
import { html, nothing, type TemplateResult } from "lit-html";
import { put, update } from "../plan/current.js";
import { type BaseDraft, type Draft, type EnrolmentDraft, type Json, type SegmentDraft, setAt } from "../plan/draft.js";
import { CLASSES } from "../plan/fields.js";
import { addButton, crossButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import type { Choice, View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { messages, monthField, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { datedList } from "./lists.js";
import type { FormPart, SegmentsPart } from "./part.js";
import { newPath, pathFields } from "./path.js";
import { sharesList } from "./shares.js";
import { namedSource, sourceButton } from "./source.js";

/** Payers, enrolment, base and paid months of one group. */
export function details(form: SegmentsPart, segment: SegmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const has = CLASSES[segment.class];
  const hasWorkerPart = has.workerPart.length > 0;
  const isOffered = ({ value }: Choice) =>
    value === "lowest" ? has.lowestBase : value === "contract" ? has.contract : true;
  return html`
    <div class="fields">
      ${sharesList(form, form.funds, `${path}.payers`, hasWorkerPart ? w.payersPU : w.payers)}
      ${segment.workerPayers ? sharesList(form, form.funds, `${path}.workerPayers`, w.workerPayers) : nothing}
      ${
        has.sector
          ? selectField(form, {
              path: `${path}.sector`,
              label: w.sector,
              choices: choices(w.sectors, "other"),
              source: true,
            })
          : nothing
      }
      ${selectField(form, {
        path: `${path}.group`,
        label: w.group,
        choices: [{ value: "", text: w.groupUnsaid }, ...choices(w.groups)],
        source: Boolean(segment.group),
      })}
      ${monthField(form, { path: `${path}.agreementUntil`, label: w.agreementUntil, optional: true, source: true })}
    </div>
    ${form.later?.officeView(form, path) ?? nothing}
    <div class="fields">
      <div>
        ${selectField(form, {
          path: `${path}.enrolment.kind`,
          label: w.enrolment,
          choices: choices(w.enrolments),
          onChange: (kind) =>
            update((plan) => setAt(plan, `${path}.enrolment`, newEnrolment(plan, kind, segment.enrolment))),
        })}
        ${enrolment(form, segment.enrolment, `${path}.enrolment`)}
        ${sourceButton(form, `${path}.enrolment`)}
      </div>
      <div>
        ${selectField(form, {
          path: `${path}.base.kind`,
          label: w.baseHow,
          value: segment.base?.kind ?? "lowest",
          choices: choices(w.bases).filter(isOffered),
          onChange: (kind) => update((plan) => setAt(plan, `${path}.base`, newBase(plan, kind, form.wage))),
        })}
        ${baseDetails(form, segment.base, `${path}.base`)}
        ${has.lowestBase || has.contract ? nothing : offeredWage(form.wage, segment.base, `${path}.base`)}
        ${sourceButton(form, `${path}.base`)}
      </div>
    </div>
    ${billed(form, path)}
    ${form.later?.flowsView(form, path) ?? nothing}
    <div>
      ${namedSource(form, `${path}.class`, w.class)}
      ${has.risk ? namedSource(form, `${path}.risk`, w.risk) : nothing}
      ${namedSource(form, `${path}.programmes`, w.programmes)}
    </div>`;
}

/** Another way of enrolment. `eligible` means the same in all of them, so it is kept. */
function newEnrolment(plan: Draft, kind: string, old: EnrolmentDraft): Json {
  const eligible = old.eligible ?? "";
  const members = "members" in old ? old.members : "0";
  if (kind === "villages") return { kind, eligible };
  if (kind === "target") return { kind, members, eligible };
  if (kind === "path") return { kind, members, eligible, path: newPath(plan) };
  return { kind, counts: [{ from: plan.period.firstMonth, people: "" }], eligible };
}

function enrolment(form: SegmentsPart, value: EnrolmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const { people } = words.value.form;
  if (value.kind === "fixed")
    return html`
      ${datedList(form, {
        path: `${path}.counts`,
        legend: w.counts,
        value: "people",
        label: w.heads,
        suffix: people,
        firstElsewhere: w.firstCount,
      })}
      ${textField(form, { path: `${path}.eligible`, label: w.potential, suffix: people, optional: true })}`;
  if (value.kind === "villages")
    return html`
      <p class="hint">${w.villagesHint}</p>
      ${textField(form, { path: `${path}.eligible`, label: w.potential, suffix: people, optional: true })}
      ${messages(form, path)}`;
  return html`
    ${textField(form, { path: `${path}.members`, label: w.members, suffix: people })}
    ${textField(form, { path: `${path}.eligible`, label: w.eligible, suffix: people })}
    ${textField(form, { path: `${path}.mostPerMonth`, label: w.mostPerMonth, suffix: people, optional: true })}
    ${value.kind === "path" ? pathFields(form, `${path}.path`, w.pathPoints) : placeInTarget(form, path)}
    ${messages(form, path)}`;
}

/** Priority or quota of the group; only these two spreads of a target use them. */
function placeInTarget(form: SegmentsPart, path: string): View {
  const w = words.value.segments;
  const { spread } = form;
  if (spread === "priority")
    return textField(form, { path: `${path}.priority`, label: w.priority, hint: w.priorityHint });
  return spread === "quota"
    ? textField(form, { path: `${path}.quotaPercent`, label: w.quota, hint: w.quotaHint, suffix: "%" })
    : nothing;
}

function newBase({ period }: Draft, kind: string, wage: Choice | undefined): Json {
  if (kind === "fixed" || kind === "contract") return { kind, rupiah: "" };
  if (kind === "series") return { kind, values: [{ from: period.firstMonth, rupiah: "" }] };
  return kind === "minimumWage" ? ofWage(wage?.value ?? "") : null;
}

function ofWage(parameter: string): Json {
  return { kind: "minimumWage", parameter, percent: "100" };
}

/** A button that takes the minimum wage of the region as base, where it is not the base already. */
function offeredWage(own: Choice | undefined, base: BaseDraft | null | undefined, path: string): View {
  if (!own || (base?.kind === "minimumWage" && base.parameter === own.value)) return nothing;
  const use = () => put(path, ofWage(own.value));
  return html`
    <button type="button" class="small" id=${`${path}:own-wage`} @click=${use}>
      ${words.value.segments.useWage(own.text)}</button>`;
}

function baseDetails(form: SegmentsPart, value: BaseDraft | null | undefined, path: string): View {
  const w = words.value.segments;
  if (value?.kind === "series")
    return datedList(form, {
      path: `${path}.values`,
      legend: w.bases.series,
      value: "rupiah",
      label: w.fixedBase,
      prefix: "Rp",
    });
  if (value?.kind !== "minimumWage") return nothing;
  return html`
    ${selectField(form, { path: `${path}.parameter`, label: w.wage, choices: wages(form) })}
    ${textField(form, { path: `${path}.percent`, label: w.wagePercent, suffix: "%" })}`;
}

/** The minimum wages that the law knows or a law pack brings, that of the region first. */
export function wages({ later, wage: own, plan }: Pick<SegmentsPart, "later" | "wage" | "plan">): readonly Choice[] {
  const known = later?.minimumWages(plan.lawPacks) ?? [];
  const all = known.map(({ key, title }) => ({ value: key, text: title[language.value] }));
  return own ? [own, ...all.filter(({ value }) => value !== own.value)] : all;
}

function billed(form: FormPart, path: string): TemplateResult {
  const w = words.value.segments;
  const f = words.value.form;
  const at = `${path}.billed`;
  const spans = itemsAt(form.plan, at);
  return html`
    <fieldset class="list">
      <legend>${w.billed}</legend>
      ${spans.length ? nothing : html`<p class="hint">${w.allMonths}</p>`}
      ${spans.map((_, place) => {
        const entry = `${w.billed} ${place + 1}`;
        return html`
          <div class="entry">
            ${monthField(form, { path: `${at}[${place}].from`, label: f.ofItem(f.from, entry), quiet: true })}
            <span aria-hidden="true">–</span>
            ${monthField(form, { path: `${at}[${place}].to`, label: f.ofItem(f.to, entry), quiet: true })}
            ${crossButton(entry, () => removeItem(at, place, entry))}
          </div>`;
      })}
      ${messages(form, at)}
      ${sourceButton(form, at)}
      ${addButton(at, w.addSpan, () => addItem(at, newSpan))}
    </fieldset>`;
}

/** From the first month of the plan to the end of its first year. */
function newSpan({ period: { firstMonth } }: Draft) {
  return { from: firstMonth, to: `${firstMonth.slice(0, 4)}-12` };
}
