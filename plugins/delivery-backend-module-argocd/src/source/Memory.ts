import { z } from 'zod';

const schema = z.object({
  v: z.literal(1),
  /** By instance, namespace and name: when the last synchronisation began, its phase, whether its version is sure. */
  told: z.record(z.string(), z.tuple([z.number(), z.string(), z.boolean()])),
});

/** What was last told of an application. */
export interface Told {
  startedAt: number;
  phase: string;
  /** Whether the version is that of an image. */
  sure: boolean;
}

/** What has been told, so that only news are told after a restart. About 70 bytes an application. */
export class Memory {
  private constructor(private readonly told: Map<string, Told>) {}

  static read(text: string | undefined): Memory {
    try {
      const { told } = schema.parse(JSON.parse(text ?? ''));
      return new Memory(
        new Map(
          Object.entries(told).map(([key, [startedAt, phase, sure]]) => [
            key,
            { startedAt, phase, sure },
          ]),
        ),
      );
    } catch {
      // Nothing yet, or of another version: what is told again is known by its key.
      return new Memory(new Map());
    }
  }

  get(key: string): Told | undefined {
    return this.told.get(key);
  }

  set(key: string, told: Told) {
    this.told.set(key, told);
  }

  /** Only these are there (any more) in an instance. */
  keep(instance: string, keys: Set<string>) {
    for (const key of this.told.keys())
      if (key.startsWith(`${instance}/`) && !keys.has(key))
        this.told.delete(key);
  }

  write(): string {
    return JSON.stringify({
      v: 1,
      told: Object.fromEntries(
        [...this.told].map(([key, { startedAt, phase, sure }]) => [
          key,
          [startedAt, phase, sure],
        ]),
      ),
    });
  }
}
