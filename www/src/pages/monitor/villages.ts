/** The villages of the answer as a table of their own: a province has 3,000, of which only those in sight are drawn. */
import { computed } from "@preact/signals-core";
import type { MonitoredVillage } from "cakupan/monitor";
import { monitorWords } from "../../form/monitor-words.js";
import { happened } from "../../plan/monitor.js";
import type { GridColumn, GridModel } from "../../ui/grid/model.js";
import { byContent } from "../../ui/section.js";
import type { Values } from "../../ui/table-values.js";
import { number } from "../../words/format.js";

interface VillageRow {
  readonly id: string;
  readonly village: MonitoredVillage;
}

/** Those in arrears first, by district; the largest arrears of each district before the others. */
const rows = computed<readonly VillageRow[]>(() => {
  const { villages = [], districts = [] } = happened.value?.monitored ?? {};
  const places = new Map(districts.map(({ district }, place) => [district, place]));
  const placeOf = ({ district }: MonitoredVillage) => places.get(district) ?? districts.length;
  const owed = ({ compared }: MonitoredVillage) => compared.arrearsRupiah;
  // A row is a rank and not a village: a grid leaves rows where they are until its reader sorts them.
  return [...villages]
    .sort(
      (one, other) =>
        Number(owed(other) > 0) - Number(owed(one) > 0) || placeOf(one) - placeOf(other) || owed(other) - owed(one),
    )
    .map((village, rank) => ({ id: String(rank), village }));
});

const columns = byContent<readonly GridColumn[]>(() => {
  const w = monitorWords();
  const amount = (key: string, label: string, width = 15): GridColumn => ({
    key,
    label,
    kind: "number",
    width,
    readOnly: true,
  });
  const year = happened.value?.monitored?.year.year ?? "";
  return [
    { key: "village", label: w.titles.village, kind: "text", width: 18, readOnly: true },
    { key: "district", label: w.titles.district, kind: "text", width: 14, readOnly: true },
    amount("planRupiah", `${w.pace.planRupiah(String(year))} (Rp)`),
    amount("lineRupiah", `${w.pace.lineRupiah} (Rp)`),
    amount("paidRupiah", `${w.pace.paidRupiah} (Rp)`),
    amount("aheadRupiah", `${w.pace.aheadRupiah} (Rp)`),
    amount("arrears", `${w.pace.arrears} (Rp)`),
    amount("unknown", w.pace.unknown, 9),
  ];
});

/** `null`: not known. */
function valueAt({ name, district, year, compared }: MonitoredVillage, key: string): string | number | null {
  switch (key) {
    case "village":
      return name;
    case "district":
      return district ?? "";
    case "planRupiah":
    case "lineRupiah":
    case "paidRupiah":
    case "aheadRupiah":
    case "unknown":
      return year[key];
    default:
      return compared.arrearsRupiah;
  }
}

export const villageModel = computed<GridModel<VillageRow>>(() => ({
  label: monitorWords().villages,
  columns: columns.value,
  rows: rows.value,
  faults: [],
  takesMoreRows: false,
  cell({ village }, { key }) {
    const value = valueAt(village, key);
    return typeof value === "number" ? number(value) : (value ?? monitorWords().unknown);
  },
  sortBy: ({ village }, { key }) => valueAt(village, key),
  // No cell of it can be edited.
  onEdit: () => undefined,
}));

/** All of them, to be copied. */
export function villageValues(): Values {
  return {
    caption: monitorWords().villages,
    heads: columns.value.map(({ label }) => label),
    rows: rows.value.map(({ village }) => columns.value.map(({ key }) => valueAt(village, key))),
  };
}
