// Copies any JavaScript value to plain data: null, booleans, numbers, texts, arrays, objects. All reads of the
// caller's values are here and their errors are caught, so that no getter or Proxy runs while the engine does.

/** Greatest depth, as `Input::DEPTH` of the engine. */
const DEPTH = 32;
/** Most values of one list or object, as `Input::LENGTH`. */
const LENGTH = 100_000;
/** Most characters of one text; no field accepts a tenth of it. */
const TEXT = 100_000;
/**
 * Most values of an input: a cycle through many fields would grow without end. The largest plan that the engine
 * accepts has about a tenth of it.
 */
const VALUES = 500_000;
/** Most characters of an input. */
const LETTERS = 4_000_000;

/**
 * Marks what is not data by bytes, which JSON does not have; `Input` of the engine reads these marks. The first byte
 * is the kind, then a length in decimal digits.
 */
const mark = (kind: string, length?: number) => new TextEncoder().encode(kind + (length ?? ""));
/** A function, a symbol, a read that throws. */
const unreadable = () => mark("?");
const longText = (length: number) => mark("T", length);
const longList = (length: number) => mark("L", length);
/** A `Date`, a `Map`, a `FormData`: its content is not in its fields. */
const instance = () => mark("I");

/** Functions of the engine. */
export type Name = "check" | "compare" | "explain" | "project" | "reach" | "version";

export type Plain = null | boolean | number | string | Uint8Array | Plain[] | { [key: string]: Plain };

const isText = (key: string | symbol) => typeof key === "string";

function isInstance(value: object, keys: readonly string[]): boolean {
  if (keys.length > 0) return false;
  const prototype = Object.getPrototypeOf(value);
  // Objects of another window have another prototype, but that too is the end of its chain.
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

/**
 * An object in which every key is an ordinary one, `"__proto__"` too: nothing that it inherits from has a field. Of
 * `Object.create(null)` itself engines make a hash table, which is slower to fill and to read.
 */
const NO_FIELDS: object = Object.freeze(Object.create(null));

class Copy {
  values = 0;
  letters = 0;

  of(value: unknown, levels: number): Plain {
    this.values += 1;
    switch (typeof value) {
      case "number":
      case "boolean":
        return value;
      case "undefined":
        return null;
      case "string":
        if (value.length > TEXT) return longText(value.length);
        this.letters += value.length;
        return this.letters < LETTERS ? value : unreadable();
      case "object":
        if (value === null) return null;
        return levels > 0 && this.values < VALUES ? this.entries(value, levels - 1) : unreadable();
      default:
        return unreadable();
    }
  }

  private entries(value: object, levels: number): Plain {
    try {
      if (Array.isArray(value)) {
        const length = Math.max(0, Math.ceil(value.length));
        return length <= LENGTH ? this.list(value, length, levels) : longList(value.length);
      }
      // A view has a field for each byte, and keys that are symbols are not read.
      const keys = ArrayBuffer.isView(value) ? [] : Reflect.ownKeys(value).filter(isText);
      if (isInstance(value, keys)) return instance();
      return keys.length <= LENGTH ? this.object(value, keys, levels) : unreadable();
    } catch {
      return unreadable();
    }
  }

  private list(value: readonly unknown[], length: number, levels: number): Plain {
    const list: Plain[] = [];
    for (let index = 0; index < length; index++) list.push(this.at(value, index, levels));
    return list;
  }

  private object(value: object, keys: readonly string[], levels: number): Plain {
    for (const key of keys) this.letters += key.length;
    if (this.letters >= LETTERS) return unreadable();
    const object: { [key: string]: Plain } = Object.create(NO_FIELDS);
    for (const key of keys) object[key] = this.at(value, key, levels);
    return object;
  }

  private at(holder: object, key: string | number, levels: number): Plain {
    let value: unknown;
    try {
      value = (holder as { readonly [key: string | number]: unknown })[key];
    } catch {
      return unreadable();
    }
    return this.of(value, levels);
  }
}

/** Copies each value as plain data; the limits of size hold for all together. */
export function plain(values: readonly unknown[]): Plain[] {
  const copy = new Copy();
  return values.map((value) => copy.of(value, DEPTH));
}
