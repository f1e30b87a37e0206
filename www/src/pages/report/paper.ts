/** The paper of the document: size, orientation and page numbers, as a style sheet that a policy on styles allows. */

export const PAPERS = { A4: [210, 297], F4: [215, 330] } as const;
export type Paper = keyof typeof PAPERS;
export const ORIENTATIONS = ["portrait", "landscape"] as const;
export type Orientation = (typeof ORIENTATIONS)[number];

/** Width and height in millimetres. */
export function sizeOf(paper: Paper, orientation: Orientation): readonly [width: number, height: number] {
  const [short, long] = PAPERS[paper];
  return orientation === "portrait" ? [short, long] : [long, short];
}

const sheet = new CSSStyleSheet();

/** `margin`: in millimetres. `foot`: stands at the left of each page's foot. Firefox prints no margin boxes, so nothing stands in them alone. */
export function usePaper(
  [width, height]: readonly [number, number],
  margin: number,
  foot: string,
  page: { readonly before: string; readonly between: string },
): void {
  const text = (content: string) =>
    `"${content.replace(/["\\\n]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)}"`;
  sheet.replaceSync(`@page {
    size: ${width}mm ${height}mm;
    margin: ${margin}mm;
    @bottom-left { content: ${text(foot)}; font: 8pt sans-serif; color: #333; }
    @bottom-right {
      content: ${text(page.before)} counter(page) ${text(page.between)} counter(pages);
      font: 8pt sans-serif;
      color: #333;
    }
  }`);
  if (!document.adoptedStyleSheets.includes(sheet))
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

/** The page prints as before again. */
export function leavePaper(): void {
  document.adoptedStyleSheets = document.adoptedStyleSheets.filter((one) => one !== sheet);
}
