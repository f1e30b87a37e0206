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
      // In here, because what the view reads while it is being put in place counts as well.
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
 * A computed value that is compared by content: plain objects and lists that equal those before stay the same objects.
 * Who depends on it hears of nothing as long as nothing in it has changed.
 */
export function byContent<T>(read: () => T): ReadonlySignal<T> {
  let last: T | undefined;
  return computed(() => {
    last = shared(last, read());
    return last;
  });
}

/** `next`, with every part that equals the same part of `last` replaced by that part: `===` then tells what changed. */
export function shared<T>(last: unknown, next: T): T {
  if (Object.is(last, next)) return next;
  if (Array.isArray(last) && Array.isArray(next)) {
    const items: unknown[] = next.map((item, place) => shared(last[place], item));
    const equal = last.length === items.length && items.every((item, place) => Object.is(item, last[place]));
    return (equal ? last : items) as T;
  }
  if (!isRecord(last) || !isRecord(next)) return next;
  const names = Object.keys(next);
  const parts = Object.fromEntries(names.map((name) => [name, shared(last[name], next[name])]));
  const equal =
    Object.keys(last).length === names.length &&
    names.every((name) => Object.hasOwn(last, name) && Object.is(parts[name], last[name]));
  return (equal ? last : parts) as T;
}

function isRecord(value: unknown): value is { readonly [name: string]: unknown } {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
