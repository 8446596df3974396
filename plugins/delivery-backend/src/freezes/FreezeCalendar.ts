import { InputError, NotFoundError } from '@backstage/errors';
import type { Freeze, FreezeRequest } from '@ghostlight/plugin-delivery-common';
import { readEntityRefs } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import { occurrencesOf, type ConfiguredFreeze } from './ConfiguredFreeze';

/** Milliseconds that a freeze may last. */
const longest = 366 * 24 * 3600_000;
const most = 500;

interface FreezeRow {
  id: string;
  title: string;
  reason: string | null;
  from_at: number | string;
  until_at: number | string;
  environments: string;
  entity_refs: string;
  owners: string;
  by: string;
  deleted_at: number | string | null;
}

/** What a freeze may be about. */
export interface FreezeSubject {
  entityRef: string;
  environment: string;
  ownerRef?: string;
}

/** When nothing goes out: planned in the portal, or again and again by configuration. */
export class FreezeCalendar {
  private constructor(
    private readonly db: Knex,
    private readonly configured: ConfiguredFreeze[],
  ) {}

  static create(options: {
    db: Knex;
    configured: ConfiguredFreeze[];
  }): FreezeCalendar {
    return new FreezeCalendar(options.db, options.configured);
  }

  /** Freezes of a subject at an instant, the one that lasts longest first. */
  async at(now: number, subject: FreezeSubject): Promise<Freeze[]> {
    const freezes = await this.between(now, now + 1);
    return freezes
      .filter(freeze => concerns(freeze, subject))
      .sort((a, b) => b.until.localeCompare(a.until));
  }

  /** All that overlap a span of time, the earliest first; at most 500 of each kind. */
  async between(from: number, to: number): Promise<Freeze[]> {
    const rows = await this.db<FreezeRow>('freezes')
      .whereNull('deleted_at')
      .where('until_at', '>', from)
      .where('from_at', '<', to)
      .orderBy('until_at')
      .limit(most);
    const repeated = this.configured.flatMap(freeze =>
      occurrencesOf(freeze, from, to).slice(0, most),
    );
    return [...rows.map(describe), ...repeated].sort((a, b) =>
      a.from.localeCompare(b.from),
    );
  }

  /** @throws InputError that names the field */
  async plan(request: FreezeRequest, by: string, now: number): Promise<Freeze> {
    const from = Date.parse(request.from);
    const until = Date.parse(request.until);
    if (until <= from) throw new InputError('until: must be after from');
    if (until <= now) throw new InputError('until: must be in the future');
    if (until - from > longest)
      throw new InputError('until: a freeze may last a year at most');
    const row: FreezeRow = {
      id: randomUUID(),
      title: request.title,
      reason: request.reason ?? null,
      from_at: from,
      until_at: until,
      environments: JSON.stringify(request.environments ?? []),
      entity_refs: JSON.stringify(
        readEntityRefs('entityRefs', request.entityRefs, 'component') ?? [],
      ),
      owners: JSON.stringify(
        readEntityRefs('owners', request.owners, 'group') ?? [],
      ),
      by,
      deleted_at: null,
    };
    await this.db('freezes').insert(row);
    return describe(row);
  }

  /**
   * @throws NotFoundError
   * @throws InputError when the configuration plans it
   */
  async end(id: string, now: number): Promise<void> {
    if (this.configured.some(freeze => id.startsWith(`${freeze.id}@`)))
      throw new InputError(
        'This freeze is in the configuration; take it out of delivery.freezes',
      );
    const changed = await this.db('freezes')
      .where({ id })
      .whereNull('deleted_at')
      .update({ deleted_at: now });
    if (!changed) throw new NotFoundError(`No freeze '${id.slice(0, 60)}'`);
  }
}

function concerns(
  { environments, entityRefs, owners }: Freeze,
  { entityRef, environment, ownerRef }: FreezeSubject,
): boolean {
  if (environments.length && !environments.includes(environment)) return false;
  if (!entityRefs.length && !owners.length) return true;
  return (
    entityRefs.includes(entityRef) ||
    (ownerRef !== undefined && owners.includes(ownerRef))
  );
}

function describe(row: FreezeRow): Freeze {
  return {
    id: row.id,
    title: row.title,
    ...(row.reason !== null && { reason: row.reason }),
    from: new Date(Number(row.from_at)).toISOString(),
    until: new Date(Number(row.until_at)).toISOString(),
    environments: JSON.parse(row.environments),
    entityRefs: JSON.parse(row.entity_refs),
    owners: JSON.parse(row.owners),
    source: 'portal',
    by: row.by,
  };
}
