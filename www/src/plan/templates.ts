/** Plans to begin with: the groups that a budget of a region usually pays for, each with where that stands. */
import type { Region } from "../regions/pack.js";
import { type Draft, newFund, type SegmentDraft } from "./draft.js";
import type { EvidenceDraft } from "./evidence.js";
import { type Official, withOfficials } from "./village-template.js";

export type Template = "vulnerable" | "nonAsn" | "village" | "all";

export interface Start {
  readonly region: Pick<Region, "name" | "level"> & { readonly code?: string };
  readonly template: Template;
  readonly firstMonth: string;
  /** The minimum wage of the region, where one is in force in the first month. */
  readonly wage: { readonly key: string; readonly title: string } | null;
}

/** What stands in the documents of a region, in whatever language the page is. */
const press = (source: string, note: string): EvidenceDraft => ({ quality: "press", source, note });
const GUIDELINE = "Pedoman APBD tahun rencana perlu diperiksa.";

const VULNERABLE = {
  programmes: press("Permendagri 84/2022: JKK dan JKM bagi pekerja rentan, menurut pemberitaan", GUIDELINE),
  payers: press("Permendagri 15/2023: iuran pekerja rentan dari APBD, bukan Dana Desa", GUIDELINE),
};
const NON_ASN = {
  class: press(
    "Permenaker 1/2025: non-ASN pada penyelenggara negara adalah penerima upah",
    "Dari kutipan, bukan naskahnya.",
  ),
  programmes: press("Permendagri 84/2022: JKK dan JKM bagi non-ASN", "Permenaker 1/2025 juga dibaca mewajibkan JHT."),
};

/** The sources of each template, as they are shown before it is chosen. */
export const SOURCES: Readonly<Record<Template, readonly string[]>> = {
  vulnerable: texts(VULNERABLE),
  nonAsn: texts(NON_ASN),
  village: [
    "PP 11/2019 Pasal 81: siltap paling sedikit, dari ADD",
    "UU 3/2024 Pasal 26, 50A, dan 62: hak atas jaminan sosial",
  ],
  /** Those of the others. */
  all: [],
};

function texts(evidence: Readonly<Record<string, EvidenceDraft>>): readonly string[] {
  return Object.values(evidence).map(({ source }) => source ?? "");
}

/** Vulnerable workers are counted by village only where the plan is of villages alone. */
const OFFICIALS: { readonly [template in Template]: readonly Official[] } = {
  vulnerable: [],
  nonAsn: [],
  village: ["head", "officials", "council", "bodies", "cadres", "vulnerable"],
  all: ["head", "officials", "council", "bodies", "cadres"],
};

export type Names = Readonly<Record<"vulnerable" | "nonAsn", string>> & {
  readonly officials: Readonly<Record<Official, string>>;
};

/** Twelve months from the first one on, with the number of people of each group to be filled in. */
export function planFrom({ region, template, firstMonth, wage }: Start, names: Names): Draft {
  const fund = newFund([], region.level);
  const counted = { kind: "fixed", counts: [{ from: firstMonth, people: "" }] } as const;
  const common = {
    programmes: ["JKK", "JKM"],
    enrolment: counted,
    payers: [{ fund: fund.id, percent: "100" }],
  } as const;
  const vulnerable: SegmentDraft = {
    id: "rentan",
    name: names.vulnerable,
    class: "BPU",
    group: "vulnerable",
    ...common,
    evidence: VULNERABLE,
  };
  const base: EvidenceDraft | null = wage && {
    quality: "guess",
    source: wage.title,
    note: "Ganti dengan upah yang dibayar.",
  };
  const nonAsn: SegmentDraft = {
    id: "non-asn",
    name: names.nonAsn,
    class: "PU",
    group: "nonAsn",
    risk: "veryLow",
    base: wage ? { kind: "minimumWage", parameter: wage.key, percent: "100" } : { kind: "fixed", rupiah: "" },
    ...common,
    evidence: { ...NON_ASN, ...(base && { base }) },
  };
  const plan: Draft = {
    schema: 1,
    region: { name: region.name, level: region.level, ...(region.code && { code: region.code }) },
    period: { firstMonth, months: "12" },
    segments: [
      ...(template === "vulnerable" || template === "all" ? [vulnerable] : []),
      ...(template === "nonAsn" || template === "all" ? [nonAsn] : []),
    ],
    funds: [fund],
  };
  const officials = OFFICIALS[template];
  return officials.length > 0 ? withOfficials(plan, officials, names.officials) : plan;
}
