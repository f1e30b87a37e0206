/** The answer for a room: three figures and one chart in large letters, over the whole window. */
import { html, render, type TemplateResult } from "lit-html";
import { chartView } from "../../answer/chart.js";
import { coverageChart } from "../../answer/coverage-chart.js";
import { tiles } from "../../answer/tiles.js";
import { answer } from "../../plan/answer.js";
import { words } from "../../words/current.js";
import { projectorWords } from "./words.js";
import "./projector.css";

export function showProjector(): void {
  const { last, fresh } = answer.value;
  if (!last) return;
  const place = document.body.appendChild(document.createElement("div"));
  const close = () => place.querySelector("dialog")?.close();
  render(
    view(last, fresh, close, () => place.remove()),
    place,
  );
  place.querySelector("dialog")?.showModal();
}

type Last = NonNullable<(typeof answer)["value"]["last"]>;

function view({ projection, scenario }: Last, fresh: boolean, close: () => void, onClose: () => void): TemplateResult {
  const w = projectorWords();
  const { name, region } = scenario;
  const title = [name, region.name].filter(Boolean).join(", ") || w.unnamed;
  const shown = { projection, fresh };
  // Where there is a target its way says more than the cost by year.
  const chart =
    projection.crossings.length > 0
      ? coverageChart(shown, "projector")
      : chartView({ ...shown, funds: scenario.funds.map(({ id, name }) => ({ id, name: name ?? id })) }, "projector");
  return html`
    <dialog id="projector" aria-labelledby="projector-title" @close=${onClose}>
      <div class="bar">
        <h2 id="projector-title" tabindex="-1" autofocus>${title}</h2>
        <button type="button" @click=${close}>${w.close}</button>
      </div>
      ${tiles(shown)}
      ${chart}
      <p class="note">${words.value.note}</p>
    </dialog>`;
}
