/** Opens the plan of the address. Beside work of the reader it asks first: nothing of that is replaced. */
import { html, nothing, render } from "lit-html";
import { engine } from "../../engine/current.js";
import type { Engine } from "../../engine/start.js";
import { compareWith, openAsOwn } from "../../plan/beside.js";
import { withoutBlank } from "../../plan/blank.js";
import { done } from "../../plan/current.js";
import { type Draft, toScenario } from "../../plan/draft.js";
import { isWork } from "../../plan/examples.js";
import { type Made, unpacked } from "../../plan/file.js";
import { openPlan, repairedOrNone } from "../../plan/open.js";
import { readLink } from "../../plan/share.js";
import { currentPlace, takeOver } from "../../plan/storage/workspace.js";
import { words } from "../../words/current.js";
import { rupiah } from "../../words/format.js";
import { linkWords } from "./words.js";
import { openWords } from "../../plan/open-words.js";

export async function openLink(): Promise<void> {
  const { hash } = location;
  history.replaceState(null, "", location.pathname + location.search);
  const running = engine.value;
  if (typeof running === "string") {
    done.value = openWords().noEngine;
    return;
  }
  const content = await readLink(hash);
  const found = content === "newer" ? "newer" : unpacked(content);
  const { opened, openedPartly, notOpened, tooBroken } = words.value.cases;
  const outcomes = { loaded: opened, partly: openedPartly, notLoaded: notOpened, tooBroken };
  if (found === "newer") {
    done.value = openWords().newerFile;
    return;
  }
  const { draft: plan } = repairedOrNone(found.plan, running);
  if (plan && (isWork() || currentPlace()?.editing === false)) return ask(content, plan, found.made, running);
  await takeOver();
  openPlan(content, outcomes);
}

/** Cost of the whole plan with the rules of today; `null` where the plan needs repair. */
function costNow(plan: Draft, running: Engine): number | null {
  const { scenario, unclear } = toScenario(withoutBlank(plan).plan);
  const outcome = running.run(scenario);
  return unclear.length === 0 && "projection" in outcome ? outcome.projection.total.rupiah : null;
}

/** With which rules it was made, and what becomes of its cost with those of today. */
function linesOf(plan: Draft, made: Made | null, running: Engine): readonly string[] {
  const w = words.value.kept;
  const now = costNow(plan, running);
  const { engine: version, law } = running.version();
  const isOther = made !== null && (made.engine !== version || made.law !== law);
  return [
    isOther && made.engine && made.law ? w.made(made.engine, made.law) : "",
    isOther ? w.now(version, law) : "",
    now === null ? linkWords().faults : "",
    now !== null && made !== null && made.rupiah !== null && made.rupiah !== now
      ? w.moved(rupiah(made.rupiah), rupiah(now))
      : now === null
        ? ""
        : linkWords().cost(rupiah(now)),
  ];
}

function ask(content: unknown, plan: Draft, made: Made | null, running: Engine): void {
  const w = linkWords();
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  const leaving = (act: () => unknown) => () => {
    close();
    void act();
  };
  const lines = linesOf(plan, made, running);
  render(
    html`
    <dialog id="link" aria-labelledby="link-title" @close=${() => place.remove()}>
      <h2 id="link-title" tabindex="-1" autofocus>${w.title(plan.name || plan.region.name || w.unnamed)}</h2>
      ${lines.map((line) => (line ? html`<p>${line}</p>` : nothing))}
      <p class="hint">${w.safe}</p>
      <div class="buttons">
        <button type="button" @click=${leaving(() => openAsOwn(content))}>${w.asOwn}</button>
        <button type="button" class="plain" @click=${leaving(() => takeOver().then(() => compareWith(content)))}>${w.compare}</button>
        <button type="button" class="plain" @click=${close}>${w.cancel}</button>
      </div>
    </dialog>`,
    place,
  );
  place.querySelector("dialog")?.showModal();
}
