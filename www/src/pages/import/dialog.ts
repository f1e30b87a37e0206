/** The dialog that imports a table: a file or pasted cells are read beside the page, shown, and handed over. */
import { html, render } from "lit-html";
import { type Choices, MOST_BYTES, NO_CHOICES } from "../../plan/import/facts.js";
import type { Kind, Kinds } from "../../plan/import/kinds.js";
import type { Opened, Refused } from "../../plan/import/opening.js";
import { Session } from "../../plan/import/session.js";
import { language } from "../../words/current.js";
import "./import.css";
import { type Doing, importView, type Shown, type Understood } from "./view.js";
import { importWords } from "./words.js";

type MeaningOf<K extends Kind> = Kinds[K]["meaning"];

/** What tables of one kind are to the dialog. */
export interface Subject<K extends Kind> {
  readonly kind: K;
  readonly plan: Kinds[K]["plan"];
  readonly title: string;
  readonly about: string;
  /** What was read, in a sentence. */
  said(summary: Kinds[K]["summary"]): string;
  understood(
    summary: Kinds[K]["summary"],
    opened: Opened | null,
    sheet: number,
    choices: Choices<MeaningOf<K>>,
    doing: Doing<MeaningOf<K>>,
  ): Understood<MeaningOf<K>>;
  /** Why nothing of it can be taken; "" where it can. */
  whyNot(summary: Kinds[K]["summary"]): string;
  /** Called once, with what the reader took. */
  onApply(imported: Kinds[K]["imported"]): void;
}

interface State<K extends Kind> {
  readonly said: string;
  readonly isReading: boolean;
  readonly source: string;
  readonly opened: Opened | null;
  readonly sheet: number;
  readonly choices: Choices<MeaningOf<K>>;
  readonly summary: Kinds[K]["summary"] | null;
  readonly leaveOut: boolean;
}

/** Opens the dialog outside the page's own templates; it is removed when it closes. */
export function openDialog<K extends Kind>(subject: Subject<K>): void {
  const place = document.body.appendChild(document.createElement("div"));
  /** Ends with the next file, and with the dialog. */
  let reading = new AbortController();
  let session: Session<K> | null = null;
  let state: State<K> = {
    said: "",
    isReading: false,
    source: "",
    opened: null,
    sheet: 0,
    choices: NO_CHOICES,
    summary: null,
    leaveOut: false,
  };

  const set = (change: Partial<State<K>>) => {
    state = { ...state, ...change };
    draw();
  };
  const why = () => whyNot(subject, state);
  const draw = () => {
    const { summary, opened, sheet, choices } = state;
    const understood = summary && subject.understood(summary, opened, sheet, choices, doing);
    const { title, about } = subject;
    render(dialog({ ...state, title, about, understood, why: why() }, doing, closed), place);
  };
  const close = () => place.querySelector("dialog")?.close();
  const closed = () => {
    reading.abort();
    place.remove();
  };

  /** Runs a part of the reading; what belongs to an earlier file, or to a closed dialog, is dropped. */
  async function during(part: (running: Session<K>) => Promise<Partial<State<K>>>): Promise<void> {
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
    session = new Session(subject.kind, subject.plan, reading.signal);
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

  async function understood(
    running: Session<K>,
    sheet: number,
    choices: State<K>["choices"],
  ): Promise<Partial<State<K>>> {
    const summary = await running.guess(sheet, choices);
    return { sheet, choices, summary, said: subject.said(summary) };
  }

  const again = (sheet: number, choices: State<K>["choices"]) =>
    void during((running) => understood(running, sheet, choices));
  const choose = (change: Partial<State<K>["choices"]>) => again(state.sheet, { ...state.choices, ...change });

  const doing: Doing<MeaningOf<K>> = {
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
    group: (group) => choose({ group }),
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
          subject.onApply(imported);
        },
        () => signal.aborted || set({ said: importWords().failed }),
      );
    },
  };

  draw();
  place.querySelector("dialog")?.showModal();
}

const dialog = <K extends Kind>(shown: Shown<MeaningOf<K>>, doing: Doing<MeaningOf<K>>, closed: () => void) =>
  html`<dialog id="import" aria-labelledby="import-title" @close=${closed}>${importView(shown, doing)}</dialog>`;

/** Why nothing can be taken now; "" where it can. */
function whyNot<K extends Kind>(
  { whyNot: ofKind }: Subject<K>,
  { summary, opened, sheet, isReading, leaveOut }: State<K>,
): string {
  const { why } = importWords();
  if (isReading) return why.reading;
  if (!summary) return why.nothing;
  const more = opened?.sheets[sheet]?.moreRows ?? 0;
  if (more > 0) return why.longer(more);
  const of = ofKind(summary);
  if (of !== "") return of;
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
