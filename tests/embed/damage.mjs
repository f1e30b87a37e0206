// Damages a message: parts are removed, replaced, enlarged, or get a prototype.
export const JUNK = [
  null,
  true,
  false,
  "",
  "x",
  "full",
  "#0b5cad",
  "#0b5cag",
  "#0b5cad0",
  "2025-1",
  -1,
  0,
  1,
  1.5,
  24,
  25,
  40_001,
  1e21,
  2 ** 53,
  2 ** 53 - 1,
  [],
  {},
  [null],
  { id: "a" },
  { id: "a", en: "b" },
  "a".repeat(201),
  "é".repeat(200),
  "😀".repeat(150),
  JSON.parse('{"__proto__":{"mode":"full"}}'),
  JSON.parse('{"constructor":{"prototype":{}}}'),
  "<img src=x onerror=alert(1)>",
  "javascript:alert(1)",
  JSON.parse("[".repeat(30) + "]".repeat(30)),
];

export function damage(dice, message) {
  let holder = message;
  for (;;) {
    const keys = Object.keys(holder);
    const key = dice.pick(keys);
    const value = holder[key];
    const inner = typeof value === "object" && value !== null && Object.keys(value).length > 0;
    if (inner && dice.chance(0.6)) {
      holder = value;
      continue;
    }
    const how = dice.int(0, 4);
    const junk = structuredClone(dice.pick(JUNK));
    if (how === 0 && !Array.isArray(holder)) delete holder[key];
    else if (how === 1 && !Array.isArray(holder))
      holder[dice.pick(["more", "constructor", "toString", "cakupan", "settings"])] = junk;
    else if (how === 2 && Array.isArray(holder)) holder.push(...Array(dice.int(1, 120)).fill(holder[0] ?? junk));
    else holder[key] = junk;
    return;
  }
}
