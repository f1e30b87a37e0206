// From any JavaScript values to plain data of our own: null, booleans, numbers, texts, arrays, objects. Every read of the
// caller's values happens here and is caught, so no getter or Proxy of theirs runs while the engine does.

/** How deep an input may nest, as `Input::DEPTH` of the engine says. */
const DEPTH = 32;
/** How many values one list or object may hold, as `Input::LENGTH` says. */
const LENGTH = 100_000;
/** How many letters one text may have; no field takes a tenth of it. */
const TEXT = 100_000;
/**
 * How many values an input may have in all: a value met again and again would otherwise have no end. The largest plan
 * that the engine accepts has about a tenth of this.
 */
const VALUES = 500_000;
/** How many letters it may have in all. */
const LETTERS = 4_000_000;

/**
 * Bytes stand for what is no data, since no JSON holds them; `Input` of the engine reads these marks. The first byte
 * says which, a text of digits behind it how long it was.
 */
const mark = (kind: string, length?: number) => new TextEncoder().encode(kind + (length ?? ""));
/** A function, a symbol, a read that throws. */
const unreadable = () => mark("?");
const longText = (length: number) => mark("T", length);
const longList = (length: number) => mark("L", length);
/** A `Date`, a `Map`, a `FormData`: what they hold is not in their fields. */
const instance = () => mark("I");

export type Plain = null | boolean | number | string | Uint8Array | Plain[] | { [key: string]: Plain };

const isText = (key: string | symbol) => typeof key === "string";

function isInstance(value: object, keys: readonly string[]): boolean {
  if (keys.length > 0) return false;
  const prototype = Object.getPrototypeOf(value);
  // The plain objects of another window have another prototype, but it too stands at the end of its chain.
  return prototype !== null && Object.getPrototypeOf(prototype) !== null;
}

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
      // The bytes of a view would be fields by the thousand; a key that is a symbol is none of ours.
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
    // Without a prototype, "__proto__" is a key like any other.
    const object: { [key: string]: Plain } = Object.create(null);
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

/** A copy of each value, as plain data; together they have one limit of size. */
export function plain(values: readonly unknown[]): Plain[] {
  const copy = new Copy();
  return values.map((value) => copy.of(value, DEPTH));
}
