/** What members and heirs may receive. The module and the view are fetched when the part is opened. */
import { computed, signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";
import { answer } from "../plan/answer.js";
import { byContent, section } from "../ui/section.js";
import { language } from "../words/current.js";
import { named } from "./answer-sections.js";

/** The few words that are needed before the part is loaded. */
const HEADINGS = {
  id: {
    heading: "Manfaat bagi peserta dan ahli waris",
    loading: "Memuat manfaat …",
    failed: "Bagian manfaat tidak dapat dimuat. Periksa sambungan, lalu buka lagi bagian ini.",
    refused: "Manfaat rencana ini belum dapat dihitung.",
  },
  en: {
    heading: "Benefits for members and heirs",
    loading: "Loading benefits …",
    failed: "The part on benefits cannot be loaded. Check the connection, then open this part again.",
    refused: "The benefits of this plan cannot be worked out yet.",
  },
};

type Loaded = {
  readonly module: typeof import("cakupan/monitor");
  readonly view: typeof import("../answer/benefit.js");
};
const isOpen = signal(false);
const loaded = signal<Loaded | "idle" | "loading" | "failed">("idle");

/** Fetched once; after a failure again when the part is opened again. */
async function load(): Promise<void> {
  if (typeof loaded.peek() === "object" || loaded.peek() === "loading") return;
  loaded.value = "loading";
  try {
    const [module, view] = await Promise.all([import("cakupan/monitor"), import("../answer/benefit.js")]);
    await module.start();
    loaded.value = { module, view };
  } catch {
    loaded.value = "failed";
  }
}

const worked = computed(() => {
  if (!isOpen.value) return null;
  const parts = loaded.value;
  const { last } = answer.value;
  if (parts === "failed") return "failed";
  if (typeof parts === "string" || !last) return "loading";
  try {
    return { view: parts.view, benefit: parts.module.benefit(last.scenario) };
  } catch {
    return "refused";
  }
});

const shown = byContent(() => {
  const made = worked.value;
  const { last, fresh } = answer.value;
  if (made === null || typeof made === "string" || !last) return made as "loading" | null;
  return { ...made, fresh, segments: named(last.scenario.segments) };
});

function toggled({ currentTarget }: Event): void {
  isOpen.value = (currentTarget as HTMLDetailsElement).open;
  if (isOpen.value) void load();
}

const content = section(shown, (made) => {
  if (made === null) return nothing;
  if (typeof made === "string") return html`<p class="hint">${HEADINGS[language.value][made]}</p>`;
  return made.view.benefitView(made);
});

const hasAnswer = computed(() => answer.value.last !== null);

export const benefitSection = section(hasAnswer, (there) =>
  there
    ? html`
      <details class="more budget" id="benefit" @toggle=${toggled}>
        <summary>${HEADINGS[language.value].heading}</summary>
        <div>${content}</div>
      </details>`
    : nothing,
);
