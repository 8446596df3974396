import { ConflictError, InputError } from '@backstage/errors';
import {
  incidentIdOf,
  type Declaration,
} from '@ghostlight/plugin-incidents-common';
import { keyOf } from '../service/keyOf';
import { readRowIds } from '../service/ids';
import {
  readEntityRefs,
  lockCounter,
  nextOf,
} from '@ghostlight/reliability-node';
import type { ServiceContext } from '../service/ServiceContext';
import { msOf } from '../service/times';
import { appendTimeline } from './appendTimeline';
import { affectedBy, belongingOf } from './belongings';
import { openIncident } from './openIncident';
import { readSubjects, takeAlerts, type SubjectAlert } from './subjects';

/**
 * Opens an incident by hand. Alerts bring the group that they are in, as long as it is of no
 * incident.
 *
 * @returns its number; under a repeated `key` of the same caller that of the first time
 * @throws ConflictError when an alert is part of an incident already
 */
export async function declareIncident(
  context: ServiceContext,
  declaration: Declaration,
  by: string,
): Promise<number> {
  const { db, now, graph, announcer } = context;
  const at = now();
  const startedAt = declaration.startedAt && msOf(declaration.startedAt);
  if (startedAt && startedAt > at + 60_000)
    throw new InputError('startedAt: must not be in the future');
  const declareKey = declaration.key && keyOf(by, declaration.key);
  const entityRefs = readEntityRefs('entityRefs', declaration.entityRefs) ?? [];
  const alertIds = readRowIds('alertIds', declaration.alertIds ?? []);

  return db.transaction(async trx => {
    const revision = alertIds.length
      ? await nextOf(trx, 'correlation')
      : undefined;
    await lockCounter(trx, 'incident');
    if (declareKey) {
      // Nobody declares meanwhile, so what is not there now was not declared.
      const known = await trx('incidents')
        .where('declare_key', declareKey)
        .first<{ number: number }>('number');
      if (known) return known.number;
    }
    const alerts = await readSubjects(trx, alertIds);
    refuseTaken(alerts);

    const entities = affectedBy(graph, {
      alerts,
      entityRefs,
      since: startedAt || at,
    });
    const firsts = alerts.map(alert => alert.startsAt);
    const number = await openIncident(trx, {
      title: declaration.title,
      severity: declaration.severity,
      source: alerts.length ? 'alert' : 'manual',
      because: alerts.length
        ? `Declared by hand from ${count(alerts.length, 'alert')}`
        : 'Declared by hand',
      becauseSaid: alerts.length
        ? { code: 'opened.alerts', params: { count: String(alerts.length) } }
        : { code: 'opened.by-hand', params: {} },
      startedAt: startedAt || Math.min(at, ...firsts),
      detectedAt: alerts.length
        ? Math.min(...alerts.map(alert => alert.receivedAt))
        : undefined,
      now: at,
      ...belongingOf(graph, entities[0]?.entityRef),
      summary: declaration.summary,
      createdBy: by,
      declareKey: declareKey || undefined,
      entities,
    });
    if (revision !== undefined)
      await takeAlerts(trx, { number, alerts, revision, at });
    await appendTimeline(
      trx,
      alerts.slice(0, 100).map(alert => ({
        incident: number,
        at: alert.startsAt,
        kind: 'alert' as const,
        text: alert.title,
        data: {
          alertId: String(alert.id),
          ...(alert.entityRef && { entityRef: alert.entityRef }),
        },
        because: [
          { kind: 'by-hand' as const, text: 'Chosen by hand', weight: 1 },
        ],
        key: `alert:${alert.id}`,
      })),
    );
    await announcer.announce(trx, [
      { incident: number, kind: 'opened', key: 'opened', at, by },
    ]);
    return number;
  });
}

function refuseTaken(alerts: SubjectAlert[]): void {
  const taken = alerts.find(alert => alert.incident !== undefined);
  if (taken)
    throw new ConflictError(
      `Alert ${taken.id} is part of ${incidentIdOf(
        taken.incident!,
      )}: split it from there`,
    );
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
