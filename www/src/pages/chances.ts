/** How sure the plan is, and who stays when the budget stops: each is fetched when its part is opened. */
import { computed, type Signal, signal } from "@preact/signals-core";
import { html, nothing } from "lit-html";
import { answer } from "../plan/answer.js";
import { section } from "../ui/section.js";
import { language } from "../words/current.js";
import "./chances.css";

/** The few words that are needed before a part is loaded. */
const HEADINGS = {
  id: {
    ranges: "Rentang: seberapa pasti rencana ini?",
    retention: "Setelah bantuan berhenti",
    loading: "Memuat …",
    failed: "Bagian ini tidak dapat dimuat. Periksa sambungan, lalu buka lagi.",
  },
  en: {
    ranges: "Ranges: how sure is this plan?",
    retention: "When the budget stops",
    loading: "Loading …",
    failed: "This part cannot be loaded. Check the connection, then open it again.",
  },
};

type Loaded = { readonly content: unknown } | "idle" | "loading" | "failed";

/** Fetches the module and its view once; after a failure again when the part is opened again. */
async function load(into: Signal<Loaded>, sections: () => Promise<unknown>): Promise<void> {
  if (typeof into.peek() === "object" || into.peek() === "loading") return;
  into.value = "loading";
  try {
    const { start } = await import("cakupan/monitor");
    await start();
    into.value = { content: await sections() };
  } catch {
    into.value = "failed";
  }
}

const hasAnswer = computed(() => answer.value.last !== null);

function part(name: "ranges" | "retention", sections: () => Promise<unknown>): unknown {
  const loaded = signal<Loaded>("idle");
  // A closed part shows nothing, so that nothing is worked out for it.
  const isOpen = signal(false);
  const shown = computed(() => (isOpen.value ? loaded.value : "idle"));
  const content = section(shown, (now) => {
    if (typeof now === "object") return now.content;
    return now === "idle" ? nothing : html`<p class="hint">${HEADINGS[language.value][now]}</p>`;
  });
  const toggled = ({ currentTarget }: Event) => {
    isOpen.value = (currentTarget as HTMLDetailsElement).open;
    if (isOpen.value) void load(loaded, sections);
  };
  return section(hasAnswer, (there) =>
    there
      ? html`
        <details class="more budget" id=${name} @toggle=${toggled}>
          <summary>${HEADINGS[language.value][name]}</summary>
          <div>${content}</div>
        </details>`
      : nothing,
  );
}

export const rangesSection = part("ranges", async () => (await import("./chances-sections.js")).chancesSection);
export const retentionSection = part(
  "retention",
  async () => (await import("./retention-sections.js")).retentionSection,
);
