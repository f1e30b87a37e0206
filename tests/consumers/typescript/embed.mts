import { LIMITS, define, readFrameMessage } from "cakupan/embed";
import type { EmbedResult, FrameMessage } from "cakupan/embed";

declare const console: { log(text: unknown): void };

define();
const message: FrameMessage | null = readFrameMessage({ cakupan: 1, kind: "height", pixels: 640 });
// @ts-expect-error a result has more than a law
const result: EmbedResult = { law: "2026-11" };

console.log(message?.kind === "height" && message.pixels <= LIMITS.pixels);
export { result };
