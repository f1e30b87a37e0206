/** What a group of workers has besides its row: payers, enrolment, base and paid months. */
import { html, nothing, type TemplateResult } from "lit-html";
import { change, draft } from "../plan/current.js";
import { type BaseDraft, type EnrolmentDraft, type Json, type SegmentDraft, setAt } from "../plan/draft.js";
import { CLASSES } from "../plan/fields.js";
import { addButton, crossButton } from "../ui/buttons.js";
import { choices } from "../ui/choices.js";
import type { Choice, View } from "../ui/view.js";
import { language, words } from "../words/current.js";
import { messages, monthField, selectField, textField } from "./field.js";
import { addItem, itemsAt, removeItem } from "./items.js";
import { later } from "./later.js";
import { datedList } from "./lists.js";
import { newPath, pathFields } from "./path.js";
import { sharesList } from "./shares.js";
import { namedSource, sourceButton } from "./source.js";

/** Payers, enrolment, base and paid months of one group. */
export function details(segment: SegmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const has = CLASSES[segment.class];
  const hasWorkerPart = has.workerPart.length > 0;
  const isOffered = ({ value }: Choice) =>
    value === "lowest" ? has.lowestBase : value === "contract" ? has.contract : true;
  return html`
    <div class="fields">
      ${sharesList(`${path}.payers`, hasWorkerPart ? w.payersPU : w.payers)}
      ${segment.workerPayers ? sharesList(`${path}.workerPayers`, w.workerPayers) : nothing}
      ${
        has.sector
          ? selectField({ path: `${path}.sector`, label: w.sector, choices: choices(w.sectors, "other"), source: true })
          : nothing
      }
      ${selectField({
        path: `${path}.group`,
        label: w.group,
        choices: [{ value: "", text: w.groupUnsaid }, ...choices(w.groups)],
        source: Boolean(segment.group),
      })}
      ${monthField({ path: `${path}.agreementUntil`, label: w.agreementUntil, optional: true, source: true })}
    </div>
    <div class="fields">
      <div>
        ${selectField({
          path: `${path}.enrolment.kind`,
          label: w.enrolment,
          choices: choices(w.enrolments),
          onChange: (kind) => change(setAt(draft.value, `${path}.enrolment`, newEnrolment(kind, segment.enrolment))),
        })}
        ${enrolment(segment.enrolment, `${path}.enrolment`)}
        ${sourceButton(`${path}.enrolment`)}
      </div>
      <div>
        ${selectField({
          path: `${path}.base.kind`,
          label: w.baseHow,
          value: segment.base?.kind ?? "lowest",
          choices: choices(w.bases).filter(isOffered),
          onChange: (kind) => change(setAt(draft.value, `${path}.base`, newBase(kind))),
        })}
        ${baseDetails(segment.base, `${path}.base`)}
        ${has.lowestBase || has.contract ? nothing : offeredWage(segment.base, `${path}.base`)}
        ${sourceButton(`${path}.base`)}
      </div>
    </div>
    ${billed(path)}
    ${later.value?.flowsView(path) ?? nothing}
    <div>
      ${namedSource(`${path}.class`, w.class)}
      ${has.risk ? namedSource(`${path}.risk`, w.risk) : nothing}
      ${namedSource(`${path}.programmes`, w.programmes)}
    </div>`;
}

/** Who could be a member means the same in every kind, so it stays. */
function newEnrolment(kind: string, old: EnrolmentDraft): Json {
  const eligible = old.eligible ?? "";
  const members = old.kind === "fixed" ? "0" : old.members;
  if (kind === "target") return { kind, members, eligible };
  if (kind === "path") return { kind, members, eligible, path: newPath() };
  return { kind, counts: [{ from: draft.value.period.firstMonth, people: "" }], eligible };
}

function enrolment(value: EnrolmentDraft, path: string): TemplateResult {
  const w = words.value.segments;
  const { people } = words.value.form;
  if (value.kind === "fixed")
    return html`
      ${datedList({
        path: `${path}.counts`,
        legend: w.counts,
        value: "people",
        label: w.heads,
        suffix: people,
        firstElsewhere: w.firstCount,
      })}
      ${textField({ path: `${path}.eligible`, label: w.potential, suffix: people, optional: true })}`;
  return html`
    ${textField({ path: `${path}.members`, label: w.members, suffix: people })}
    ${textField({ path: `${path}.eligible`, label: w.eligible, suffix: people })}
    ${textField({ path: `${path}.mostPerMonth`, label: w.mostPerMonth, suffix: people, optional: true })}
    ${value.kind === "path" ? pathFields(`${path}.path`, w.pathPoints) : turn(path)}
    ${messages(path)}`;
}

/** Its place in a target that is spread by priority or by quota; other spreads do not ask for it. */
function turn(path: string): View {
  const w = words.value.segments;
  const spread = draft.value.target?.spread;
  if (spread === "priority") return textField({ path: `${path}.priority`, label: w.priority, hint: w.priorityHint });
  return spread === "quota"
    ? textField({ path: `${path}.quotaPercent`, label: w.quota, hint: w.quotaHint, suffix: "%" })
    : nothing;
}

function newBase(kind: string): Json {
  if (kind === "fixed" || kind === "contract") return { kind, rupiah: "" };
  if (kind === "series") return { kind, values: [{ from: draft.value.period.firstMonth, rupiah: "" }] };
  return kind === "minimumWage" ? ofWage(ownWage()?.value ?? "") : null;
}

function ofWage(parameter: string): Json {
  return { kind: "minimumWage", parameter, percent: "100" };
}

/** The minimum wage of the region of the plan. */
function ownWage(): Choice | undefined {
  const { region, period } = draft.value;
  const own = later.value?.ownWage({ code: region.code ?? "", name: region.name }, period.firstMonth);
  return own && { value: own.key, text: own.title[language.value] };
}

/** The wage of the region, one press away, where the base is another. */
function offeredWage(base: BaseDraft | null | undefined, path: string): View {
  const own = ownWage();
  if (!own || (base?.kind === "minimumWage" && base.parameter === own.value)) return nothing;
  const use = () => change(setAt(draft.value, path, ofWage(own.value)));
  return html`
    <button type="button" class="small" id=${`${path}:own-wage`} @click=${use}>
      ${words.value.segments.useWage(own.text)}</button>`;
}

function baseDetails(value: BaseDraft | null | undefined, path: string): View {
  const w = words.value.segments;
  if (value?.kind === "series")
    return datedList({
      path: `${path}.values`,
      legend: w.bases.series,
      value: "rupiah",
      label: w.fixedBase,
      prefix: "Rp",
    });
  if (value?.kind !== "minimumWage") return nothing;
  return html`
    ${selectField({ path: `${path}.parameter`, label: w.wage, choices: wages() })}
    ${textField({ path: `${path}.percent`, label: w.wagePercent, suffix: "%" })}`;
}

/** The minimum wages that the law knows, that of the region first. */
export function wages(): readonly Choice[] {
  const known = later.value?.minimumWages() ?? [];
  const all = known.map(({ key, title }) => ({ value: key, text: title[language.value] }));
  const own = ownWage();
  return own ? [own, ...all.filter(({ value }) => value !== own.value)] : all;
}

function billed(path: string): TemplateResult {
  const w = words.value.segments;
  const f = words.value.form;
  const at = `${path}.billed`;
  const spans = itemsAt(at);
  const { firstMonth } = draft.value.period;
  return html`
    <fieldset class="list">
      <legend>${w.billed}</legend>
      ${spans.length ? nothing : html`<p class="hint">${w.allMonths}</p>`}
      ${spans.map((_, place) => {
        const entry = `${w.billed} ${place + 1}`;
        return html`
          <div class="entry">
            ${monthField({ path: `${at}[${place}].from`, label: f.ofItem(f.from, entry), quiet: true })}
            <span aria-hidden="true">–</span>
            ${monthField({ path: `${at}[${place}].to`, label: f.ofItem(f.to, entry), quiet: true })}
            ${crossButton(entry, () => removeItem(at, place, entry))}
          </div>`;
      })}
      ${messages(at)}
      ${sourceButton(at)}
      ${addButton(at, w.addSpan, () => addItem(at, { from: firstMonth, to: `${firstMonth.slice(0, 4)}-12` }))}
    </fieldset>`;
}
