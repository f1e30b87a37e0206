/** The dialog that imports a table of villages: a file or pasted cells are read beside the page, shown, and handed over. */
import { html, render } from "lit-html";
import type { District } from "../../regions/pack.js";
import { type Choices, MOST_BYTES, NO_CHOICES, type PlanFacts } from "../../plan/import/facts.js";
import { Session } from "../../plan/import/session.js";
import type { Imported, Opened, Refused, Summary } from "../../plan/import/work.js";
import type { VillageDraft } from "../../plan/villages.js";
import { language } from "../../words/current.js";
import "./import.css";
import { type Doing, importView, type Shown } from "./view.js";
import { importWords } from "./words.js";

/** Villages that a plan may have (`villages` of the scenario). */
const MOST_VILLAGES = 10_000;

export interface Import {
  readonly plan: PlanFacts;
  /** The register of the plan's region; empty where it has none. */
  readonly districts: readonly District[];
  /** The villages that the plan has already. */
  readonly villages: readonly VillageDraft[];
  /** Called once, with what the reader took; `withImported` puts it among the villages of the plan. */
  onApply(imported: Imported): void;
}

/** Opens the dialog outside the page's own templates; it is removed when it closes. */
export function openImport({ plan: facts, districts, villages, onApply }: Import): void {
  const place = document.body.appendChild(document.createElement("div"));
  /** Ends with the next file, and with the dialog. */
  let reading = new AbortController();
  let session: Session | null = null;
  let state: Omit<Shown, "facts" | "isKnown" | "why"> = {
    said: "",
    isReading: false,
    source: "",
    opened: null,
    sheet: 0,
    choices: NO_CHOICES,
    summary: null,
    leaveOut: false,
  };

  const set = (change: Partial<typeof state>) => {
    state = { ...state, ...change };
    draw();
  };
  const why = () => whyNot(state, villages.length);
  const draw = () =>
    render(dialog({ ...state, facts, isKnown: districts.length > 0, why: why() }, doing, closed), place);
  const close = () => place.querySelector("dialog")?.close();
  const closed = () => {
    reading.abort();
    place.remove();
  };

  /** Runs a part of the reading; what belongs to an earlier file, or to a closed dialog, is dropped. */
  async function during(part: (running: Session) => Promise<Partial<typeof state>>): Promise<void> {
    const { signal } = reading;
    if (!session) return;
    set({ isReading: true });
    try {
      const change = await part(session);
      if (!signal.aborted) set({ isReading: false, ...change });
    } catch {
      if (!signal.aborted) set({ isReading: false, summary: null, said: importWords().failed });
    }
  }

  function begin(source: string, content: () => Promise<Uint8Array<ArrayBuffer> | string>): void {
    reading.abort();
    reading = new AbortController();
    session = new Session({ facts, districts, villages }, reading.signal);
    set({ source, said: "", opened: null, sheet: 0, choices: NO_CHOICES, summary: null, leaveOut: false });
    void during(async (running) => {
      const read = await content().catch(() => null);
      if (read === null) return { said: importWords().unreadable };
      const opened = await running.open(read);
      if ("refused" in opened) return { said: sentenceOf(opened) };
      // A workbook begins with what it shows.
      const sheet = Math.max(
        0,
        opened.sheets.findIndex(({ isHidden, rows }) => !isHidden && rows > 0),
      );
      return { opened, ...(await understood(running, sheet, NO_CHOICES)) };
    });
  }

  async function understood(running: Session, sheet: number, choices: Choices): Promise<Partial<typeof state>> {
    const summary = await running.guess(sheet, choices);
    return { sheet, choices, summary, said: importWords().read(summary.villages, summary.faulty) };
  }

  const again = (sheet: number, choices: Choices) => void during((running) => understood(running, sheet, choices));
  const choose = (change: Partial<Choices>) => again(state.sheet, { ...state.choices, ...change });

  const doing: Doing = {
    file(file) {
      if (file.size > MOST_BYTES) set({ summary: null, opened: null, said: importWords().tooLarge });
      else begin(file.name, async () => new Uint8Array(await file.arrayBuffer()));
    },
    paste(text) {
      if (text.trim() !== "") begin(importWords().pasted, async () => text);
    },
    sheet: (sheet) => again(sheet, NO_CHOICES),
    meaning: (column, meaning) => choose({ columns: new Map(state.choices.columns).set(column, meaning) }),
    sum(meaning, on) {
      const sums = new Set(state.choices.sums);
      if (on) sums.add(meaning);
      else sums.delete(meaning);
      choose({ sums });
    },
    thousands: (thousands) => choose({ thousands }),
    hidden: (withHidden) => choose({ withHidden }),
    leaveOut: (leaveOut) => set({ leaveOut }),
    cancel: close,
    apply() {
      if (why() !== "") return;
      const { signal } = reading;
      void session?.take().then(
        (imported) => {
          if (signal.aborted) return;
          close();
          onApply(imported);
        },
        () => signal.aborted || set({ said: importWords().failed }),
      );
    },
  };

  draw();
  place.querySelector("dialog")?.showModal();
}

const dialog = (shown: Shown, doing: Doing, closed: () => void) =>
  html`<dialog id="import" aria-labelledby="import-title" @close=${closed}>${importView(shown, doing)}</dialog>`;

/** Why nothing can be taken now; "" where it can. */
function whyNot(
  {
    summary,
    opened,
    sheet,
    isReading,
    leaveOut,
  }: { readonly summary: Summary | null } & Pick<Shown, "opened" | "sheet" | "isReading" | "leaveOut">,
  there: number,
): string {
  const { why } = importWords();
  if (isReading) return why.reading;
  if (!summary) return why.nothing;
  const more = (opened satisfies Opened | null)?.sheets[sheet]?.moreRows ?? 0;
  const meanings = summary.columns.map(({ meaning }) => meaning);
  if (!meanings.includes("name") && !meanings.includes("code")) return why.noName;
  if (more > 0) return why.longer(more);
  if (summary.added + there > MOST_VILLAGES) return why.tooMany;
  if (summary.added + summary.replaced === 0) return why.empty;
  return summary.faulty > 0 && !leaveOut ? why.faults : "";
}

function sentenceOf(refused: Refused): string {
  const w = importWords();
  switch (refused.refused) {
    case "workbook":
      return refused.words[language.value];
    case "notTable":
      return w.notTable;
    case "tooLarge":
      return w.tooLarge;
  }
}
