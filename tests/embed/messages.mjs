// Valid messages of both sides, which the types, the schema and the readers must all accept.
import { readFileSync } from "node:fs";

/** @type {import("cakupan/embed").Scenario} */
export const makassar = JSON.parse(readFileSync(new URL("../../cases/makassar.json", import.meta.url), "utf8"));

/** @type {readonly import("cakupan/embed").HostMessage[]} */
export const hostMessages = [
  { cakupan: 1, kind: "configure", settings: {} },
  {
    cakupan: 1,
    kind: "configure",
    settings: {
      mode: "full",
      language: "en",
      theme: { accent: "#0b5cad", background: "#FFFFFF", text: "#1f1f1f", radius: 24, font: "mono" },
      region: "73.71",
      scenario: makassar,
      keep: true,
    },
  },
  {
    cakupan: 1,
    kind: "configure",
    settings: {
      mode: null,
      language: null,
      region: null,
      scenario: null,
      keep: null,
      theme: { accent: null, background: null, text: null, radius: null, font: null },
    },
  },
  { cakupan: 1, kind: "configure", settings: { theme: null, mode: "compact", language: "id", keep: false } },
];

/** @type {readonly import("cakupan/embed").FrameMessage[]} */
export const frameMessages = [
  { cakupan: 1, kind: "ready" },
  { cakupan: 1, kind: "height", pixels: 0 },
  { cakupan: 1, kind: "height", pixels: 40_000 },
  {
    cakupan: 1,
    kind: "result",
    result: {
      engine: "0.1.0",
      law: "2026-11-27+0a1b2c3d",
      region: "Kota Makassar",
      firstMonth: "2025-01",
      months: 24,
      totalRupiah: 20_227_939_200,
      years: [
        { year: 2025, rupiah: 10_113_969_600, shortRupiah: 0, members: 256_291, percent: 50.5, scope: "region" },
        { year: 2026, rupiah: 9_007_199_254_740_991, shortRupiah: 1, members: null, percent: null, scope: null },
      ],
      scenario: makassar,
    },
  },
  { cakupan: 1, kind: "problems", problems: [] },
  {
    cakupan: 1,
    kind: "problems",
    problems: [{ code: "missing", path: "segments[0].name", message: { id: "Belum diisi.", en: "Not filled in." } }],
  },
  { cakupan: 1, kind: "refused", code: "tooMany", params: {} },
  {
    cakupan: 1,
    kind: "refused",
    code: "lowContrast",
    params: { setting: "theme.accent", contrast: 1.5, words: { id: "a", en: "b" } },
  },
];
