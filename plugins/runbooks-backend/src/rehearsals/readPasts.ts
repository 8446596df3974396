import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Deployment } from '@ghostlight/plugin-delivery-common';
import type { Alert, Incident } from '@ghostlight/plugin-incidents-common';
import { isMissing } from '@ghostlight/reliability-node';
import type { ExecutionRow, Program } from '../executions';
import type { AttemptRow } from '../remediation';
import { endOf, type Deed, type OldAttempt, type Past } from './Past';
import { environment, type RehearsalContext } from './RehearsalContext';

const mostAlerts = 200;
const mostDeployments = 200;
const mostRows = 1_000;
/** Requests that are under way at once. */
const atOnce = 4;
/** How long before an incident deployments are of interest, milliseconds. */
const before = 24 * 3600_000;

/**
 * What the record has of incidents that are over; of others nothing. What there is here is read in one
 * query for all, deployments once for an entity, alerts once for an incident.
 */
export async function readPasts(
  context: RehearsalContext,
  incidents: Incident[],
  credentials: BackstageCredentials,
): Promise<Past[]> {
  const over = incidents.flatMap(incident => {
    const endedAt = endOf(incident);
    const startedAt = Date.parse(incident.startedAt);
    return endedAt === undefined ? [] : [{ incident, startedAt, endedAt }];
  });
  if (!over.length) return [];
  const ids = over.map(({ incident }) => incident.id);
  const refs = [
    ...new Set(over.flatMap(({ incident }) => entitiesOf(incident))),
  ];
  const span = {
    from: Math.min(...over.map(({ startedAt }) => startedAt)) - before,
    to: Math.max(...over.map(({ endedAt }) => endedAt)),
  };
  const [deeds, attempts, alerts, deployments] = await Promise.all([
    readDeeds(context, ids),
    readAttempts(context, ids),
    eachOf(ids, id => readAlerts(context, id, credentials)),
    eachOf(refs, ref => readDeployments(context, ref, span, credentials)),
  ]);
  return over.map((known, index) => ({
    ...known,
    alerts: alerts[index],
    deeds: deeds.get(known.incident.id) ?? [],
    attempts: attempts.get(known.incident.id) ?? [],
    deployments: entitiesOf(known.incident)
      .flatMap(ref => deployments[refs.indexOf(ref)])
      .filter(({ startedAt }) => Date.parse(startedAt) <= known.endedAt),
  }));
}

/** What it began with, and what else was affected first. */
export function entitiesOf({ origin, entities }: Incident): string[] {
  const all = [origin?.entityRef, ...entities.map(one => one.entityRef)];
  return [...new Set(all.flatMap(ref => ref ?? []))].slice(0, 3);
}

async function readDeeds(
  { db }: RehearsalContext,
  ids: string[],
): Promise<Map<string, Deed[]>> {
  const rows: ExecutionRow[] = await db<ExecutionRow>('executions')
    .whereIn('incident_id', ids)
    .whereIn('kind', ['runbook', 'action'])
    .whereNotNull('finished_at')
    .whereNotNull('started_at')
    .orderBy('seq')
    .limit(mostRows);
  return grouped(rows, row => {
    const { steps }: Program = JSON.parse(row.program);
    return {
      id: row.id,
      actions: steps.flatMap(({ action }) => action ?? []),
      at: Number(row.started_at),
      helped: row.state === 'succeeded',
    };
  });
}

async function readAttempts(
  { db }: RehearsalContext,
  ids: string[],
): Promise<Map<string, OldAttempt[]>> {
  const rows: AttemptRow[] = await db<AttemptRow>('attempts')
    .whereIn('incident_id', ids)
    .orderBy('seq')
    .limit(mostRows);
  return grouped(rows, oldAttemptOf);
}

export function oldAttemptOf(row: AttemptRow): OldAttempt {
  return {
    id: row.id,
    ...(row.policy_ref && { policyRef: row.policy_ref }),
    state: row.state,
    target: row.target,
    symptom: row.symptom,
    ...(row.acted_at !== null && { actedAt: Number(row.acted_at) }),
    ...(row.finished_at !== null && { finishedAt: Number(row.finished_at) }),
  };
}

function grouped<Row extends { incident_id: string | null }, T>(
  rows: Row[],
  describe: (row: Row) => T,
): Map<string, T[]> {
  const all = new Map<string, T[]>();
  for (const row of rows) {
    const id = row.incident_id ?? '';
    all.set(id, [...(all.get(id) ?? []), describe(row)]);
  }
  return all;
}

async function readAlerts(
  { incidents }: RehearsalContext,
  incident: string,
  credentials: BackstageCredentials,
): Promise<Alert[]> {
  const { items } = await incidents.listAlerts(
    { incident, view: 'all', limit: mostAlerts },
    { credentials },
  );
  return items
    .filter(({ suppression }) => !suppression || suppression.undoneAt)
    .sort((a, b) => Date.parse(a.startsAt) - Date.parse(b.startsAt));
}

async function readDeployments(
  { delivery }: RehearsalContext,
  entityRef: string,
  span: { from: number; to: number },
  credentials: BackstageCredentials,
): Promise<Deployment[]> {
  try {
    const { items } = await delivery.listDeployments(
      {
        entityRef,
        environment,
        from: new Date(span.from).toISOString(),
        to: new Date(span.to + 1).toISOString(),
        limit: mostDeployments,
      },
      { credentials },
    );
    return items;
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/** In their order, a few at a time. */
async function eachOf<T, R>(
  items: T[],
  ask: (item: T) => Promise<R>,
): Promise<R[]> {
  const answers: R[] = [];
  for (let at = 0; at < items.length; at += atOnce)
    answers.push(...(await Promise.all(items.slice(at, at + atOnce).map(ask))));
  return answers;
}
