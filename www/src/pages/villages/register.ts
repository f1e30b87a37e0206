/** The villages of the region of the plan in the register: which of them the plan has not yet. */
import { computed, effect, signal } from "@preact/signals-core";
import type { Offer, Taken } from "../../form/villages.js";
import { draft } from "../../plan/current.js";
import { loadRegister, register } from "../../plan/place.js";
import { keeping } from "../../plan/storage/standing.js";
import { missing } from "../../plan/villages.js";
import type { District, VillageKind } from "../../regions/pack.js";
import { districts } from "../../regions/register.js";

/** Code of the kabupaten or kota of the plan; `""` for a province, and where the register knows no such code. */
const regency = computed(() => {
  const code = (draft.value.region.code ?? "").replace(/\D/g, "").slice(0, 4);
  const list = register.value;
  return (
    (Array.isArray(list) && list.find((one) => one.code.replace(".", "") === code && code.length === 4)?.code) || ""
  );
});

const pack = signal<{ readonly code: string; readonly districts: readonly District[] | "failed" } | null>(null);

async function loadVillages(code: string): Promise<void> {
  const found = await districts(code, keeping.value).catch(() => "failed" as const);
  pack.value = { code, districts: found };
}

effect(() => {
  if (draft.value.region.code) void loadRegister();
});
effect(() => {
  const code = regency.value;
  if (code && pack.peek()?.code !== code) void loadVillages(code);
});

export const KINDS: Readonly<Record<Taken, readonly VillageKind[]>> = {
  desa: ["desa", "desaAdat"],
  kelurahan: ["kelurahan"],
};

/** The villages of the register that the plan has not yet. */
export function offerNow(): Offer | "loading" | "failed" | null {
  const { region } = draft.value;
  if (!region.code) return null;
  if (register.value === "failed") return "failed";
  if (!regency.value) return register.value === null ? "loading" : null;
  const found = pack.value;
  if (found === null || found.code !== regency.value) return "loading";
  if (found.districts === "failed") return "failed";
  const left = (kinds: readonly VillageKind[]) => missing(draft.value, found.districts as readonly District[], kinds);
  return { region: region.name, desa: left(KINDS.desa), kelurahan: left(KINDS.kelurahan) };
}

/** The districts of the region with their villages; none while they are not loaded. */
export function districtsNow(): readonly District[] {
  const found = pack.value?.districts;
  return Array.isArray(found) ? found : [];
}

/** Loads again what could not be. */
export function loadAgain(): void {
  void loadRegister();
  if (regency.value) void loadVillages(regency.value);
}
