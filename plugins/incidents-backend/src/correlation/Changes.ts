import type { CorrelatedChange } from './Correlation';

const mostOfOne = 20;

/** Recent changes by entity. */
export class Changes {
  private readonly byEntity = new Map<string, CorrelatedChange[]>();
  /** Grows with each. */
  version = 0;
  private latest = 0;
  private sinceTidied = 0;

  private constructor(private readonly horizonMs: number) {}

  static create(options: { horizonMs: number }): Changes {
    return new Changes(options.horizonMs);
  }

  add(change: CorrelatedChange): void {
    this.version += 1;
    this.latest = Math.max(this.latest, change.at);
    const others = (this.byEntity.get(change.entityRef) ?? []).filter(
      ({ id, at }) => id !== change.id && at >= this.latest - this.horizonMs,
    );
    others.push(change);
    others.sort((a, b) => a.at - b.at || a.id - b.id);
    this.byEntity.set(change.entityRef, others.slice(-mostOfOne));
    this.sinceTidied += 1;
    if (this.sinceTidied > this.byEntity.size + 1_000) this.tidy();
  }

  /**
   * The last change of an entity in a span, both ends included. A rollback is passed over as long as
   * there is another: alerts of what it undid come in after it.
   */
  lastOf(
    entityRef: string,
    { from, to }: { from: number; to: number },
  ): CorrelatedChange | undefined {
    const within = this.byEntity
      .get(entityRef)
      ?.filter(({ at }) => at >= from && at <= to);
    return within?.findLast(({ undoes }) => !undoes) ?? within?.at(-1);
  }

  private tidy(): void {
    this.sinceTidied = 0;
    for (const [ref, changes] of this.byEntity)
      if (changes.at(-1)!.at < this.latest - this.horizonMs)
        this.byEntity.delete(ref);
  }
}
