import { setTimeout as sleep } from 'node:timers/promises';

/** Lets one wait until it is rung, or until a time has passed. */
export class Bell {
  private rings = false;
  private hear?: () => void;

  private constructor() {}

  static create(): Bell {
    return new Bell();
  }

  ring(): void {
    this.rings = true;
    this.hear?.();
  }

  /** Returns at once when it was rung since it was last waited for. */
  async rung(timeoutMs: number, signal: AbortSignal): Promise<void> {
    if (!this.rings && !signal.aborted) {
      const heard = new AbortController();
      this.hear = () => heard.abort();
      await sleep(timeoutMs, undefined, {
        signal: AbortSignal.any([heard.signal, signal]),
        ref: false,
      }).catch(() => undefined);
      this.hear = undefined;
    }
    this.rings = false;
  }
}
