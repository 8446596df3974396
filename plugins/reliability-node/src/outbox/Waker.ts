/** Sleeps until a time has passed or somebody wakes it; a call before it sleeps is not lost. */
export class Waker {
  private called = false;
  private rouse: (() => void) | undefined;

  private constructor() {}

  static create(): Waker {
    return new Waker();
  }

  wake(): void {
    this.called = true;
    this.rouse?.();
  }

  async sleep(ms: number): Promise<void> {
    if (!this.called) {
      await new Promise<void>(resolve => {
        const timer = setTimeout(resolve, ms);
        timer.unref();
        this.rouse = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rouse = undefined;
    this.called = false;
  }
}
