// The scenario with every field from `types.test.mts`. It is an object literal, so it can be read as JavaScript.
import { readFileSync } from "node:fs";

const text = readFileSync(new URL("types.test.mts", import.meta.url), "utf8");
const literal = /everything: Scenario = (\{[\s\S]*?\n\});/.exec(text)[1];

export const { default: everything } = await import(
  `data:text/javascript,${encodeURIComponent(`export default ${literal}`)}`
);
