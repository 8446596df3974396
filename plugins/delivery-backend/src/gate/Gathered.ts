import { Remembered } from './Remembered';

/**
 * What is wrong in the whole organisation, which is little, read at once and known by entity for a moment:
 * so that many who ask about different entities make one call.
 */
export class Gathered<T> {
  private constructor(
    private readonly answers: Remembered<Map<string, T[]> | undefined>,
    private readonly read: () => Promise<{ items: T[]; isAll: boolean }>,
    private readonly refsOf: (item: T) => string[],
  ) {}

  static create<T>(options: {
    /** Milliseconds. */
    life: number;
    now: () => number;
    read: () => Promise<{ items: T[]; isAll: boolean }>;
    /** The entities that one is of. */
    refsOf: (item: T) => string[];
  }): Gathered<T> {
    const { read, refsOf } = options;
    return new Gathered(Remembered.create(options), read, refsOf);
  }

  /** Those of an entity; undefined when there are too many to be read at once. */
  async of(entityRef: string): Promise<T[] | undefined> {
    const all = await this.answers.of('', () => this.gather());
    return all && (all.get(entityRef) ?? []);
  }

  private async gather(): Promise<Map<string, T[]> | undefined> {
    const { items, isAll } = await this.read();
    if (!isAll) return undefined;
    const all = new Map<string, T[]>();
    for (const item of items)
      for (const ref of this.refsOf(item))
        all.set(ref, [...(all.get(ref) ?? []), item]);
    return all;
  }
}
