/** The printed documents of the plan: a preview in place of the calculator, from which they are printed. */
import { effect, signal } from "@preact/signals-core";
import type { Evidence, Scenario } from "cakupan";
import { start as startBatch, type VillagesAnswer, villages as villagesOf } from "cakupan/batch";
import { type LegalBasis, legalBasis, rka, start, terbilang } from "cakupan/sheets";
import { html, render } from "lit-html";
import { engine } from "../engine/current.js";
import type { Engine } from "../engine/start.js";
import { type Answer, answer, faults } from "../plan/answer.js";
import { done } from "../plan/current.js";
import { briefingView } from "../report/briefing.js";
import type { NamedSource, ReportData, Trace } from "../report/data.js";
import { reportView } from "../report/report.js";
import { districtSheets, type VillageSheet, villageSheets } from "../report/villages.js";
import { reportWords } from "../report/words.js";
import { language, words } from "../words/current.js";
import { number } from "../words/format.js";
import { nameNow } from "./answer-sections.js";
import { traceOf } from "./report/code.js";
import { type ControlActions, controls, type Settings } from "./report/controls.js";
import { leavePaper, sizeOf, usePaper } from "./report/paper.js";
import { remember, remembered, signingAtFirst } from "./report/signers.js";
import { chosenVillages, MOST_SHEETS, sheetsOf } from "./report/village-sheets.js";
import { previewWords } from "./report/words.js";
import "../styles/report.css";

/** What does not change while the preview is open. */
interface Prepared {
  readonly last: Answer;
  readonly rka: ReportData["rka"];
  readonly basis: readonly LegalBasis[];
  readonly inWords: string | null;
  readonly trace: Trace;
  /** `null`: the plan has no villages. */
  readonly villages: VillagesAnswer | null;
  readonly sheets: Map<number, VillageSheet>;
}

/** Opens the preview; while something in the plan is wrong the page says so instead. */
export async function openReport(): Promise<void> {
  const w = previewWords();
  const { last, fresh } = answer.value;
  const running = engine.value;
  if (!last || !fresh || faults.value.length > 0 || typeof running === "string") {
    done.value = w.faulty;
    return;
  }
  done.value = w.preparing;
  try {
    show(await prepare(last, running));
    done.value = null;
  } catch {
    done.value = words.value.partFailed;
  }
}

async function prepare(last: Answer, running: Engine): Promise<Prepared> {
  const { scenario, projection } = last;
  const page = location.origin + location.pathname.replace(/index\.html$/, "");
  const hasVillages = (scenario.villages?.length ?? 0) > 0;
  const [trace] = await Promise.all([
    traceOf(scenario, projection.total.rupiah, page, running),
    start(),
    hasVillages ? startBatch() : null,
  ]);
  return {
    last,
    rka: rka(scenario),
    basis: legalBasis(scenario),
    inWords: terbilang(projection.total.rupiah),
    trace,
    villages: hasVillages ? villagesOf(scenario) : null,
    sheets: new Map(),
  };
}

/** The sources of the inputs, in the order of the plan. */
function sourcesOf(part: unknown, path = ""): readonly NamedSource[] {
  if (Array.isArray(part)) return part.flatMap((item, place) => sourcesOf(item, `${path}[${place}]`));
  if (typeof part !== "object" || part === null) return [];
  return Object.entries(part).flatMap(([name, item]) => {
    const at = (field: string) => (path ? `${path}.${field}` : field);
    if (name !== "evidence") return sourcesOf(item, at(name));
    return Object.entries(item as Scenario["evidence"] & object).map(([field, evidence]) => ({
      input: nameNow(at(field)),
      evidence: evidence as Evidence,
    }));
  });
}

/** As a document names it: with the articles that were used. */
const named = ({ instrument, articles }: LegalBasis): string =>
  articles.length > 0 ? `${instrument}, ${articles.join("; ")}` : instrument;

/** This device's day. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

function show(prepared: Prepared): void {
  const { projection } = prepared.last;
  const settings = signal<Settings>({
    kind: "report",
    which: "",
    paper: "A4",
    orientation: "portrait",
    basis: prepared.basis.map(named).join("\n"),
    date: today(),
    signing: signingAtFirst(),
    remembers: remembered() !== null,
  });
  const calculator = document.getElementById("page");
  // Before the calculator: where both have a part of the same id, that of the document is found.
  const root = document.createElement("div");
  root.id = "report";
  document.body.prepend(root);
  const opener = document.activeElement;
  const title = document.title;
  calculator?.toggleAttribute("hidden", true);

  let refused = false;
  const actions: ControlActions = {
    set(change) {
      settings.value = { ...settings.value, ...change };
      const { remembers, signing } = settings.value;
      if ("signing" in change || "remembers" in change) refused = !remember(remembers ? signing : null);
    },
    print: () => window.print(),
    close() {
      stop();
      root.remove();
      leavePaper();
      calculator?.toggleAttribute("hidden", false);
      document.title = title;
      if (opener instanceof HTMLElement) opener.focus();
    },
  };
  const stop = effect(() => {
    const now = settings.value;
    const [w, r] = [previewWords(), reportWords()];
    document.title = w.fileName(w.kinds[now.kind], projection.region.name);
    const size = sizeOf(now.paper, now.orientation);
    usePaper(
      size,
      now.kind === "report" ? 20 : 15,
      `${projection.region.name} · ${r.checkCode} ${projection.input}`,
      r.page,
    );
    const { view, message } = documentOf(prepared, now);
    render(
      html`
      ${controls(now, prepared.villages?.districts ?? [], refused ? w.notRemembered : message, actions)}
      <main class="paper" lang=${language.value} .style=${`--paper-width:${size[0]}mm`}>${view}</main>`,
      root,
    );
  });
  scrollTo(0, 0);
  document.getElementById("print-heading")?.focus();
}

function documentOf(prepared: Prepared, { kind, which, basis, date, signing }: Settings) {
  const { last, villages } = prepared;
  const data: ReportData = {
    ...last,
    rka: prepared.rka,
    inWords: prepared.inWords,
    trace: prepared.trace,
    sources: kind === "report" ? sourcesOf(last.scenario) : [],
    basis: basis
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean),
    date,
    signing,
  };
  if (kind === "briefing") return { view: briefingView(data), message: "" };
  if (kind === "report" || !villages) return { view: reportView(data), message: "" };
  const { byDistrict, districts, districtOf } = villages;
  const sheets = { ...last, date, villages: villages.villages, byDistrict, districts, districtOf };
  if (kind === "districts") {
    const all = districts.map((_, place) => place);
    return {
      view: districtSheets(sheets, which === "" ? all : all.filter((one) => String(one) === which)),
      message: "",
    };
  }
  const { places, empty } = chosenVillages(villages, last.scenario.villages?.length ?? 0, which);
  const shown = places.slice(0, MOST_SHEETS);
  const w = previewWords();
  const message = [
    shown.length < places.length ? w.tooMany(number(shown.length), number(places.length)) : "",
    empty > 0 ? w.empty(number(empty)) : "",
  ];
  return {
    view: villageSheets(sheets, sheetsOf(last.scenario, shown, prepared.sheets)),
    message: message.filter(Boolean).join(" "),
  };
}
