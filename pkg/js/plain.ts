// From any JavaScript values to plain data of our own: null, booleans, numbers, texts, arrays, objects. Every read of the
// caller's values happens here and is caught, so no getter or Proxy of theirs runs while the engine does.

/** How deep an input may nest, as `Input::DEPTH` of the engine says. */
const DEPTH = 32;
/** How many values one list or object may hold, as `Input::LENGTH` says. */
const LENGTH = 100_000;
/** How many values an input may have in all: a value met again and again would otherwise have no end. The largest plan
 * that the engine accepts has about a tenth of this. */
const VALUES = 500_000;
/** How many letters it may have in all. */
const LETTERS = 4_000_000;

/** Stands for what is no data (a function, a symbol, a read that throws): bytes, which no JSON holds. */
const UNREADABLE = /* @__PURE__ */ new Uint8Array(0);

export type Plain = null | boolean | number | string | Uint8Array | Plain[] | { [key: string]: Plain };

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
        this.letters += value.length;
        return this.letters < LETTERS ? value : UNREADABLE;
      case "object":
        if (value === null) return null;
        return levels > 0 && this.values < VALUES ? this.entries(value, levels - 1) : UNREADABLE;
      default:
        return UNREADABLE;
    }
  }

  private entries(value: object, levels: number): Plain {
    try {
      if (Array.isArray(value)) {
        const { length } = value;
        return length <= LENGTH ? this.list(value, Math.max(0, Math.ceil(length)), levels) : UNREADABLE;
      }
      // A key that is a symbol is none of ours.
      const keys = Reflect.ownKeys(value).filter((key) => typeof key === "string");
      return keys.length <= LENGTH ? this.object(value, keys, levels) : UNREADABLE;
    } catch {
      return UNREADABLE;
    }
  }

  private list(value: readonly unknown[], length: number, levels: number): Plain {
    const list: Plain[] = [];
    for (let index = 0; index < length; index++) list.push(this.at(value, index, levels));
    return list;
  }

  private object(value: object, keys: readonly string[], levels: number): Plain {
    for (const key of keys) this.letters += key.length;
    if (this.letters >= LETTERS) return UNREADABLE;
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
      return UNREADABLE;
    }
    return this.of(value, levels);
  }
}

/** A copy of each value, as plain data; together they have one limit of size. */
export function plain(values: readonly unknown[]): Plain[] {
  const copy = new Copy();
  return values.map((value) => copy.of(value, DEPTH));
}
