/** Lets so many do something at once; the others wait for their turn, first come, first served. */
export class Turns {
  private readonly waiting: (() => void)[] = [];

  private constructor(private free: number) {}

  static create(atOnce: number): Turns {
    return new Turns(atOnce);
  }

  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else await new Promise<void>(resolve => this.waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
