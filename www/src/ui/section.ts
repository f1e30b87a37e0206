/** A part of the page that is drawn by itself: again only when what it shows has changed. */
import { computed, effect, type ReadonlySignal } from "@preact/signals-core";
import { noChange } from "lit-html";
import { AsyncDirective, directive } from "lit-html/async-directive.js";
import type { ChildPart, DirectiveParameters } from "lit-html/directive.js";

type Drawn = (shown: never) => unknown;

class SectionDirective extends AsyncDirective {
  private shown: ReadonlySignal<unknown> | null = null;
  private view: Drawn | null = null;
  private part: ChildPart | null = null;
  private stop: () => void = () => undefined;

  render(_shown: ReadonlySignal<unknown>, _view: Drawn): unknown {
    return noChange;
  }

  override update(part: ChildPart, [shown, view]: DirectiveParameters<this>): unknown {
    if (shown === this.shown && view === this.view) return noChange;
    this.stop();
    [this.shown, this.view, this.part] = [shown, view, part];
    this.follow(shown, view as (shown: unknown) => unknown);
    return noChange;
  }

  private follow(shown: ReadonlySignal<unknown>, view: (shown: unknown) => unknown): void {
    let isFirst = true;
    this.stop = effect(() => {
      // Where the first drawing of the page failed, its finished sections are in no document: they end here.
      if (!isFirst && !this.part?.parentNode.isConnected) return this.stop();
      isFirst = false;
      // Put in place inside the effect: directives such as `guard` call views only then, and these read signals too.
      this.setValue(view(shown.value));
    });
  }

  protected override disconnected(): void {
    this.stop();
  }

  protected override reconnected(): void {
    if (this.shown && this.view) this.follow(this.shown, this.view as (shown: unknown) => unknown);
  }
}

const place = directive(SectionDirective);

/** Draws `view(shown.value)` here, and again whenever the signal, or the language that the view reads, changes. */
export function section<T>(shown: ReadonlySignal<T>, view: (shown: T) => unknown): unknown {
  return place(shown, view as Drawn);
}

// ───────────────────────────── what a section shows ─────────────────────────────

/**
 * A computed value that is compared by content: while nothing in it has changed it stays the same object, and its
 * dependents are not run again. Of a changed object the parts that are equal stay the same objects.
 */
export function byContent<T>(read: () => T): ReadonlySignal<T> {
  let last: T | undefined;
  return computed(() => {
    last = shared(last, read());
    return last;
  });
}

/** `next`, or `last` where both are equal; else `next` with the parts of `last` that are equal. */
export function shared<T>(last: unknown, next: T): T {
  if (!isRecord(last) || !isRecord(next)) return isEqual(last, next) ? (last as T) : next;
  const names = Object.keys(next);
  const parts = names.map((name) => [name, isEqual(last[name], next[name]) ? last[name] : next[name]] as const);
  const isSame =
    Object.keys(last).length === names.length &&
    parts.every(([name, part]) => Object.hasOwn(last, name) && Object.is(part, last[name]));
  return (isSame ? last : Object.fromEntries(parts)) as T;
}

/** Plain objects and lists are equal by what they hold, all else by identity. It stops at the first difference. */
function isEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, place) => isEqual(item, other[place]));
  if (!isRecord(one) || !isRecord(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]));
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
