/** Below the name of the region: regions of the register that it may mean, and what is known of the one it is. */
import type { Month, PrintedTarget } from "cakupan";
import { html, nothing } from "lit-html";
import { update } from "../plan/current.js";
import type { Draft } from "../plan/draft.js";
import { writeNumber } from "../plan/numbers.js";
import { withRegion } from "../plan/place.js";
import type { Region } from "../regions/pack.js";
import { focusSoon } from "../ui/focus.js";
import type { View } from "../ui/view.js";
import { basisOf } from "../words/basis.js";
import { language } from "../words/current.js";
import { list, monthYear, percent2, rupiah } from "../words/format.js";
import { placeWords } from "./place-words.js";
import "../styles/place.css";

export interface Place {
  readonly offered: readonly Region[];
  /** Whether name and code of the plan are those of one region of the register. */
  readonly isKnown: boolean;
  readonly hasFailed: boolean;
  /** The minimum wage of the region, and whether it holds in the first month of the plan. */
  readonly wage: {
    readonly name: Readonly<Record<"id" | "en", string>>;
    readonly rupiah: number;
    readonly since: Month;
    readonly holds: boolean;
  } | null;
  readonly targets: readonly PrintedTarget[];
  /** What a printed target can become: a target needs a count of workers, and a plan has one of its own. */
  readonly targetAs: "target" | "otherTarget" | null;
  onAgain(): void;
}

export function placeView(place: Place): View {
  const w = placeWords();
  const { offered, isKnown, hasFailed } = place;
  if (hasFailed)
    return html`
      <p class="hint wide">${w.failed}
        <button type="button" class="small" @click=${place.onAgain}>${w.again}</button></p>`;
  if (offered.length === 0 && !isKnown) return nothing;
  return html`
    <div class="wide place">
      ${offered.length > 0 ? offers(offered) : html`<p class="hint">${w.known} ${wage(place)}</p>${targets(place)}`}
      <p class="hint">${w.credit}</p>
    </div>`;
}

function offers(regions: readonly Region[]): View {
  const w = placeWords();
  const take = (region: Region) => () => {
    update((plan) => withRegion(plan, region), w.taken(region.name));
    focusSoon("region.name");
  };
  return html`
    <p class="hint" id="region-offers">${w.offers}:</p>
    <ul class="offers" aria-labelledby="region-offers">
      ${regions.map(
        (region) => html`
        <li><button type="button" class="small" @click=${take(region)}>
          ${region.name} <span class="hint">${region.code}</span></button></li>`,
      )}
    </ul>`;
}

function wage({ wage }: Place): string {
  if (!wage) return "";
  const w = placeWords();
  const amount = w.wage(wage.name[language.value], rupiah(wage.rupiah), monthYear(wage.since, language.value));
  return wage.holds ? amount : `${amount} ${w.noWage}`;
}

function targets({ targets, targetAs }: Place): View {
  const w = placeWords();
  if (targets.length === 0) return nothing;
  return html`
    <details class="more">
      <summary>${w.targets}</summary>
      <ul class="plain">
        ${targets.map((one) => {
          const title = one.title[language.value];
          const points = list(
            one.points.map(({ year, percent }) => w.at(year, percent2(percent))),
            language.value,
          );
          const take = () => update((plan) => withTarget(plan, one, targetAs), w.targetTaken(title));
          return html`
            <li>${w.target(title, points, basisOf(one))}
              ${
                targetAs === null
                  ? nothing
                  : html`
                <button type="button" class="small" @click=${take}>
                  ${targetAs === "target" ? w.take : w.compare}<span class="quiet">: ${title}</span></button>`
              }
            </li>`;
        })}
      </ul>
    </details>`;
}

/** A printed target holds at the end of its year. */
function withTarget(plan: Draft, printed: PrintedTarget, as: Place["targetAs"]): Draft {
  const points = printed.points.map(({ year, percent }) => ({
    month: `${year}-12` as const,
    percent: writeNumber(percent, "part"),
  }));
  if (as === "otherTarget") {
    const other = { name: printed.title[language.value], points, shape: "linear" as const };
    return { ...plan, otherTargets: [...(plan.otherTargets ?? []), other] };
  }
  const quality = printed.status === "enacted" ? "official" : "press";
  const source = { source: `${printed.title.id}: ${basisOf(printed)}`, quality } as const;
  return { ...plan, target: { points, shape: "linear", evidence: { points: source } } };
}
