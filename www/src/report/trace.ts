/** How the paper leads back to the plan: its check code, and a QR code that holds the plan. */
import { html, svg, type TemplateResult } from "lit-html";
import type { ReportData, Trace } from "./data.js";
import { reportWords } from "./words.js";

export function tracePart({ projection, trace }: ReportData): TemplateResult {
  const w = reportWords();
  return html`
    <section class="trace">
      <h2>${w.trace}</h2>
      ${trace.code ? qrView(trace.code.modules) : ""}
      <div>
        <p>${w.checkCode}: <code>${projection.input}</code></p>
        <p>${w.checkCodeAbout}</p>
        ${
          trace.code
            ? html`
            <p>${w.qrAbout(trace.address)}</p>
            ${trace.code.input === projection.input ? "" : html`<p>${w.qrWithout(trace.code.input)}</p>`}`
            : html`<p>${w.qrTooLarge}</p>`
        }
      </div>
    </section>
    <p class="end">${w.end(projection.region.name, projection.input)}</p>`;
}

/** Light modules around the code, without which scanners do not find it (ISO/IEC 18004). */
const QUIET = 4;

/** Width of a module that phones read from an office print, in millimetres. */
const MODULE_MM = 0.4;

function qrView(modules: NonNullable<Trace["code"]>["modules"]): TemplateResult {
  const size = modules.length + 2 * QUIET;
  // Neighbours in a row are one rectangle: single squares show hairlines between them on some printers.
  const path = modules
    .flatMap((row, y) => runs(row).map(([from, length]) => `M${from + QUIET} ${y + QUIET}h${length}v1h-${length}z`))
    .join("");
  return html`
    <svg class="qr" viewBox=${`0 0 ${size} ${size}`} role="img" aria-label=${reportWords().qrTitle}
      .style=${`inline-size:${size * MODULE_MM}mm`}>
      ${svg`<rect width=${size} height=${size} fill="#fff"></rect><path d=${path} fill="#000"></path>`}
    </svg>`;
}

/** Stretches of dark modules: where each begins, and its length. */
function runs(row: readonly boolean[]): readonly (readonly [from: number, length: number])[] {
  const found: [number, number][] = [];
  for (const [place, isDark] of row.entries()) {
    if (!isDark) continue;
    const last = found.at(-1);
    if (last && last[0] + last[1] === place) last[1] += 1;
    else found.push([place, 1]);
  }
  return found;
}
