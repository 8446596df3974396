import { mockCredentials } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { CatalogGraph } from '../../plugins/incidents-backend/src/graph';
import { openIncident } from '../../plugins/incidents-backend/src/incidents/openIncident';
import { RelatedIndex } from '../../plugins/incidents-backend/src/learning';
import { EvidenceCollector } from '../../plugins/incidents-backend/src/triage/evidence';
import { diagnose } from '../../plugins/incidents-backend/src/triage/ranking';
import { root } from '../../scripts/process';
import { connect, type DatabaseKind } from '../shared/connect';
import type { Databases } from '../shared/databases';
import { quantile } from '../shared/quantile';
import { quick } from '../shared/quick';
import { formatSeconds, type Report } from '../shared/Report';
import { silentLogger } from '../shared/silentLogger';

const sizes = quick
  ? { entities: 1_000, alerts: 100 }
  : { entities: 10_000, alerts: 1_000 };
const rounds = quick ? 5 : 60;
/** Alerts, burn, signals, changes, topology, logs, runbooks, similar, owners. */
const evidenceTypes = 9;
const mostReads = 20;
const mostMegabytes = 300;
const minute = 60_000;
const now = Date.UTC(2026, 10, 21, 12);
const nameOf = (n: number) => `service-${n}`;
const refOf = (n: number) => `component:default/${nameOf(n)}`;

/**
 * Evidence and ranking of an incident with many alerts on a large graph, and reads by primary key, in
 * turns. Other families answer at once and with as much as they do at most: their time is theirs.
 */
export async function measureTriage(
  report: Report,
  { databases, kind }: { databases: Databases; kind: DatabaseKind },
): Promise<void> {
  global.gc?.();
  const idle = process.memoryUsage().rss / 1e6;
  const connection = await databases.make(kind, 'triage');
  const db = connect(connection);
  try {
    await db.migrate.latest({
      directory: join(root, 'plugins/incidents-backend/migrations'),
    });
    const number = await fill(db);
    const collector = collectorOf(db);
    const reads: number[] = [];
    const collected: number[] = [];
    /** A part of the former, once more. */
    const ranked: number[] = [];
    let peak = 0;
    for (let round = -5; round < rounds; round++) {
      const read = await timed(async () => {
        for (let n = 0; n < evidenceTypes; n++)
          await db('incidents').where({ number }).first();
      });
      let given: Awaited<ReturnType<typeof collector.collect>>;
      const collecting = await timed(async () => {
        given = await collector.collect(number, {
          credentials: mockCredentials.user(),
        });
      });
      const ranking = await timed(async () => {
        const { suspects } = diagnose(given.case);
        if (!suspects.length) throw new Error('Nobody is suspected');
      });
      peak = Math.max(peak, process.memoryUsage().rss / 1e6);
      if (round < 0) continue;
      reads.push(read / evidenceTypes);
      collected.push(collecting);
      ranked.push(ranking);
    }
    const p95 = quantile(collected, 0.95);
    const allowed = quantile(reads, 0.95) * evidenceTypes * mostReads;
    const what = `evidence and ranking of ${sizes.alerts} alerts among ${sizes.entities} entities, ${kind}`;
    report.add({
      what: `${what}, p95`,
      ours: `${formatSeconds(p95)}, of it ranking ${formatSeconds(
        quantile(ranked, 0.95),
      )}`,
      theirs: `${formatSeconds(quantile(reads, 0.95))} a read by primary key`,
      ratio: `${((p95 / allowed) * mostReads).toFixed(1)} reads a type`,
      required: `at most ${mostReads}`,
      passed: p95 <= allowed,
    });
    report.add({
      what: `${what}, memory beyond an idle process`,
      ours: `${Math.round(peak - idle)} MB (${Math.round(peak)} MB in all)`,
      theirs: `${mostMegabytes} MB`,
      ratio: `${((peak - idle) / mostMegabytes).toFixed(2)}×`,
      required: 'at most 1×',
      passed: peak - idle <= mostMegabytes,
    });
  } finally {
    await db.destroy();
    await databases.drop(connection);
  }
}

/** Chains of 25 services; the incident affects as many as it has alerts. */
async function fill(db: Knex): Promise<number> {
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

function collectorOf(db: Knex): EvidenceCollector {
  const entities = Array.from(
    { length: sizes.entities },
    (_, n): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: nameOf(n), namespace: 'default' },
      spec: { type: 'service' },
      relations: n % 25 ? [{ type: 'dependsOn', targetRef: refOf(n - 1) }] : [],
    }),
  );
  const slo: Partial<SloService> = {
    listObjectives: async () => ({ items: [] } as never),
    getSignals: async (entityRef: string) =>
      ({
        entityRef,
        asOf: now / 1000,
        source: { name: 'default', type: 'prometheus', state: 'ok' },
        latest: {},
        endpoints: [],
        history: Array.from({ length: 120 }, (_, n) => ({
          at: now / 1000 + (n - 100) * 60,
          p99: n < 100 ? 0.2 : 3,
          traffic: 50,
          errors: n < 100 ? 0.001 : 0.3,
        })),
      } as never),
  };
  const runbooks: Partial<RunbooksService> = {
    listSuggestions: async () => [],
  };
  return EvidenceCollector.create({
    context: { db, graph: CatalogGraph.fromEntities(entities), now: () => now },
    slo: slo as SloService,
    runbooks: runbooks as RunbooksService,
    related: RelatedIndex.create({ db }),
    oncall: {
      of: async entityRef => ({
        entityRef,
        owners: [],
        levels: [],
        asOf: new Date(now).toISOString(),
      }),
    },
    logSources: new Map(),
    logger: silentLogger,
    patienceMs: 60_000,
  });
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (performance.now() - from) / 1000;
}
