import type { Params, Problem, Scenario } from "./types.js";
export type * from "./types.js";

/**
 * The calculator on another page: the element `<kalkulator-cakupan>`, and the messages it exchanges with its frame.
 * A page that may not run scripts uses a plain `<iframe>` with the same address; a page that writes its own host
 * follows `FrameMessage` and `HostMessage` (`cakupan/embed.schema.json`).
 */

/** `"compact"`: a few questions and the answer. `"full"`: the whole calculator. */
export type EmbedMode = "compact" | "full";

/** Colours and letters of the host; each is checked, and refused where text on it could not be read (WCAG AA). */
export interface EmbedTheme {
  /** Buttons, links and the chart, `"#0b5cad"`. */
  readonly accent?: string | null;
  /** Behind everything, `"#ffffff"`. */
  readonly background?: string | null;
  /** Letters, `"#1f1f1f"`. */
  readonly text?: string | null;
  /** Corners in pixels, 0 to 24. */
  readonly radius?: number | null;
  /** Letters of the system, of a book, or of a typewriter. */
  readonly font?: "system" | "serif" | "mono" | null;
}

/** How a host sets the calculator up; absent: as the planner left it, or as it comes. */
export interface EmbedSettings {
  readonly mode?: EmbedMode | null;
  readonly language?: "id" | "en" | null;
  readonly theme?: EmbedTheme | null;
  /**
   * A region whose case comes with the calculator: its Kemendagri code or name, `"73.71"`, `"Kota Makassar"`. Of others
   * `unknownRegion` is told, and a name begins the form.
   */
  readonly region?: string | null;
  /**
   * What the form begins with; refused parts are told in `problems`. Wins over `region`. A result may be bound back
   * to it: what the calculator itself told in the last ten seconds is an echo, and not followed.
   */
  readonly scenario?: Scenario | null;
  /**
   * Whether what is typed may be kept on the device, for this host and this `region` alone; otherwise it is forgotten.
   * On the next visit it wins over the first `region` and `scenario`. Two calculators of one host that keep need
   * different regions. A host has room for a million letters in all; beyond it the reader is told that nothing is kept.
   */
  readonly keep?: boolean | null;
}

/** From the host to the frame, first after `ready`, and again whenever something changes. */
export type HostMessage = {
  readonly cakupan: 1;
  readonly kind: "configure";
  readonly settings: EmbedSettings;
};

/** What a host learns of an answer: figures of the whole plan and what was typed, nothing about persons. */
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
    /** What no ceiling of the year pays. */
    readonly shortRupiah: number;
    /** Members in the last month of the year, and their share of those who could be covered. */
    readonly members: number | null;
    readonly percent: number | null;
    /** Of all members that are known, or only of those whom the plan pays for; `null` without a workforce. */
    readonly scope: "region" | "paid" | null;
  }[];
  /** What was typed, so that the host can keep it and give it back in `settings.scenario`. */
  readonly scenario: Scenario;
}

/** From the frame to its host. `ready` goes to any host and says nothing; all else only to who sent `configure`. */
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

/** Why a message of the host was not followed. */
export type RefusalCode =
  | "unknownVersion"
  | "unknownKind"
  | "tooLarge"
  | "tooMany"
  | "badSetting"
  | "unknownRegion"
  | "lowContrast";

/**
 * Limits of the exchange: letters of all texts and names in a message, each value counting as one more; messages in
 * ten seconds; pixels of height.
 */
export const LIMITS: { readonly letters: 200000; readonly messages: 200; readonly pixels: 20000 };

/** Reads a message of a frame; `null` where it is none, or breaks the schema or a limit. For hosts of one's own. */
export function readFrameMessage(data: unknown): FrameMessage | null;

/** Reads a message of a host; the code says why it is not followed, `null` that it is none of ours. */
export function readHostMessage(
  data: unknown,
): HostMessage | { readonly refused: RefusalCode; readonly params: Params } | null;

/**
 * Makes `<kalkulator-cakupan>` known to the page; calling it again does nothing. Without a browser it does nothing.
 * `home` is the address of the calculator (`…/sematan.html`) for elements that name none in `src`.
 *
 * Attributes: `src` (address of the calculator; the script that the page "Pasang" offers knows its own),
 * `mode`, `language`, `region`, `accent`, `background`, `text`, `radius`, `font`, `keep`, `name` (of the frame, for screen
 * readers). Property: `scenario`. Events, not cancelable, that bubble: `cakupan-ready`, `cakupan-result`
 * (`detail` an `EmbedResult`), `cakupan-problems`, `cakupan-refused`.
 *
 * @example
 * define();
 * document.querySelector("kalkulator-cakupan").addEventListener("cakupan-result", event => save(event.detail))
 */
export function define(home?: string): void;
