import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { incidentIdOf } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { nextOf } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { appendTimeline } from './appendTimeline';
import type { IncidentRow } from './IncidentRow';
import { lockIncident } from './lockIncident';
import { reindexIncidents } from './search';
import { countAlerts } from './subjects';

/**
 * Makes an incident part of another. Alerts and groups go over, entities are taken over, the record
 * stays where it was written and is read with the other's.
 *
 * @returns the incident that it is part of now: the end of the chain when that one was merged too
 * @throws ConflictError when it cannot be: it is there already, it is the same, or one is over
 */
export async function mergeIncident(
  { db, now, announcer, wake }: ServiceContext,
  number: number,
  into: number,
  by: string,
): Promise<{ into: number; outcome: 'changed' | 'unchanged' }> {
  const at = now();
  const result = await db.transaction(async trx => {
    const revision = await nextOf(trx, 'correlation');
    // Merges wait for each other at the counter, so the chain stays as it is read.
    const target = await endOf(trx, into);
    if (target === number)
      throw new InputError(
        target === into
          ? `into: an incident cannot be part of itself`
          : `into: ${incidentIdOf(into)} is part of ${incidentIdOf(number)}`,
      );
    const [first, second] = [number, target].sort((a, b) => a - b);
    const rows = new Map<number, IncidentRow>();
    for (const each of [first, second])
      rows.set(each, await lockIncident(trx, each, at, { merged: true }));
    const source = rows.get(number)!;
    const other = rows.get(target)!;
    if (source.merged_into === target)
      return { into: target, outcome: 'unchanged' as const };
    refuse(source, other);
    await moveOver(trx, { source, other, revision });
    await appendTimeline(trx, [
      {
        incident: number,
        at,
        kind: 'link',
        author: by,
        text: `Became part of ${incidentIdOf(target)}`,
        data: { mergedInto: incidentIdOf(target) },
      },
      {
        incident: target,
        at,
        kind: 'link',
        author: by,
        text: `Took in ${incidentIdOf(number)}: ${source.title}`,
        data: { merged: incidentIdOf(number) },
      },
    ]);
    await announcer.announce(trx, [
      {
        incident: number,
        kind: 'merged',
        key: `merged:${target}`,
        at,
        by,
      },
      { incident: target, kind: 'changed', key: `merged:${number}`, at, by },
    ]);
    return { into: target, outcome: 'changed' as const };
  });
  wake();
  return result;
}

/** The incident at the end of a chain of merges. */
async function endOf(trx: Knex.Transaction, number: number): Promise<number> {
  const row = await trx<IncidentRow>('incidents')
    .where({ number })
    .whereNull('deleted_at')
    .first('merged_into');
  if (!row) throw new NotFoundError(`No incident '${incidentIdOf(number)}'`);
  // What was merged into a merged one was moved on then: a chain has one link.
  return row.merged_into ?? number;
}

function refuse(source: IncidentRow, other: IncidentRow): void {
  const id = incidentIdOf(source.number);
  if (source.merged_into !== null)
    throw new ConflictError(
      `${id} is part of ${incidentIdOf(source.merged_into)} already`,
    );
  if (other.status === 'resolved' && source.status !== 'resolved')
    throw new ConflictError(
      `${incidentIdOf(
        other.number,
      )} is resolved and ${id} is not: reopen it, or merge the other way round`,
    );
}

async function moveOver(
  trx: Knex.Transaction,
  options: { source: IncidentRow; other: IncidentRow; revision: number },
): Promise<void> {
  const { source, other, revision } = options;
  const from = source.number;
  const to = other.number;
  await trx('groups')
    .where('incident_number', from)
    .update({ incident_number: to, revision });
  await trx('alerts')
    .where('incident_number', from)
    .update({ incident_number: to });
  await trx.raw(
    `insert into incident_entities
       (incident_number, entity_ref, role, by_hand, since, healthy_at, owner_ref, system_ref)
     select ?, entity_ref, case role when 'origin' then 'affected' else role end,
       by_hand, since, healthy_at, owner_ref, system_ref
     from incident_entities where incident_number = ?
     on conflict (incident_number, entity_ref) do nothing`,
    [to, from],
  );
  await trx('incidents')
    .where('merged_into', from)
    .orWhere('number', from)
    .update({ merged_into: to, impact_due_at: null });
  await trx('incidents')
    .where('number', from)
    .update({ version: source.version + 1, alert_count: 0 });
  await trx('incidents')
    .where('number', to)
    .update({
      version: other.version + 1,
      started_at: earlier(source.started_at, other.started_at),
      detected_at: earlier(source.detected_at, other.detected_at),
      notified: Boolean(source.notified) || Boolean(other.notified),
      owner_ref: other.owner_ref ?? source.owner_ref,
      system_ref: other.system_ref ?? source.system_ref,
      impact_due_at: other.impact_due_at ?? other.resolved_at,
    });
  await countAlerts(trx, to);
  await reindexIncidents(trx, [to]);
}

function earlier<T extends number | string | null>(a: T, b: T): T {
  if (a === null || b === null) return a ?? b;
  return Number(a) < Number(b) ? a : b;
}
