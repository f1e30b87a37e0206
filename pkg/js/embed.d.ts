import type { Params, Problem, Scenario } from "./types.js";
export type * from "./types.js";

/**
 * The calculator on another page: the element `<kalkulator-cakupan>` and the messages between it and its frame. A
 * page that runs no scripts can use an `<iframe>` with the same address; a page with a host of its own follows
 * `FrameMessage` and `HostMessage` (`cakupan/embed.schema.json`).
 */

/** `"compact"`: a few questions and the result. `"full"`: the whole calculator. */
export type EmbedMode = "compact" | "full";

/** Colours and font of the host. A colour is refused where text on it has too little contrast (WCAG AA). */
export interface EmbedTheme {
  /** Buttons, links and the chart, `"#0b5cad"`. */
  readonly accent?: string | null;
  /** Background, `"#ffffff"`. */
  readonly background?: string | null;
  /** Text, `"#1f1f1f"`. */
  readonly text?: string | null;
  /** Radius of corners, 0 to 24 pixels. */
  readonly radius?: number | null;
  /** System, serif or monospaced font. */
  readonly font?: "system" | "serif" | "mono" | null;
}

/** Settings of the calculator. An absent setting keeps what the planner chose, or the default. */
export interface EmbedSettings {
  readonly mode?: EmbedMode | null;
  readonly language?: "id" | "en" | null;
  readonly theme?: EmbedTheme | null;
  /**
   * Region with a case of its own, by Kemendagri code or name: `"73.71"`, `"Kota Makassar"`. For other regions the
   * frame reports `unknownRegion`; a name is then filled into the form.
   */
  readonly region?: string | null;
  /**
   * Scenario to start with; refused parts are listed in `problems`. It replaces `region`. A result may be bound back
   * to it: a scenario that the calculator sent within the last ten seconds is ignored.
   */
  readonly scenario?: Scenario | null;
  /**
   * Whether input may be stored on the device, for this host and this `region`; otherwise it is lost on leaving. On
   * the next visit the stored input replaces the first `region` and `scenario`. Two calculators of one host that
   * store input need different regions. A host may store 1,000,000 characters in all; beyond that the reader is told
   * that nothing is stored.
   */
  readonly keep?: boolean | null;
}

/** From host to frame: first after `ready`, then after each change. */
export type HostMessage = {
  readonly cakupan: 1;
  readonly kind: "configure";
  readonly settings: EmbedSettings;
};

/** Result for the host: figures of the whole plan and the scenario; nothing about persons. */
export interface EmbedResult {
  readonly engine: string;
  readonly law: string;
  readonly region: string;
  readonly firstMonth: string;
  readonly months: number;
  readonly totalRupiah: number;
  readonly years: readonly {
    readonly year: number;
    readonly rupiah: number;
    /** Rupiah that no ceiling of the year pays. */
    readonly shortRupiah: number;
    /** Members in the last month of the year, and coverage in percent. */
    readonly members: number | null;
    readonly percent: number | null;
    /** Coverage of the region, or only of what the plan pays; `null` without a workforce. */
    readonly scope: "region" | "paid" | null;
  }[];
  /** The scenario, which the host can store and return in `settings.scenario`. */
  readonly scenario: Scenario;
}

/**
 * From frame to host. `ready` goes to any host and has no content; all others only to the sender of `configure`.
 */
export type FrameMessage =
  | { readonly cakupan: 1; readonly kind: "ready" }
  | { readonly cakupan: 1; readonly kind: "height"; readonly pixels: number }
  | { readonly cakupan: 1; readonly kind: "result"; readonly result: EmbedResult }
  | {
      readonly cakupan: 1;
      readonly kind: "problems";
      readonly problems: readonly Pick<Problem, "code" | "path" | "message">[];
    }
  | { readonly cakupan: 1; readonly kind: "refused"; readonly code: RefusalCode; readonly params: Params };

/** Why a message of the host was refused. */
export type RefusalCode =
  | "unknownVersion"
  | "unknownKind"
  | "tooLarge"
  | "tooMany"
  | "badSetting"
  | "unknownRegion"
  | "lowContrast";

/**
 * Limits: characters of all texts and names in a message, each value counting as one more; messages in ten seconds;
 * pixels of height.
 */
export const LIMITS: { readonly letters: 200000; readonly messages: 200; readonly pixels: 40000 };

/**
 * Reads a message of a frame; `null` if it is none, or breaks the schema or a limit. For hosts of one's own.
 */
export function readFrameMessage(data: unknown): FrameMessage | null;

/** Reads a message of a host; the code says why it is refused, `null` that it is not a message of ours. */
export function readHostMessage(
  data: unknown,
): HostMessage | { readonly refused: RefusalCode; readonly params: Params } | null;

/**
 * Registers `<kalkulator-cakupan>`; calling it again, or without a browser, does nothing. `home` is the address of
 * the calculator (`…/sematan.html`) for elements without `src`.
 *
 * Attributes: `src` (address of the calculator; the script that the page "Pasang" offers sets it), `mode`,
 * `language`, `region`, `accent`, `background`, `text`, `radius`, `font`, `keep`, `name` (of the frame, for screen
 * readers). Property: `scenario`. Events, bubbling and not cancelable: `cakupan-ready`, `cakupan-result` (`detail` is
 * an `EmbedResult`), `cakupan-problems`, `cakupan-refused`.
 *
 * @example
 * define();
 * document.querySelector("kalkulator-cakupan").addEventListener("cakupan-result", event => save(event.detail))
 */
export function define(home?: string): void;
