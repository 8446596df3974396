import { z } from 'zod';

/** What was last said of a Deployment: revision, replicas, outcome. */
export type Told = {
  revision: number;
  replicas: number;
  outcome: 'running' | 'succeeded' | 'failed' | 'unknown';
};

const letters = {
  r: 'running',
  s: 'succeeded',
  f: 'failed',
  u: 'unknown',
} as const;

const schema = z.object({
  v: z.literal(1),
  /** Revision, replicas and first letter of the outcome, by cluster and uid. */
  told: z.record(
    z.string(),
    z.tuple([z.number(), z.number(), z.enum(['r', 's', 'f', 'u'])]),
  ),
});

/**
 * What has been told, so that a watcher which starts again tells only what is new. About 60 bytes for each
 * Deployment; those that are gone are forgotten.
 */
export class Memory {
  private constructor(private readonly told: Map<string, Told>) {}

  static read(text: string | undefined): Memory {
    try {
      const { told } = schema.parse(JSON.parse(text ?? ''));
      return new Memory(
        new Map(
          Object.entries(told).map(([key, [revision, replicas, letter]]) => [
            key,
            { revision, replicas, outcome: letters[letter] },
          ]),
        ),
      );
    } catch {
      // Nothing yet, or of another version: what is told again is known by its key.
      return new Memory(new Map());
    }
  }

  get(cluster: string, uid: string): Told | undefined {
    return this.told.get(`${cluster}/${uid}`);
  }

  set(cluster: string, uid: string, told: Told) {
    this.told.set(`${cluster}/${uid}`, told);
  }

  forget(cluster: string, uid: string) {
    this.told.delete(`${cluster}/${uid}`);
  }

  /** Only these are there (any more) in a cluster. */
  keep(cluster: string, uids: Set<string>) {
    for (const key of this.told.keys())
      if (
        key.startsWith(`${cluster}/`) &&
        !uids.has(key.slice(cluster.length + 1))
      )
        this.told.delete(key);
  }

  write(): string {
    return JSON.stringify({
      v: 1,
      told: Object.fromEntries(
        [...this.told].map(([key, { revision, replicas, outcome }]) => [
          key,
          [revision, replicas, outcome[0]],
        ]),
      ),
    });
  }
}
