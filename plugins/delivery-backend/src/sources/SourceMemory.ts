import { cleanLine } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';

interface SourceRow {
  memory: string | null;
  healthy: boolean | number | null;
  status: string | null;
  last_at: number | string | null;
}

/** The row of a source: where it goes on, and how it does. */
export class SourceMemory {
  private writing: Promise<void> = Promise.resolve();
  private told?: string;

  private constructor(
    private readonly db: Knex,
    private readonly id: string,
    private readonly now: () => number,
  ) {}

  static of(db: Knex, id: string, now: () => number): SourceMemory {
    return new SourceMemory(db, id, now);
  }

  async read(): Promise<string | undefined> {
    const row: SourceRow | undefined = await this.db('sources')
      .where({ id: this.id })
      .first();
    return row?.memory ?? undefined;
  }

  async write(row: Partial<SourceRow>): Promise<void> {
    await this.db('sources')
      .insert({ id: this.id, ...row })
      .onConflict('id')
      .merge(row);
  }

  /** In the background; a status that cannot be kept is not worth a failure. */
  tell(status: { healthy: boolean; text?: string }): void {
    const { healthy } = status;
    const text = cleanLine(status.text, 500) || null;
    const told = JSON.stringify([healthy, text]);
    if (told === this.told) return;
    this.told = told;
    this.writing = this.writing.then(() =>
      this.write({ healthy, status: text, last_at: this.now() }).catch(() => {
        this.told = undefined;
      }),
    );
  }

  /** Resolves once all that was told is written. */
  async settled(): Promise<void> {
    await this.writing;
  }
}
