import { z } from 'zod';

/** What was last said of a Deployment or Rollout. */
export type Told = {
  revision: number;
  replicas: number;
  /** `aborted`: it failed, and what ran before runs again. */
  outcome: 'running' | 'succeeded' | 'failed' | 'aborted' | 'unknown';
  /** The revision that ran when this one began, where the controller says so. */
  from?: number;
};

const letters = {
  r: 'running',
  s: 'succeeded',
  f: 'failed',
  a: 'aborted',
  u: 'unknown',
} as const;

const letterSchema = z.enum(['r', 's', 'f', 'a', 'u']);

const schema = z.object({
  v: z.literal(1),
  /** Revision, replicas, first letter of the outcome, and what ran before, by cluster and id. */
  told: z.record(
    z.string(),
    z.union([
      z.tuple([z.number(), z.number(), letterSchema]),
      z.tuple([z.number(), z.number(), letterSchema, z.number()]),
    ]),
  ),
});

/**
 * What has been told, so that a watcher which starts again tells only what is new. About 60 bytes for each
 * Deployment and Rollout; those that are gone are forgotten.
 */
export class Memory {
  private constructor(private readonly told: Map<string, Told>) {}

  static read(text: string | undefined): Memory {
    try {
      const { told } = schema.parse(JSON.parse(text ?? ''));
      return new Memory(
        new Map(
          Object.entries(told).map(
            ([key, [revision, replicas, letter, from]]) => [
              key,
              {
                revision,
                replicas,
                outcome: letters[letter],
                ...(from !== undefined && { from }),
              },
            ],
          ),
        ),
      );
    } catch {
      // Nothing yet, or of another version: what is told again is known by its key.
      return new Memory(new Map());
    }
  }

  get(cluster: string, id: string): Told | undefined {
    return this.told.get(`${cluster}/${id}`);
  }

  set(cluster: string, id: string, told: Told) {
    this.told.set(`${cluster}/${id}`, told);
  }

  forget(cluster: string, id: string) {
    this.told.delete(`${cluster}/${id}`);
  }

  /**
   * Only these are there (any more) in a cluster.
   *
   * @param spared - how ids begin of which it is not known
   */
  keep(cluster: string, ids: Set<string>, spared: string[] = []) {
    for (const key of this.told.keys()) {
      const id = key.slice(cluster.length + 1);
      if (
        key.startsWith(`${cluster}/`) &&
        !ids.has(id) &&
        !spared.some(beginning => id.startsWith(beginning))
      )
        this.told.delete(key);
    }
  }

  write(): string {
    return JSON.stringify({
      v: 1,
      told: Object.fromEntries(
        [...this.told].map(([key, { revision, replicas, outcome, from }]) => [
          key,
          [
            revision,
            replicas,
            outcome[0],
            ...(from === undefined ? [] : [from]),
          ],
        ]),
      ),
    });
  }
}
