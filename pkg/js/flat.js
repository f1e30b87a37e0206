// From any JavaScript values to plain data in two flat pieces, numbers and text, which cross to the engine at once.
// Every read is caught: a getter or a Proxy may throw, and nothing of the caller runs while the engine does.

const NULL = 0,
  FALSE = 1,
  TRUE = 2,
  NUMBER = 3,
  TEXT = 4,
  LIST = 5,
  OBJECT = 6,
  UNREADABLE = 7,
  LONG_TEXT = 8,
  LONG_LIST = 9,
  INSTANCE = 10;

/** How deep an input may nest, as `Input::DEPTH` of the engine says. */
const DEPTH = 32;
/** How many values one list or object may hold, as `Input::LENGTH` says. */
const LENGTH = 100_000;
/** How many letters one text may have; no field takes a tenth of it. */
const LETTERS = 100_000;
/** How many numbers and letters an input may become in all: a value met again and again would otherwise have no end. */
const MOST = 4_000_000;

const unreadable = Symbol("unreadable");
const encoder = /* @__PURE__ */ new TextEncoder();

const isSymbol = (key) => typeof key === "symbol";

/** A `Date`, a `Map`, a `FormData`, a `Buffer`: what they hold is not in their fields. */
function isInstance(value, own) {
  if (own.length > 0) return false;
  const prototype = Object.getPrototypeOf(value);
  // The plain objects of another window have another prototype, but it too stands at the end of its chain.
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

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
    else if (type === "string" && value.length > LETTERS) numbers.push(LONG_TEXT, value.length);
    else if (type === "string" && this.text.length + value.length < MOST) {
      numbers.push(TEXT);
      this.write(value);
    } else if (value === null || type === "undefined") numbers.push(NULL);
    else if (type === "object" && levels > 0 && numbers.length < MOST) this.entries(value, levels - 1);
    else if (type === "boolean") numbers.push(value ? TRUE : FALSE);
    else numbers.push(UNREADABLE);
  }

  entries(value, levels) {
    let own = unreadable;
    let instance = false;
    try {
      if (Array.isArray(value)) own = value.length;
      else {
        // The bytes of a view would be fields by the thousand; a key that is a symbol is none of ours.
        own = ArrayBuffer.isView(value) ? [] : Reflect.ownKeys(value);
        if (own.some(isSymbol)) own = own.filter((key) => !isSymbol(key));
        instance = isInstance(value, own);
      }
    } catch {
      own = unreadable;
    }
    if (instance) this.numbers.push(INSTANCE);
    else if (typeof own === "number" && own > LENGTH) this.numbers.push(LONG_LIST, own);
    else if (typeof own === "number" && own <= LENGTH) this.list(value, Math.max(0, Math.ceil(own)), levels);
    else if (Array.isArray(own) && own.length <= LENGTH) this.object(value, own, levels);
    else this.numbers.push(UNREADABLE);
  }

  list(value, length, levels) {
    this.numbers.push(LIST, length);
    for (let index = 0; index < length; index++) this.value(at(value, index), levels);
  }

  object(value, keys, levels) {
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
