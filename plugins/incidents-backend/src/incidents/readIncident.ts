import { NotFoundError } from '@backstage/errors';
import {
  incidentIdOf,
  type IncidentDetail,
  type Role,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readSaid } from '../database/readSaid';
import type { ServiceContext } from '../service/ServiceContext';
import { isoOf } from '../service/times';
import { describeIncidents } from './describeIncidents';
import { describeFollowUp, type FollowUpRow } from './followUps';
import type { IncidentRow } from './IncidentRow';

/**
 * One incident in full.
 *
 * @throws NotFoundError
 */
export async function readIncident(
  { db, graph, now }: ServiceContext,
  number: number,
): Promise<IncidentDetail> {
  const [row, roles, merged] = await Promise.all([
    getIncidentRow(db, number),
    db('incident_roles')
      .where('incident_number', number)
      .orderBy('role')
      .select<{ role: Role; user_ref: string; since: number | string }[]>(
        'role',
        'user_ref',
        'since',
      ),
    mergedInto(db, number),
  ]);
  const [[incident], followUps] = await Promise.all([
    describeIncidents(db, graph, [row]),
    db('follow_ups')
      .whereIn('incident_number', [number, ...merged])
      .orderBy('id')
      .limit(500)
      .select<FollowUpRow[]>('*'),
  ]);
  return {
    ...incident,
    summary: row.summary,
    rootCause: row.root_cause ?? undefined,
    mitigation: row.mitigation ?? undefined,
    createdBy: row.created_by ?? undefined,
    because: row.because,
    becauseSaid: readSaid(row.because_said),
    roles: roles.map(({ role, user_ref, since }) => ({
      role,
      userRef: user_ref,
      since: isoOf(since),
    })),
    suspects: JSON.parse(row.suspects),
    impact: row.impact
      ? JSON.parse(row.impact)
      : { asOf: isoOf(row.updated_at), objectives: [] },
    followUps: followUps.map(found => describeFollowUp(found, now())),
    merged: merged.map(incidentIdOf),
    splitFrom:
      row.split_from === null ? undefined : incidentIdOf(row.split_from),
    // Whoever checks permissions says otherwise.
    may: { update: true },
  };
}

/** @throws NotFoundError also when it was deleted */
export async function getIncidentRow(
  db: Knex,
  number: number,
): Promise<IncidentRow> {
  const row = await db<IncidentRow>('incidents')
    .where({ number })
    .whereNull('deleted_at')
    .first();
  if (!row) throw new NotFoundError(`No incident '${incidentIdOf(number)}'`);
  return row;
}

/** Numbers of the incidents that are part of it. */
export async function mergedInto(db: Knex, number: number): Promise<number[]> {
  const rows: { number: number }[] = await db('incidents')
    .where('merged_into', number)
    .whereNull('deleted_at')
    .orderBy('number')
    .limit(1000)
    .select('number');
  return rows.map(row => row.number);
}
