import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { openIncident } from '../../../plugins/incidents-backend/src/incidents/openIncident';
import { minute, nameOf, now, refOf, sizes } from './benchIncident';

/** Chains of 25 services; the incident affects as many as it has alerts. */
export async function fillIncident(db: Knex): Promise<number> {
  const refs = Array.from({ length: sizes.alerts }, (_, n) => refOf(n));
  const number = await db.transaction(trx =>
    openIncident(trx, {
      title: 'service-0 fails',
      severity: 'SEV1',
      source: 'rule',
      because: 'HighErrorRate is critical',
      startedAt: now,
      now,
      entities: refs.map((entityRef, place) => ({
        entityRef,
        role: place ? 'affected' : 'origin',
        since: now,
      })),
    }),
  );
  const alerts = refs.map((entity, n) => ({
    fingerprint: createHash('sha256').update(entity).digest('hex'),
    current: true,
    adapter: 'alertmanager',
    name: 'HighErrorRate',
    title: `${entity}: errors above 5 %`,
    severity: 'critical',
    status: 'firing',
    entity_ref: entity,
    starts_at: now + n * 100,
    received_at: now + n * 100,
    last_seen_at: now + n * 100,
    occurrences: 1,
    transitions: 0,
    labels: JSON.stringify({ service: nameOf(n), team: 'platform' }),
    description: `${nameOf(
      n,
    )} fails for on-${n}@example.com, see https://ops:hunter2${n}@wiki.example.com/errors`,
    annotations: '{}',
    incident_number: number,
  }));
  await db.batchInsert('alerts', alerts, 100);
  await db.batchInsert(
    'changes',
    refs.map((entity, n) => ({
      adapter: 'delivery',
      key: `c${n}`,
      entity_ref: entity,
      kind: 'deployment',
      title: `${nameOf(n)} 2.3.4`,
      at: now - (n + 3) * minute,
    })),
    100,
  );
  await db.raw('analyze');
  return number;
}
