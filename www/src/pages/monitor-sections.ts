/** What happened to the plan: what its sections are given to show, and what their buttons do. */
import { html, nothing } from "lit-html";
import { monitorAnswerView, monitorFailed, type MonitorShown, monitorWorking } from "../answer/monitor.js";
import { type MonitorActions, type MonitorPart, monitorView } from "../form/monitor.js";
import { monitorWords } from "../form/monitor-words.js";
import { answer } from "../plan/answer.js";
import { draft, update } from "../plan/current.js";
import { followRealisation, happened, isFailed, isFresh, isWorking } from "../plan/monitor.js";
import { realisedOf } from "../plan/realisation.js";
import { focusSoon } from "../ui/focus.js";
import { grid } from "../ui/grid/grid.js";
import { byContent, section } from "../ui/section.js";
import { importTable } from "./monitor/import.js";
import { choose, compared, group, groups, model, month, monthsOfYear, year, years } from "./monitor/table.js";
import { villageModel, villageValues } from "./monitor/villages.js";

followRealisation();

const gridSection = section(model, (now) => {
  // What is typed and what was worked out are read while the cells are drawn.
  void draft.value;
  void compared.value;
  return grid({ ...now });
});

const actions: MonitorActions = {
  choose,
  clear() {
    update((plan) => ({ ...plan, realisation: [] }), monitorWords().cleared);
    focusSoon("monitor-heading");
  },
  importTable: () => void importTable(),
};

const part = byContent<MonitorPart>(() => ({
  years: years.value,
  year: year.value,
  groups: groups.value,
  group: group.value,
  months: monthsOfYear.value,
  month: month.value,
  hasRows: realisedOf(draft.value).length > 0,
  actions,
}));

export const monitorSection = section(part, (now) => monitorView(now, gridSection));

const villageSection = section(villageModel, (now) => grid({ ...now }));

const shown = byContent<MonitorShown | "failed" | null>(() => {
  if (realisedOf(draft.value).length === 0) return null;
  if (isFailed.value) return "failed";
  const { monitored = null, problems = [], unclear = [] } = happened.value ?? {};
  const { last } = answer.value;
  const { segments = [], funds = [] } = last?.scenario ?? {};
  const names = Object.fromEntries([...segments, ...funds].map(({ id, name }) => [id, name]));
  return {
    fresh: happened.value === null || isFresh.value,
    isKnown: happened.value !== null,
    monitored,
    wrong: problems.length + unclear.length,
    names,
  };
});

const workingSection = section(isWorking, monitorWorking);

const answerSection = section(shown, (now) => {
  if (now === null) return nothing;
  return now === "failed" ? monitorFailed() : monitorAnswerView(now, { grid: villageSection, values: villageValues });
});

export const monitorAnswerSection = html`${workingSection}${answerSection}`;
