/** Over so many seconds what was busy fades out of the mean. */
const fadesIn = 15;

/** How many requests are being answered, now and on average of the last seconds. */
export class Load {
  private count = 0;
  private average = 0;
  private at: number;

  private constructor(private readonly now: () => number) {
    this.at = now();
  }

  /** `now` answers seconds. */
  static create(options: { now(): number }): Load {
    return new Load(options.now);
  }

  get current(): number {
    return this.count;
  }

  get mean(): number {
    this.settle();
    return this.average;
  }

  begin() {
    this.settle();
    this.count += 1;
  }

  end() {
    this.settle();
    this.count -= 1;
  }

  private settle() {
    const now = this.now();
    const kept = Math.exp(-Math.max(0, now - this.at) / fadesIn);
    this.average = this.average * kept + this.count * (1 - kept);
    this.at = now;
  }
}
