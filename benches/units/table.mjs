// Made-up people and ceilings for villages of the register: they depend on the code of the village alone.
/** Codes where the register is not at hand. */
export const numbered = (units) => Array.from({ length: units }, (_, unit) => `village ${unit}`);

/** A number below 2^32 that a text always gives: FNV-1a, its bits mixed once more. */
function hash(text) {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x45d9f3b);
  return (bits ^ (bits >>> 15)) >>> 0;
}

/** So many units in columns, in the order of the columns of the model; after the last village the first comes again. */
export function tableOf({ columns }, codes, units) {
  return columns.map(({ name, least, most }) =>
    Float64Array.from({ length: units }, (_, unit) => {
      const number = hash(`${codes[unit % codes.length]} ${Math.floor(unit / codes.length)} ${name}`);
      return least + (number % (most - least + 1));
    }),
  );
}

/** The table by the names of its columns, as the package takes it. */
export const named = ({ columns }, table) => Object.fromEntries(columns.map(({ name }, at) => [name, table[at]]));
