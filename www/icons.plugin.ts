/** Draws `icon.svg` as PNG for home screens, which take no SVG: it has rectangles alone, so no drawing library is needed. */
import { readFileSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import type { Plugin } from "vite";

interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly colour: readonly number[];
}

/** Width and height of the drawing. */
const SIDE = 32;

function rectsOf(svg: string): readonly Rect[] {
  return [...svg.matchAll(/<rect ([^>]+)\/>/g)].map(([, text = ""]) => {
    const attribute = (name: string) => new RegExp(`(?:^| )${name}="([^"]+)"`).exec(text)?.[1];
    const number = (name: string) => Number(attribute(name) ?? 0);
    const hex = attribute("fill")?.slice(1) ?? "";
    const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : (hex.match(/../g) ?? []);
    if (pairs.length !== 3) throw new Error(`icon.svg: ${text} has no colour such as #0a489f.`);
    const colour = pairs.map((pair) => Number.parseInt(pair, 16));
    return { x: number("x"), y: number("y"), width: number("width"), height: number("height"), colour };
  });
}

function part(kind: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind, "latin1"), content]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(content.length);
  sum.writeUInt32BE(crc32(named));
  return Buffer.concat([length, named, sum]);
}

/** Without rounded corners: systems cut icons to shapes of their own. Edges lie between pixels at multiples of 32. */
export function png(svg: string, size: number): Buffer {
  const rects = rectsOf(svg);
  const scale = size / SIDE;
  const lines = Buffer.alloc(size * (1 + size * 3));
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const [x, y] = [column / scale, row / scale];
      const [last] = rects.filter((r) => x >= r.x && x < r.x + r.width && y >= r.y && y < r.y + r.height).slice(-1);
      if (!last) throw new Error("icon.svg does not fill its square.");
      lines.set(last.colour, row * (1 + size * 3) + 1 + column * 3);
    }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  // 8 bits for each of red, green and blue.
  head.set([8, 2], 8);
  const sign = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(lines, { level: 9 });
  return Buffer.concat([sign, part("IHDR", head), part("IDAT", data), part("IEND", Buffer.alloc(0))]);
}

export function icons(file: string): Plugin {
  return {
    name: "icons",
    apply: "build",
    generateBundle() {
      const svg = readFileSync(file, "utf8");
      for (const size of [192, 512])
        this.emitFile({ type: "asset", fileName: `icon-${size}.png`, source: png(svg, size) });
    },
  };
}
