// From any JavaScript values to plain data in two flat pieces, numbers and text, which cross to the engine at once.
// Every read is caught: a getter or a Proxy may throw, and nothing of the caller runs while the engine does.

const NULL = 0,
  FALSE = 1,
  TRUE = 2,
  NUMBER = 3,
  TEXT = 4,
  LIST = 5,
  OBJECT = 6,
  UNREADABLE = 7;

/** How deep an input may nest, as `Input::DEPTH` of the engine says. */
const DEPTH = 32;
/** How many values one list or object may hold, as `Input::LENGTH` says. */
const LENGTH = 100_000;
/** How many numbers and letters an input may become in all: a value met again and again would otherwise have no end. */
const MOST = 4_000_000;

const unreadable = Symbol("unreadable");
const encoder = /* @__PURE__ */ new TextEncoder();

/** What stands at a key, or that it cannot be read. */
function at(holder, key) {
  try {
    return holder[key];
  } catch {
    return unreadable;
  }
}

class Flat {
  numbers = [];
  text = "";

  /** A line break ends each text, so that no two of them join. */
  write(words) {
    this.numbers.push(words.length);
    this.text += `${words}\n`;
  }

  value(value, levels) {
    const { numbers } = this;
    const type = typeof value;
    if (type === "number") numbers.push(NUMBER, value);
    else if (type === "string" && this.text.length + value.length < MOST) {
      numbers.push(TEXT);
      this.write(value);
    } else if (value === null || type === "undefined") numbers.push(NULL);
    else if (type === "object" && levels > 0 && numbers.length < MOST) this.entries(value, levels - 1);
    else if (type === "boolean") numbers.push(value ? TRUE : FALSE);
    else numbers.push(UNREADABLE);
  }

  entries(value, levels) {
    let own;
    try {
      own = Array.isArray(value) ? value.length : Reflect.ownKeys(value);
    } catch {
      own = unreadable;
    }
    if (typeof own === "number" && own <= LENGTH) this.list(value, Math.max(0, Math.ceil(own)), levels);
    else if (Array.isArray(own) && own.length <= LENGTH) this.object(value, own, levels);
    else this.numbers.push(UNREADABLE);
  }

  list(value, length, levels) {
    this.numbers.push(LIST, length);
    for (let index = 0; index < length; index++) this.value(at(value, index), levels);
  }

  object(value, own, levels) {
    // A key that is a symbol is none of ours.
    const keys = own.every((key) => typeof key === "string") ? own : own.filter((key) => typeof key === "string");
    let letters = this.text.length;
    for (const key of keys) letters += key.length;
    if (letters >= MOST) {
      this.numbers.push(UNREADABLE);
      return;
    }
    this.numbers.push(OBJECT, keys.length);
    for (const key of keys) {
      this.write(key);
      this.value(at(value, key), levels);
    }
  }
}

/** The numbers of values, and the bytes of their text. */
export function flatten(values) {
  const flat = new Flat();
  for (const value of values) flat.value(value, DEPTH);
  return [new Float64Array(flat.numbers), encoder.encode(flat.text)];
}
