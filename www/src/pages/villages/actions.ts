/** What the buttons beside the table of villages do. */
import type { VillageActions } from "../../form/villages.js";
import { villageWords } from "../../form/village-words.js";
import { change, done, draft, update } from "../../plan/current.js";
import { readNumber } from "../../plan/numbers.js";
import { divided } from "../../plan/village-answer.js";
import { withOfficials } from "../../plan/village-template.js";
import { numberAt, villagesOf, withCounting, withoutBlankRows, withPeople, withRegister } from "../../plan/villages.js";
import { focusSoon } from "../../ui/focus.js";
import { number } from "../../words/format.js";
import { checkDouble, importTable } from "../village-dialogs.js";
import { columns, extra } from "./columns.js";
import { goTo } from "./table.js";
import { districtsNow, KINDS, loadAgain } from "./register.js";

export const actions: VillageActions = {
  count(segment, on) {
    const w = villageWords();
    const name = draft.value.segments.find(({ id }) => id === segment)?.name ?? "";
    update((plan) => withCounting(plan, segment, on), on ? w.counted(name) : w.notCounted(name));
  },
  take(which) {
    const before = villagesOf(draft.value).length;
    const next = withRegister(draft.value, districtsNow(), KINDS[which]);
    change(next, villageWords().taken(number(villagesOf(next).length - before)));
    focusSoon("villages-heading");
  },
  again() {
    loadAgain();
  },
  importTable() {
    void importTable(districtsNow());
  },
  checkDouble() {
    void checkDouble();
  },
  addRow() {
    goTo.value = { id: String(villagesOf(draft.value).length) };
    update((plan) => ({ ...plan, villages: [...villagesOf(plan), { name: "" }] }));
  },
  setUp(officials) {
    const w = villageWords();
    update((plan) => withOfficials(plan, officials, w.officials), w.templateDone);
  },
  tidy() {
    const next = withoutBlankRows(draft.value);
    change(next, villageWords().tidied(number(villagesOf(draft.value).length - villagesOf(next).length)));
  },
  show(what, on) {
    const now = extra.value;
    if (typeof what === "string") extra.value = { ...now, [what]: on };
    else {
      const others = now.ceilings.filter((fund) => fund !== what.ceiling);
      extra.value = { ...now, ceilings: on ? [...others, what.ceiling] : others };
    }
  },
  spread(segment, typed, how) {
    void spread(segment, typed, how);
  },
  clear() {
    update((plan) => ({ ...plan, villages: [] }), villageWords().cleared);
    focusSoon("villages-heading");
  },
};

async function spread(segment: string, typed: string, how: "each" | "equal" | "size"): Promise<void> {
  const w = villageWords();
  const reading = readNumber(typed, "people");
  if (reading.is !== "number") {
    done.value = w.notWhole;
    return;
  }
  const rows = villagesOf(draft.value);
  const size = columns.value.find((column) => column.is === "residents");
  const sizes = rows.map((village) => (how === "size" ? size && numberAt(village, size) : 1));
  if (!sizes.every((one) => typeof one === "number")) {
    done.value = w.spreadNeedsSize;
    return;
  }
  const people = how === "each" ? rows.map(() => reading.value) : await divided(reading.value, sizes).catch(() => null);
  if (people === null) {
    done.value = w.spreadFailed;
    return;
  }
  const name = draft.value.segments.find(({ id }) => id === segment)?.name ?? "";
  update((plan) => withPeople(plan, segment, people), w.spreadDone(name));
}
