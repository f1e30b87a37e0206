/** What the calculator offers while nothing was typed: a plan from a region and a template. */
import { html, nothing, type TemplateResult } from "lit-html";
import { draft } from "../plan/current.js";
import { isWork } from "../plan/examples.js";
import { withPart } from "../plan/save.js";
import { byContent, section } from "../ui/section.js";
import { language, words } from "../words/current.js";

const id = {
  start: "Mulai dari daerah dan pola",
  about:
    "Isi nama daerah, pilih pola (pekerja rentan, non-ASN, desa), dan hitungan pertama jadi. Atau isi sendiri di bawah.",
};

const en: typeof id = {
  start: "Start from a region and a template",
  about:
    "Name the region, choose a template (vulnerable workers, non-ASN staff, villages), and the first figures are there. Or fill in the form below.",
};

const isEmpty = byContent(() => draft.value.region.name === "" && !isWork());

export const beginSection = section(isEmpty, (empty) => (empty ? beginView() : nothing));

function beginView(): TemplateResult {
  const w = language.value === "id" ? id : en;
  const start = () => void withPart(import("./new/dialog.js"), (parts) => parts.askForPlan());
  return html`
    <section class="card begin" aria-label=${words.value.startNew}>
      <button type="button" class="main" @click=${start}>${w.start}</button>
      <p class="hint">${w.about}</p>
    </section>`;
}
