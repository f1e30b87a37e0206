/** A plan is edited in one tab at a time: a Web Lock that can be tried, waited for, given back and taken. */
export class Lock {
  private free: () => void = () => undefined;
  private waiting: AbortController | null = null;

  /** `onTaken` is called when another tab took the lock without waiting. */
  constructor(
    private readonly name: string,
    private readonly onTaken: () => void,
  ) {}

  /** Whether this tab has the lock now. */
  try(): Promise<boolean> {
    return this.ask({ ifAvailable: true });
  }

  /** Takes the lock from the tab that has it. */
  take(): Promise<boolean> {
    this.waiting?.abort();
    this.waiting = null;
    return this.ask({ steal: true });
  }

  /** Calls `then` when every other tab has given the lock back. */
  wait(then: () => void): void {
    if (this.waiting) return;
    this.waiting = new AbortController();
    void this.ask({ signal: this.waiting.signal }).then((got) => {
      if (!got) return;
      this.waiting = null;
      then();
    });
  }

  giveBack(): void {
    this.waiting?.abort();
    this.waiting = null;
    this.free();
  }

  private ask(options: LockOptions): Promise<boolean> {
    // Pages without https have no locks: every tab may edit, and the check of the revision alone keeps them apart.
    if (!("locks" in navigator)) return Promise.resolve(options.signal === undefined);
    return new Promise((answer) => {
      let held = false;
      navigator.locks
        .request(this.name, options, (lock) => {
          held = lock !== null;
          answer(held);
          return held ? new Promise<void>((free) => (this.free = free)) : undefined;
        })
        .catch((error: unknown) => {
          if (held) this.onTaken();
          // Some frames are not allowed to use locks.
          else answer(!(error instanceof DOMException && error.name === "AbortError"));
        });
    });
  }
}
