import { createBackendPlugin } from '@backstage/backend-plugin-api';
import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { sloServiceRef, type SloService } from '@ghostlight/plugin-slo-node';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import { parse } from 'yaml';
import {
  component,
  document,
  pushedSlo,
  ratioMetric,
  slo,
  system,
} from './__testUtils__/entities';
import {
  jobHeader,
  lastMinutes,
  minuteAgo,
  push,
} from './__testUtils__/pushMinutes';
import { refusalOf } from './__testUtils__/refusalOf';
import { allowAll, startSlo } from './__testUtils__/startSlo';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const availability = 'slo:default/payments-availability';

/** A shop of two services, each with an objective that is pushed for. */
function shop(...more: Entity[]): Entity[] {
  return [
    system('shop', 'retail'),
    component('payments'),
    component('search', { owner: 'finders', system: 'discovery' }),
    pushedSlo('payments-availability', 'payments'),
    pushedSlo('search-availability', 'search'),
    ...more,
  ];
}

describe.each(databases.eachSupportedId())('the slo API on %s', id => {
  async function start(entities: Entity[], more: object = {}) {
    const world = { entities, decide: allowAll };
    const knex = await databases.init(id);
    const slos = await startSlo({ knex, world, ...more });
    await slos.follow();
    await slos.tick();
    return { ...slos, world, knex, job: slos.client(jobHeader) };
  }

  const cursorOf = (content: unknown) =>
    Buffer.from(JSON.stringify(content)).toString('base64url');

  it('lists objectives worst first, filtered, counted and page by page', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const { backend, client, call, job } = await start([
      ...shop(),
      ...names.map(name => pushedSlo(name, 'payments')),
    ]);
    await push(
      job,
      names.flatMap((name, i) =>
        lastMinutes(`slo:default/${name}`, { bad: i / 10_000 }),
      ),
    );
    const list = async (query: object) =>
      (await client().GET('/v1/objectives', { params: { query } })).data!;

    // The last one is seen on the first page, gets better, and is not seen again.
    const refs: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await list({ limit: 2, cursor });
      refs.push(...page.items.map(item => item.ref));
      if (!cursor) await push(job, lastMinutes('slo:default/g', { bad: 0 }));
      cursor = page.nextCursor;
    } while (cursor);
    expect(refs.slice(0, 6)).toEqual(
      ['g', 'f', 'e', 'd', 'c', 'b'].map(name => `slo:default/${name}`),
    );
    expect(refs.slice(6).filter(ref => !ref.endsWith('/g'))).toEqual([
      'slo:default/a',
      availability,
      'slo:default/search-availability',
    ]);

    const all = await list({ entityRef: ['payments'], status: ['no-data'] });
    expect(all.items.map(item => item.ref)).toEqual([availability]);
    expect(all).toMatchObject({ totalItems: 1, counts: { 'no-data': 1 } });
    expect((await list({ owner: ['finders'] })).totalItems).toBe(1);
    expect((await list({ domain: ['retail', 'other'] })).totalItems).toBe(8);
    expect((await list({ q: 'SEARCH-av' })).totalItems).toBe(1);
    expect((await list({ q: '%' })).totalItems).toBe(0);
    const byTitle = await list({ orderBy: 'title', order: 'desc', limit: 1 });
    expect(byTitle.items[0].title).toBe('search-availability');

    for (const [query, message] of [
      ['cursor=x', /^cursor: .*first page/],
      [`orderBy=burn&cursor=${byTitle.nextCursor}`, /^cursor: /],
      [`cursor=${cursorOf(['budget-asc', 'x', 'y'])}`, /^cursor: /],
      [`cursor=${cursorOf(['budget-asc', 1, '\u0000'])}`, /^cursor: /],
      ['q=%00', /U\+0000/],
      ['entityRef=a:b:c', /^entityRef: .*component:default\/name/],
      ['limit=0', /limit.*>= 1/],
      ['status=broken', /status.*healthy/],
      ['orderby=burn', /orderby/],
    ] as const) {
      const answer = await call(`/v1/objectives?${query}`);
      expect(answer.status).toBe(400);
      expect((await answer.json()).error.message).toMatch(message);
    }
    for (const [path, init] of [
      ['/v1/objectives/a%00'],
      ['/v1/alerts?after=99999999999'],
      [`/v1/summary?by=owner&cursor=${cursorOf(['owner', 'x', 'y'])}`],
      [
        '/v1/overrides',
        {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({
            entityRef: 'payments',
            verdict: 'deny',
            reason: 'freeze\u0000',
            until: Math.floor(Date.now() / 1000) + 60,
          }),
        },
      ],
    ] satisfies [string, RequestInit?][]) {
      expect((await call(path, init)).status).toBe(400);
    }
    await backend.stop();
  });

  it('describes an objective with its document and queries', async () => {
    const { backend, client } = await start([
      component('payments'),
      slo(
        'payments-availability',
        'payments',
        { description: 'Payments go through' },
        {
          annotations: {
            'backstage.io/managed-by-location': 'url:x',
            'backstage.io/view-url': 'https://git.example/slo.yaml',
          },
        },
      ),
    ]);
    const { data } = await client().GET('/v1/objectives/{ref}', {
      params: { path: { ref: availability } },
    });
    expect(data).toMatchObject({
      ref: availability,
      status: 'healthy',
      definitionUrl: 'https://git.example/slo.yaml',
      findings: [],
      queries: [
        { name: 'good', query: 'requests_total{code!~"5.."}' },
        { name: 'total', query: 'requests_total' },
      ],
    });
    const written = parse(data!.definition);
    expect(written.metadata).toEqual({
      name: 'payments-availability',
      namespace: 'default',
    });
    expect(written.spec.description).toBe('Payments go through');

    for (const path of ['', '/series'])
      await expect(
        client().GET(`/v1/objectives/{ref}${path}` as '/v1/objectives/{ref}', {
          params: { path: { ref: 'slo:default/none' } },
        }),
      ).rejects.toMatchObject({ response: { status: 404 } });
    await backend.stop();
  });

  it('draws the series: exact sums, gaps, violations, marks', async () => {
    const { backend, client, job } = await start(shop());
    await push(job, [
      ...lastMinutes(availability, { minutes: 30, skip: 40 }),
      ...lastMinutes(availability, { minutes: 20, skip: 5, bad: 0.05 }),
    ]);
    const now = Math.floor(Date.now() / 1000);
    const series = async (query: object) =>
      (
        await client().GET('/v1/objectives/{ref}/series', {
          params: { path: { ref: availability }, query },
        })
      ).data!;
    await client().POST('/v1/corrections', {
      body: {
        ref: availability,
        from: now - 600,
        to: now - 300,
        kind: 'simulated',
        reason: 'Game day',
      },
    });
    const { buckets, violations, marks, width } = await series({
      from: now - 2 * 3600,
      points: 200,
    });
    expect(width).toBe(60);
    const sum = (key: 'good' | 'total' | 'measured') =>
      buckets.reduce((total, bucket) => total + bucket[key], 0);
    expect(sum('total')).toBe(50_000);
    expect(sum('good')).toBeCloseTo(49_000, 6);
    expect(sum('measured')).toBe(3_000);
    expect(violations).toMatchObject([
      { end: expect.any(Number), bad: expect.closeTo(1000, 6), ongoing: true },
    ]);
    expect(violations[0].end - violations[0].start).toBe(20 * 60);
    expect(marks).toMatchObject([{ kind: 'simulated', reason: 'Game day' }]);

    const whole = await series({});
    expect(whole.buckets.length).toBeLessThanOrEqual(361);
    expect(
      whole.buckets.reduce((total, bucket) => total + bucket.total, 0),
    ).toBe(50_000);
    expect(await refusalOf(series({ from: now, to: now - 60 }))).toMatch(
      /from: must be before to/,
    );
    await backend.stop();
  });

  it('rolls up by owner, system and domain, the worst first', async () => {
    const { backend, client, job } = await start(shop());
    await push(job, lastMinutes(availability, { bad: 0.1 }));
    await push(job, lastMinutes('slo:default/search-availability'));
    const summary = async (query: { by: 'owner' | 'system'; limit?: number }) =>
      (await client().GET('/v1/summary', { params: { query } })).data!;
    const byOwner = await summary({ by: 'owner' });
    expect(byOwner).toMatchObject({
      services: 2,
      burningServices: 1,
      totals: { healthy: 1, critical: 1 },
      met: { '1h': 0.5, '6h': 0.5, '1d': 0.5 },
      items: [
        {
          ref: 'group:default/payers',
          status: 'critical',
          services: 1,
          burningServices: 1,
          worst: availability,
        },
        {
          ref: 'group:default/finders',
          status: 'healthy',
          leftRatio: 1,
          burningServices: 0,
        },
      ],
    });
    const first = await summary({ by: 'system', limit: 1 });
    const { data: second } = await client().GET('/v1/summary', {
      params: { query: { by: 'system', cursor: first.nextCursor } },
    });
    expect([...first.items, ...second!.items].map(item => item.ref)).toEqual([
      'system:default/shop',
      'system:default/discovery',
    ]);
    await backend.stop();
  });

  it('gates on the policy, and keeps every override on record', async () => {
    const { backend, client, job, audit, knex } = await start(shop());
    const gate = async (entityRef = payments) =>
      (await client().GET('/v1/gate', { params: { query: { entityRef } } }))
        .data!;
    expect(await gate()).toMatchObject({
      verdict: 'warn',
      policy: { ref: 'builtin:conservative' },
      asOf: null,
    });
    expect((await gate('component:default/nothing')).checks).toMatchObject([
      { id: 'no-objectives', verdict: 'warn' },
    ]);
    await push(job, lastMinutes(availability, { bad: 0.1 }));
    expect(await gate()).toMatchObject({
      verdict: 'deny',
      asOf: expect.any(Number),
      checks: expect.arrayContaining([
        expect.objectContaining({
          verdict: 'deny',
          objectiveRef: availability,
          evidence: expect.objectContaining({ measured: expect.anything() }),
        }),
      ]),
    });

    const now = Math.floor(Date.now() / 1000);
    const override = (until: number, reason = 'Fixes the leak') =>
      client().POST('/v1/overrides', {
        body: { entityRef: 'payments', verdict: 'allow', reason, until },
      });
    expect(await refusalOf(override(now - 60))).toMatch(/until: .*has passed/);
    expect(await refusalOf(override(now + 8 * 86_400))).toMatch(
      /until: .*7 days/,
    );
    expect(await refusalOf(override(now + 60, '    '))).toMatch(/reason: /);
    await override(now + 3600);
    const { data: second } = await override(now + 7200, 'Fixes it for real');
    expect(await gate()).toMatchObject({
      verdict: 'allow',
      override: { id: second!.id, createdBy: 'user:default/mock' },
    });
    const list = async () =>
      (
        await client().GET('/v1/overrides', {
          params: { query: { entityRef: payments } },
        })
      ).data!.items;
    expect((await list()).map(item => item.state)).toEqual([
      'active',
      'revoked',
    ]);
    const revoke = (overrideId: string) =>
      client().DELETE('/v1/overrides/{id}', {
        params: { path: { id: overrideId } },
      });
    await revoke(second!.id);
    expect(await refusalOf(revoke(second!.id))).toMatch(/revoked already/);
    expect(await refusalOf(revoke('none'))).toMatch(/No override/);
    expect((await gate()).verdict).toBe('deny');
    expect((await list()).map(item => item.state)).toEqual([
      'revoked',
      'revoked',
    ]);
    expect(await knex('overrides')).toHaveLength(2);
    const outcomes = audit.map(event => `${event.eventId} ${event.outcome}`);
    expect(outcomes.filter(text => text.startsWith('override'))).toEqual([
      'override-create fail',
      'override-create fail',
      'override-create fail',
      'override-create success',
      'override-create success',
      'override-revoke success',
      'override-revoke fail',
      'override-revoke fail',
    ]);
    await backend.stop();
  });

  it('selects the policy that fits, and gates by it', async () => {
    const lenient = document('ErrorBudgetPolicy', 'lenient', {
      appliesTo: { owners: ['payers'] },
      noData: 'allow',
    });
    const { backend, client } = await start(shop(lenient));
    const gate = async (entityRef: string) =>
      (await client().GET('/v1/gate', { params: { query: { entityRef } } }))
        .data!;
    expect(await gate(payments)).toMatchObject({
      verdict: 'allow',
      policy: { ref: 'errorbudgetpolicy:default/lenient' },
    });
    expect((await gate('search')).policy.ref).toBe('builtin:conservative');
    await backend.stop();
  });

  it('takes what it can of a batch, once, and names the rest', async () => {
    const { backend, client, call, job } = await start(
      shop(slo('from-source', 'payments')),
    );
    const good = lastMinutes(availability, { minutes: 10 });
    expect(await push(job, good)).toEqual({
      accepted: 10,
      replaced: 0,
      rejected: [],
    });
    const sampled = async () =>
      (
        await client().GET('/v1/objectives/{ref}', {
          params: { path: { ref: availability } },
        })
      ).data!.budget;
    const before = await sampled();
    expect(before).toMatchObject({ total: 10_000, bad: 0, leftRatio: 1 });
    expect(await push(job, good)).toMatchObject({ accepted: 10, replaced: 10 });
    expect(await sampled()).toEqual(before);

    const [sample] = good;
    const odd = [
      { ...sample, ref: 'slo:default/none' },
      { ...sample, ref: 'slo:default/from-source' },
      { ...sample, minute: minuteAgo(0) },
      { ...sample, minute: minuteAgo(-5) },
      { ...sample, minute: sample.minute.replace(':00.000Z', ':30.000Z') },
      { ...sample, good: 2, total: 1 },
      { ...sample, minute: '1999-01-01T00:00:00Z' },
      { ...sample, minute: 'soon' },
      { ...sample, good: -1 },
      { ...sample, total: -1 },
      { ...sample, good: 999 },
    ];
    const result = await push(job, odd);
    expect(result).toMatchObject({ accepted: 1, replaced: 1 });
    expect(
      result.rejected.map(({ index, field, reason }) => [index, field, reason]),
    ).toEqual([
      [0, 'ref', expect.stringMatching(/no objective/)],
      [1, 'ref', expect.stringMatching(/not pushed.*'push'/)],
      [2, 'minute', expect.stringMatching(/not over yet/)],
      [3, 'minute', expect.stringMatching(/future/)],
      [4, 'minute', expect.stringMatching(/start of a minute/)],
      [5, 'good', expect.stringMatching(/more than total, 1/)],
      [6, 'minute', expect.stringMatching(/older/)],
      [7, 'minute', expect.stringMatching(/such as 2026-01-31T10:05:00Z/)],
      [8, 'good', expect.stringMatching(/0 or more/)],
      [9, 'total', expect.stringMatching(/0 or more/)],
    ]);
    expect((await sampled()).bad).toBe(1);

    for (const [body, message] of [
      ['{"samples":[{"ref":"a"}]}', /samples\/0.*minute/],
      ['{"samples":[]}', /samples.*fewer than 1/],
      ['{"samples":', /JSON/],
    ] as const) {
      const answer = await call('/v1/samples', { method: 'POST', body });
      expect(answer.status).toBe(400);
      expect((await answer.json()).error.message).toMatch(message);
    }
    await backend.stop();
  });

  it('leaves corrected time out of the budget, and takes it back', async () => {
    const { backend, client, job, audit } = await start(shop());
    await push(job, lastMinutes(availability, { minutes: 30, skip: 30 }));
    await push(job, lastMinutes(availability, { minutes: 30, bad: 0.1 }));
    const budget = async () =>
      (
        await client().GET('/v1/objectives/{ref}', {
          params: { path: { ref: availability } },
        })
      ).data!.budget;
    const now = Math.floor(Date.now() / 1000);
    const correct = async (body: object) =>
      (
        await client().POST('/v1/corrections', {
          body: {
            entityRef: 'payments',
            from: now - 31 * 60,
            to: now + 600,
            kind: 'maintenance',
            reason: 'Database upgrade',
            ...body,
          },
        })
      ).data!;
    expect((await budget()).bad).toBeCloseTo(3000, 6);
    await correct({ kind: 'simulated' });
    expect((await budget()).bad).toBeCloseTo(3000, 6);
    const correction = await correct({ link: 'https://wiki.example/42' });
    expect(await budget()).toMatchObject({
      bad: expect.closeTo(0, 6),
      excludedMinutes: expect.any(Number),
      leftRatio: expect.closeTo(1, 6),
    });
    expect((await budget()).excludedMinutes).toBeGreaterThanOrEqual(30);
    const { data: listed } = await client().GET('/v1/corrections', {
      params: { query: { entityRef: payments } },
    });
    expect(listed!.items).toHaveLength(2);
    const remove = () =>
      client().DELETE('/v1/corrections/{id}', {
        params: { path: { id: correction.id } },
      });
    await remove();
    expect((await budget()).bad).toBeCloseTo(3000, 6);
    expect(await refusalOf(remove())).toMatch(/No correction/);

    expect(await refusalOf(correct({ entityRef: undefined }))).toMatch(
      /entityRef: give it/,
    );
    expect(await refusalOf(correct({ to: 1 }))).toMatch(
      /to: must be after from/,
    );
    expect(await refusalOf(correct({ from: 1 }))).toMatch(/to: .*31 days/);
    expect(
      await refusalOf(correct({ ref: 'slo:default/search-availability' })),
    ).toMatch(/entityRef: .*component:default\/search/);
    expect(await refusalOf(correct({ link: 'file:///etc/passwd' }))).toMatch(
      /link/,
    );
    expect(audit.map(event => event.eventId)).toContain('correction-delete');
    await backend.stop();
  });

  it('raises burn-rate alerts, publishes them and lists them from a cursor', async () => {
    const { backend, client, job, alerts } = await start(shop());
    await push(job, lastMinutes(availability, { bad: 0.1 }));
    const list = async (query: object) =>
      (await client().GET('/v1/alerts', { params: { query } })).data!;
    const firing = await list({ state: 'firing' });
    expect(firing.items.map(alert => alert.pair)).toContain('page-1h');
    expect(alerts).toEqual(firing.items);
    await push(job, lastMinutes(availability));
    const { items, last } = await list({ after: firing.last });
    expect(items.map(alert => alert.state)).toEqual(
      firing.items.map(() => 'resolved'),
    );
    expect(alerts).toEqual([...firing.items, ...items]);
    expect(await list({ after: last })).toEqual({ items: [], last });
    expect((await list({ entityRef: 'search' })).items).toEqual([]);
    await backend.stop();
  });

  it('writes the rules of an entity for Prometheus', async () => {
    const { backend, client } = await start([
      component('payments'),
      slo('payments-availability', 'payments'),
    ]);
    const rules = async (format?: 'plain' | 'prometheusrule') =>
      parse(
        (
          await client().GET('/v1/rules', {
            params: { query: { entityRef: payments, format } },
            parseAs: 'text',
          })
        ).data!,
      );
    expect((await rules()).groups).toHaveLength(1);
    expect(await rules('prometheusrule')).toMatchObject({
      kind: 'PrometheusRule',
      metadata: { name: 'ghostlight-slo-payments' },
    });
    await backend.stop();
  });

  it('shows metrics to a token or a service, not to a person, and bounds them', async () => {
    const { backend, baseUrl, job } = await start(shop(), {
      config: { slo: { metrics: { token: 'secret', maxObjectives: 1 } } },
    });
    await push(job, lastMinutes(availability, { bad: 0.1 }));
    const scrape = (authorization?: string) =>
      fetch(`${baseUrl}/metrics`, {
        headers: authorization ? { authorization } : {},
      });
    expect((await scrape()).status).toBe(401);
    expect((await scrape('Bearer wrong')).status).toBe(401);
    expect((await scrape(mockCredentials.user.header())).status).toBe(403);
    expect((await scrape(jobHeader)).status).toBe(200);
    const answer = await scrape('Bearer secret');
    expect(answer.headers.get('content-type')).toMatch(/text\/plain.*0\.0\.4/);
    const text = await answer.text();
    expect(text).toContain('slo_objectives{status="critical"} 1');
    expect(text).toContain('slo_objectives_left_out 1');
    expect(text).toMatch(
      /slo_burn_rate\{objective="slo:default\/payments-availability",entity="component:default\/payments",window="1h"\} 99\.9+|100/,
    );
    expect(text).not.toContain('search-availability');
    await backend.stop();
  });

  it('offers read-only actions that answer like the API', async () => {
    const { backend, actions, job } = await start(shop());
    await push(job, lastMinutes(availability, { bad: 0.1 }));
    const { actions: offered } = await actions.list();
    expect(offered.map(({ name, attributes }) => [name, attributes])).toEqual(
      ['slo-status', 'slo-gate', 'slo-list-burning'].map(name => [
        name,
        { readOnly: true, idempotent: true, destructive: false },
      ]),
    );
    const invoke = async (
      name: string,
      input: { [key: string]: string } = {},
    ) =>
      (
        await actions.invoke({
          id: `test:${name}`,
          input,
          credentials: mockCredentials.user(),
        })
      ).output;
    expect(await invoke('slo-status', { entityRef: payments })).toMatchObject({
      objectives: [{ ref: availability, status: 'critical' }],
    });
    expect(await invoke('slo-gate', { entityRef: payments })).toMatchObject({
      verdict: 'deny',
      policy: 'Conservative',
    });
    expect(await invoke('slo-list-burning')).toMatchObject({
      objectives: [{ ref: availability }],
      counts: { critical: 1, 'no-data': 1 },
    });
    await backend.stop();
  });

  it('measures from a source, and says when the source fails', async () => {
    const source = fakeSource({
      answer: () => ({ good: 990, total: 1000 }),
      signals: entityRef => ({
        entityRef,
        at: Math.floor(Date.now() / 1000),
        p99: 0.25,
        traffic: 12,
        cpu: 0.8,
        queue: 3,
        endpoints: [{ endpoint: '/pay', p99: 0.3 }],
      }),
    });
    const failing = fakeSource({
      name: 'broken',
      answer: () => ({ failure: 'timeout', message: 'Took too long' }),
      // It could, but knows none of the entities.
      signals: () => undefined,
    });
    const { backend, client } = await start(
      [
        component('payments'),
        slo('payments-availability', 'payments'),
        slo('payments-latency', 'payments', {
          indicator: { metadata: { name: 'x' }, spec: ratioMetric('broken') },
        }),
      ],
      { sources: [failing, source] },
    );
    const detail = async (ref: string) =>
      (
        await client().GET('/v1/objectives/{ref}', {
          params: { path: { ref } },
        })
      ).data!;
    expect(await detail(availability)).toMatchObject({
      status: 'critical',
      source: { name: 'default', type: 'fake', state: 'ok' },
    });
    expect(await detail('slo:default/payments-latency')).toMatchObject({
      status: 'no-data',
      reason: 'source-failing',
      source: {
        name: 'broken',
        state: 'failing',
        reason: 'timeout',
        message: 'Took too long',
      },
    });
    const { data: signals } = await client().GET('/v1/signals', {
      params: { query: { entityRef: payments } },
    });
    expect(signals).toMatchObject({
      source: { name: 'default', state: 'ok' },
      latest: { p99: 0.25, traffic: 12, p50: null, cpu: 0.8, memory: null },
      endpoints: [{ endpoint: '/pay', p99: 0.3, traffic: null }],
    });
    expect(signals!.history).toEqual([
      expect.objectContaining({ cpu: 0.8, queue: 3, connections: null }),
    ]);
    await backend.stop();
  });

  it('answers other plugins through the service reference', async () => {
    let slos: SloService | undefined;
    const asking = createBackendPlugin({
      pluginId: 'asking',
      register(env) {
        env.registerInit({
          deps: { service: sloServiceRef },
          async init({ service }) {
            slos = service;
          },
        });
      },
    });
    const { backend, job } = await start(shop(), { features: [asking] });
    await push(job, lastMinutes(availability, { bad: 0.1 }));
    const credentials = mockCredentials.user();
    const page = await slos!.listObjectives(
      { entityRef: [payments], limit: 1 },
      { credentials },
    );
    expect(page.items).toMatchObject([{ ref: availability }]);
    expect(
      (await slos!.getObjective(availability, { credentials })).status,
    ).toBe('critical');
    expect((await slos!.getGate(payments, { credentials })).verdict).toBe(
      'deny',
    );
    const { items, last } = await slos!.listAlerts({}, { credentials });
    expect(items[items.length - 1].sequence).toBe(last);
    expect(
      await refusalOf(slos!.getObjective('slo:default/none', { credentials })),
    ).toMatch(/^404 No objective/);
    await backend.stop();
  });
});
