import {
  mockCredentials,
  mockServices,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { EvidenceBundle } from '@ghostlight/plugin-incidents-common';
import type { LogSource } from '@ghostlight/plugin-incidents-node';
import { runbooksServiceMock } from '@ghostlight/plugin-runbooks-node/testUtils';
import { sloServiceMock } from '@ghostlight/plugin-slo-node/testUtils';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { EvidenceCollector, type EvidenceCollectorOptions } from '.';
import { component, group, withEtag } from '../../__testUtils__/entities';
import { CatalogGraph } from '../../graph';
import { openIncident } from '../../incidents';
import { RelatedIndex } from '../../learning';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const minute = 60_000;
const start = Date.UTC(2026, 10, 22, 12);
const now = start + 20 * minute;
const payments = 'component:default/payments';
const ledger = 'component:default/ledger';
const credentials = mockCredentials.user();

const withLogs = (name: string) => {
  const entity = component(name, { dependsOn: ['ledger'] });
  entity.metadata.annotations = { logs: name };
  return withEtag(entity);
};
const few = [
  group('payers'),
  component('ledger'),
  withLogs('payments'),
  component('checkout', { dependsOn: ['payments'] }),
];

/** Lines of one entity, every second of a span; after the start it fails. */
const logs: LogSource = {
  name: 'store',
  knows: ({ annotations }) => annotations.logs !== undefined,
  read: async ({ from, to }) => ({
    truncated: false,
    link: 'https://logs.example.com/q',
    lines: Array.from({ length: (to - from) / 1000 }, (_, second) => ({
      at: from + second * 1000,
      level: from >= start ? 'error' : 'info',
      text:
        from >= start
          ? `refused for bob@example.com password=Abc12345 try ${second}`
          : `paid in ${second}ms`,
    })),
  }),
};

const objective = {
  ref: 'payments-availability',
  title: 'Availability',
  entityRef: payments,
  target: 0.999,
  status: 'critical',
  burn: [{ window: '1h', seconds: 3600, rate: 14.2, total: 10, bad: 1 }],
  budget: { leftRatio: 0.31 },
};

const signals = {
  entityRef: payments,
  asOf: now / 1000,
  source: { name: 'default', type: 'prometheus', state: 'ok' },
  latest: {},
  endpoints: [],
  history: Array.from({ length: 120 }, (_, n) => ({
    at: start / 1000 + (n - 100) * 60,
    p99: n < 100 ? 0.2 : 3,
    traffic: 50,
    errors: n < 100 ? 0.001 : 0.3,
    cpu: 0.2,
    memory: null,
    connections: n < 100 ? 0.1 : 1,
    queue: n < 100 ? 0 : 40,
  })),
};

const missingPlugin = async () => {
  throw Object.assign(new Error('Request failed with 404 Not Found'), {
    name: 'ResponseError',
    statusCode: 404,
  });
};

describe.each(databases.eachSupportedId())('EvidenceCollector on %s', id => {
  let db: Knex;

  async function world(
    entities = few,
    more: Partial<EvidenceCollectorOptions> = {},
  ) {
    db = await databases.init(id);
    await db.migrate.latest({
      directory: join(__dirname, '../../../migrations'),
    });
    const graph = CatalogGraph.fromEntities(entities);
    const getSignals = jest.fn(async (ref: string) =>
      ref === payments ? signals : { ...signals, entityRef: ref, history: [] },
    );
    const slo = sloServiceMock({
      listObjectives: (async () => ({ items: [objective] })) as never,
      getSignals: getSignals as never,
      getSeries: missingPlugin as never,
    });
    const runbooks = runbooksServiceMock({
      listSuggestions: (async () => [
        {
          kind: 'runbook',
          score: 1,
          because: [{ code: 'x', text: 'For this alert' }],
          runbook: {
            ref: 'runbook:default/payments-5xx',
            title: 'Payments 5xx',
            description: 'Ask ines.ortega@example.com',
            serviceRefs: [payments],
            triggers: [{ alert: 'HighErrorRate' }],
          },
        },
      ]) as never,
    });
    const oncall = {
      of: jest.fn(async (entityRef: string) => ({
        entityRef,
        owners: [{ ref: 'group:default/payers', reason: 'owner' }],
        levels: [{ level: 1, now: [{ name: 'Hidden' }] }],
        asOf: new Date(now).toISOString(),
      })),
    };
    const options = {
      context: { db, graph, now: () => now },
      slo,
      runbooks,
      oncall: oncall as never,
      related: RelatedIndex.create({ db }),
      logSources: new Map([['store', logs]]),
      logger: mockServices.logger.mock(),
      patienceMs: 60_000,
      ...more,
    };
    return {
      ...options,
      getSignals,
      collector: EvidenceCollector.create(options),
    };
  }

  const opened = (title: string, refs: string[], startedAt = start) =>
    db.transaction(trx =>
      openIncident(trx, {
        title,
        severity: 'SEV2',
        source: 'rule',
        because: 'HighErrorRate is critical',
        startedAt,
        now: startedAt,
        entities: refs.map((entityRef, place) => ({
          entityRef,
          role: place ? 'affected' : 'origin',
          since: startedAt,
        })),
      }),
    );

  const alertRow = (incident: number, n: number, more: object = {}) => ({
    fingerprint: createHash('sha256').update(`${incident} ${n}`).digest('hex'),
    current: true,
    adapter: 'alertmanager',
    name: 'HighErrorRate',
    title: 'Errors above 5 %',
    severity: 'critical',
    status: 'firing',
    entity_ref: payments,
    owner_ref: 'group:default/payers',
    starts_at: start + n * 1000,
    received_at: start + n * 1000,
    last_seen_at: start + n * 1000,
    occurrences: 1,
    transitions: 0,
    labels: '{}',
    annotations: '{}',
    incident_number: incident,
    ...more,
  });

  const ofType = (bundle: EvidenceBundle, type: string) =>
    bundle.items.filter(item => item.type === type);

  it('brings together what is known, redacted, capped, and each record with its place', async () => {
    const { collector, slo, runbooks, oncall } = await world();
    const past = await opened('payments fails', [payments], start - 1e8);
    await db('incidents')
      .where({ number: past })
      .update({
        status: 'resolved',
        resolved_at: start - 9e7,
        root_cause: 'The pool was too small for eve@example.com',
        mitigation: 'Rolled back',
        origin_ref: ledger,
      });
    const number = await opened('payments fails for bob@example.com', [
      payments,
    ]);
    await db('alerts').insert([
      alertRow(number, 1, {
        labels: JSON.stringify({
          namespace: 'shop',
          api_token: 'tok_Zz81kq02',
          account: 'bob@example.com',
        }),
        description: 'See https://app:S3cr3t!x@grafana.example.com/d/1',
      }),
      alertRow(number, 2),
      alertRow(number, 3, { name: 'HighLatency', severity: 'warning' }),
    ]);
    const change = (
      key: string,
      at: number,
      entity: string,
      moreOf: object = {},
    ) => ({
      adapter: 'delivery',
      key,
      entity_ref: entity,
      kind: 'deployment',
      title: `v2.3.4 of ${entity}`,
      version: 'v2.3.4',
      author: 'Inés Ortega',
      outcome: 'succeeded',
      at,
      ...moreOf,
    });
    await db('changes').insert([
      change('a', start - 3 * minute, payments, { delivery_id: 'd-1' }),
      change('b', start - 60 * minute, ledger, { author: 'renovate[bot]' }),
      change('c', start - 600 * minute, payments),
      change('d', start - minute, 'component:default/unrelated'),
      change('e', start + 10 * minute, payments, {
        kind: 'rollback',
        rollback_id: 'r-1',
      }),
    ]);

    const {
      bundle,
      case: made,
      redactor,
    } = await collector.collect(number, { credentials });
    const all = JSON.stringify({ bundle, made });
    for (const secret of [
      'S3cr3t!x',
      'Abc12345',
      'tok_Zz81kq02',
      '@example.com',
      'Ortega',
      'Hidden',
    ])
      expect(all.replaceAll('@grafana.example.com', '')).not.toContain(secret);
    expect(bundle.missing).toEqual([]);
    expect(made.title).toBe('payments fails for [e-mail 1]');
    expect(made.alerts).toMatchObject([
      {
        name: 'HighErrorRate',
        count: 2,
        labels: { namespace: 'shop', account: '[e-mail 1]' },
      },
      { name: 'HighLatency', count: 1 },
    ]);
    expect(made.changes?.map(({ id: _, ...each }) => each)).toMatchObject([
      {
        entityRef: payments,
        author: '[person 1]',
        url: '/delivery/changes/d-1',
      },
      { entityRef: ledger, author: 'renovate[bot]' },
      { kind: 'rollback', url: '/delivery/rollbacks/r-1' },
    ]);
    expect(made.objectives).toEqual([
      expect.objectContaining({
        burnRate: 14.2,
        window: '1h',
        budgetLeft: 0.31,
        state: 'critical',
      }),
    ]);
    expect(made.entities?.map(({ ref }) => ref)).toEqual([
      payments,
      ledger,
      'component:default/checkout',
    ]);
    expect(made.dependencies).toContainEqual({ from: payments, to: ledger });
    const latency = made.metrics?.find(({ name }) => name === 'p99');
    expect(latency).toMatchObject({
      kind: 'latency',
      step: 60,
      entityRef: payments,
    });
    expect(latency?.values).toHaveLength(60);
    expect(latency?.values.slice(39, 41)).toEqual([0.2, 3]);
    expect(
      made.metrics?.map(({ kind, unit, values }) => [kind, unit, values[40]]),
    ).toEqual([
      ['latency', 's', 3],
      ['requests', '1/s', 50],
      ['errors', 'share', 0.3],
      ['cpu', 'share', 0.2],
      ['connections', 'share', 1],
      ['queue', 'waiting', 40],
    ]);
    expect(ofType(bundle, 'metric').map(({ text }) => text)).toContainEqual(
      expect.stringMatching(/^queue of payments rose from 0 to 40 waiting;/),
    );
    expect(made.logs).toMatchObject([
      {
        entityRef: payments,
        source: 'store',
        level: 'error',
        count: 1200,
        before: 0,
        text: expect.stringMatching(
          /^refused for \[e-mail 1\] password=<\*> try <\*>$/,
        ),
      },
      { before: 1200, text: 'paid in <*>' },
    ]);
    expect(made.similar).toMatchObject([
      { id: 'INC-0001', originRef: ledger, mitigation: 'Rolled back' },
    ]);

    expect(bundle.items.map(item => item.id)).toEqual(
      bundle.items.map((_, place) => `E${place + 1}`),
    );
    expect(ofType(bundle, 'alert')[0].link).toBe('/incidents/INC-0002');
    expect(ofType(bundle, 'log')[0]?.link).toBe('https://logs.example.com/q');
    expect(ofType(bundle, 'runbook')[0]?.link).toBe(
      '/runbooks/runbook%3Adefault%3Apayments-5xx',
    );
    expect(ofType(bundle, 'similar')[0]?.link).toBe('/incidents/INC-0001');
    expect(ofType(bundle, 'burn')[0]?.link).toBe(
      '/catalog/default/component/payments',
    );
    expect(ofType(bundle, 'owner').at(-1)).toMatchObject({
      source: 'on-call',
      text: expect.stringContaining('level 1: somebody is on call'),
    });
    expect(bundle.redactions).toEqual(redactor.counts());
    expect(bundle.redactions).toContainEqual({ kind: 'person', count: 2 });

    expect(slo.listObjectives).toHaveBeenCalledWith(expect.anything(), {
      credentials,
    });
    expect(runbooks.listSuggestions).toHaveBeenCalledWith(
      { incidentId: 'INC-0002' },
      { credentials },
    );
    expect(oncall.of).toHaveBeenCalledWith(
      payments,
      expect.objectContaining({ showPeople: false }),
    );
  });

  it('makes bundles that nobody changes, with the same id for the same records', async () => {
    const { collector } = await world();
    const number = await opened('payments fails', [payments]);
    await db('alerts').insert(alertRow(number, 1));
    const one = await collector.collect(number, { credentials });
    const again = await collector.collect(number, { credentials });
    expect(again.bundle).toEqual(one.bundle);
    expect(one.bundle.id).toMatch(/^[0-9a-f]{64}$/);
    expect(() => one.bundle.items.push(one.bundle.items[0])).toThrow();
    expect(() => Object.assign(one.bundle.items[0], { text: 'x' })).toThrow();
    await db('alerts').insert(alertRow(number, 2, { name: 'Another' }));
    const other = await collector.collect(number, { credentials });
    expect(other.bundle.id).not.toBe(one.bundle.id);
  });

  it('says what cannot be had, and waits for nobody for long', async () => {
    const never = () => new Promise<never>(() => {});
    const { collector } = await world(few, {
      patienceMs: 300,
      slo: {
        listObjectives: missingPlugin,
        getSignals: missingPlugin,
        getSeries: missingPlugin,
      },
      runbooks: {
        listSuggestions: async () => {
          throw new Error('no way for eve@example.com');
        },
      },
      oncall: { of: never },
      logSources: new Map([['store', { ...logs, read: never }]]),
      related: { related: never },
    });
    const number = await opened('payments fails', [payments]);
    await db('alerts').insert(alertRow(number, 1));
    const { bundle } = await collector.collect(number, { credentials });
    expect(ofType(bundle, 'alert')).toHaveLength(1);
    const said = bundle.missing.map(({ code, params }) => [
      code,
      params?.part,
      params?.why,
    ]);
    expect(said).toEqual([
      ['triage.missing.absent', 'objectives', undefined],
      ['triage.missing.absent', 'metrics', undefined],
      ['triage.missing.failed', 'logs', 'no answer within 0.3 s'],
      ['triage.missing.failed', 'runbooks', 'no way for [e-mail 1]'],
      ['triage.missing.failed', 'similar incidents', 'no answer within 0.3 s'],
      ['triage.missing.failed', 'owners', 'no answer within 0.3 s'],
    ]);
  });

  it('reads the errors of objectives where resources are measured, and requests are not', async () => {
    const width = 60;
    const from = start / 1000 - 40 * width;
    const getSeries = jest.fn(async () => ({
      from,
      width,
      buckets: Array.from({ length: 60 }, (_, n) => ({
        measured: 1,
        total: 100,
        good: n < 40 ? 100 : 60,
      })),
    }));
    const { collector } = await world(few, {
      slo: sloServiceMock({
        listObjectives: (async () => ({ items: [objective] })) as never,
        getSignals: (async (entityRef: string) => ({
          ...signals,
          entityRef,
          history:
            entityRef === payments
              ? signals.history.map(({ at, cpu, queue }) => ({
                  at,
                  cpu,
                  queue,
                }))
              : [],
        })) as never,
        getSeries: getSeries as never,
      }),
    });
    const number = await opened('payments fails', [payments]);
    const { case: made } = await collector.collect(number, { credentials });
    expect(
      made.metrics?.map(({ name, kind, values }) => [name, kind, values[40]]),
    ).toEqual([
      ['cpu', 'cpu', 0.2],
      ['queue', 'queue', 40],
      ['Availability: bad events', 'errors', 0.4],
      ['Availability: events', 'requests', 100 / width],
    ]);
    expect(getSeries).toHaveBeenCalledTimes(1);
  });

  it('shows only alerts that the asking user may see', async () => {
    const { collector } = await world();
    const number = await opened('payments fails', [payments]);
    await db('alerts').insert([
      alertRow(number, 1),
      alertRow(number, 2, {
        name: 'Other',
        owner_ref: 'group:default/sellers',
      }),
    ]);
    const seenBy = async (alerts: 'none' | { of: 'owner'; refs: string[] }) => {
      const { case: made } = await collector.collect(number, {
        credentials,
        visible: { alerts },
      });
      return made.alerts?.map(({ name }) => name);
    };
    expect(
      await seenBy({ of: 'owner', refs: ['group:default/sellers'] }),
    ).toEqual(['Other']);
    expect(await seenBy('none')).toEqual([]);
  });

  it('is called off, and knows no incident that is not there', async () => {
    const { collector } = await world();
    await expect(collector.collect(7, { credentials })).rejects.toThrow(
      "No incident 'INC-0007'",
    );
    const number = await opened('payments fails', [payments]);
    const signal = AbortSignal.abort(new Error('Gone'));
    await expect(
      collector.collect(number, { credentials, signal }),
    ).rejects.toThrow('Gone');
  });

  it('asks a few questions of each kind, also of a thousand alerts on ten thousand entities', async () => {
    const name = (n: number) => `service-${n}`;
    const many = Array.from({ length: 10_000 }, (_, n) =>
      component(name(n), { dependsOn: n % 25 ? [name(n - 1)] : [] }),
    );
    const { collector, slo, getSignals, runbooks } = await world(many);
    const refs = Array.from(
      { length: 1_000 },
      (_, n) => `component:default/${name(n)}`,
    );
    const costOf = async (some: number) => {
      const number = await opened(`incident of ${some}`, refs.slice(0, some));
      await db.batchInsert(
        'alerts',
        refs
          .slice(0, some)
          .map((ref, n) => alertRow(number, n, { entity_ref: ref })),
        100,
      );
      let statements = 0;
      const listen = () => void (statements += 1);
      db.on('query', listen);
      const { bundle, case: made } = await collector.collect(number, {
        credentials,
      });
      db.removeListener('query', listen);
      return { statements, bundle, made };
    };
    await costOf(1);
    const small = await costOf(10);
    const large = await costOf(1_000);
    expect(large.statements).toBeLessThanOrEqual(small.statements + 2);
    expect(large.statements).toBeLessThan(25);
    expect(large.made.alerts).toHaveLength(200);
    expect(large.made.entities!.length).toBeLessThanOrEqual(300);
    expect(large.bundle.missing.map(({ code }) => code)).toContain(
      'triage.missing.alerts',
    );
    // Of each of the three.
    expect(slo.listObjectives).toHaveBeenCalledTimes(6);
    expect(getSignals.mock.calls.length).toBeLessThanOrEqual(30);
    expect(runbooks.listSuggestions).toHaveBeenCalledTimes(3);
  });
});
