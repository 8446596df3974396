import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Finding,
  UnsuppressRequest,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group, system } from './__testUtils__/entities';
import { insertAlerts } from './__testUtils__/insertAlerts';
import { refusalOf } from './__testUtils__/refusalOf';
import {
  allowAll,
  startIncidents,
  type World,
} from './__testUtils__/startIncidents';
import { alertConditions, createAlertConditionalDecision } from './index';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const search = 'component:default/search';
const payers = 'group:default/payers';
const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString();

describe.each(databases.eachSupportedId())('the inbox on %s', id => {
  let knex: Knex;
  async function start() {
    knex = await databases.init(id);
    const world: World = {
      entities: [
        group('payers'),
        group('finders'),
        system('shop'),
        component('payments'),
        component('search', { owner: 'finders' }),
      ],
      decide: allowAll,
    };
    const started = await startIncidents({ knex, world });
    const client = started.client();
    return {
      ...started,
      ...callsOf(client),
      world,
      typed: client,
      unsuppress: async (body: UnsuppressRequest) =>
        (await client.request('post', '/v1/alerts/unsuppress', { body })).data!,
      causes: async () =>
        (await client.request('get', '/v1/suppressions', {})).data!.items,
    };
  }

  /** Alerts that a silence of ours keeps quiet, written as the pipeline would have. */
  async function quiet(
    count: number,
    cause = 'silence:7',
    entityRef = payments,
  ) {
    const ids = await insertAlerts(
      knex,
      Array.from({ length: count }, (_, n) => ({
        name: `${cause} ${n}`,
        suppressed: 'silence',
        entityRef,
        ownerRef: entityRef === payments ? payers : 'group:default/finders',
      })),
    );
    const said = {
      code: 'suppression.silence',
      params: { by: 'user:default/ada', reason: 'we know' },
    };
    await knex('alerts')
      .whereIn('id', ids)
      .update({
        suppressed_cause: cause,
        suppressed_said: JSON.stringify(said),
        recheck_at: null,
      });
    await knex.batchInsert(
      'suppressions',
      ids.map(alert => ({
        alert_id: alert,
        kind: 'silence',
        reason: 'Because',
        cause,
        at: Date.now(),
      })),
      50,
    );
    return ids;
  }

  it('says what keeps alerts quiet, and undoes it for some or for all of one cause', async () => {
    const { stop, unsuppress, causes, alerts, alert, settle, audit } =
      await start();
    const [one, two, three] = await quiet(5);
    await quiet(2, 'silence:8');
    expect(await causes()).toEqual([
      {
        kind: 'silence',
        causeRef: 'silence:7',
        reason: 'Because',
        said: {
          code: 'suppression.silence',
          params: { by: 'user:default/ada', reason: 'we know' },
        },
        count: 5,
      },
      expect.objectContaining({ causeRef: 'silence:8', count: 2 }),
    ]);
    expect(await unsuppress({ alertIds: [one, two, one] })).toEqual({
      undone: 2,
      unchanged: 0,
      refused: 0,
      left: 0,
    });
    await settle();
    expect((await alert(one)).suppressions[0]).toMatchObject({
      undoneBy: 'user:default/mock',
    });
    // Those that nothing keeps quiet any more are passed over.
    expect(await unsuppress({ alertIds: [two, three, '999'] })).toEqual({
      undone: 1,
      unchanged: 2,
      refused: 0,
      left: 0,
    });
    expect(
      await unsuppress({ kind: 'silence', causeRef: 'silence:7' }),
    ).toMatchObject({ undone: 2, left: 0 });
    await settle();
    expect((await causes()).map(({ causeRef }) => causeRef)).toEqual([
      'silence:8',
    ]);
    expect((await alerts({ view: 'suppressed' })).items).toHaveLength(2);
    expect(audit).toContainEqual(
      expect.objectContaining({
        eventId: 'alerts-unsuppress',
        outcome: 'success',
      }),
    );
    await stop();
  });

  it('undoes 500 at once and says how many are left', async () => {
    const { stop, unsuppress } = await start();
    await quiet(503);
    const all = { kind: 'silence' as const, causeRef: 'silence:7' };
    expect(await unsuppress(all)).toEqual({
      undone: 500,
      unchanged: 0,
      refused: 0,
      left: 3,
    });
    expect(await unsuppress(all)).toMatchObject({ undone: 3, left: 0 });
    await stop();
  });

  it('undoes of several only what the caller may change', async () => {
    const { stop, unsuppress, causes, world } = await start();
    const [mine] = await quiet(1);
    const [theirs] = await quiet(1, 'silence:7', search);
    world.decide = permission =>
      permission.type === 'resource'
        ? createAlertConditionalDecision(
            permission as Parameters<typeof createAlertConditionalDecision>[0],
            alertConditions.isOwner({ claims: [payers] }),
          )
        : allowAll();
    expect(await causes()).toMatchObject([{ count: 1 }]);
    expect(await unsuppress({ alertIds: [mine, theirs] })).toMatchObject({
      undone: 1,
      refused: 1,
    });
    expect(
      await unsuppress({ kind: 'silence', causeRef: 'silence:7' }),
    ).toMatchObject({ undone: 0, left: 0 });
    expect(await knex('alerts').where('id', theirs).first()).toMatchObject({
      suppressed_kind: 'silence',
    });
    await stop();
  });

  it.each([
    ['nothing', {}],
    ['half a cause', { kind: 'silence' as const }],
    ['both', { alertIds: ['1'], kind: 'flapping' as const, causeRef: 'x' }],
  ])('refuses to undo what %s names', async (_, body) => {
    const { stop, unsuppress } = await start();
    expect(await refusalOf(unsuppress(body))).toBe(
      '400 Say which by alertIds, or by kind and causeRef',
    );
    await stop();
  });

  it('silences an entity without a label, and nothing when neither is named', async () => {
    const { stop, typed, settle, alerts } = await start();
    await insertAlerts(knex, [
      { name: 'A', entityRef: payments, ownerRef: payers },
      { name: 'B', entityRef: search },
    ]);
    const silence = (body: object) =>
      typed.request('post', '/v1/silences', {
        body: { reason: 'we know', until: tomorrow(), ...body },
      });
    expect(await refusalOf(silence({ matchers: [] }))).toMatch(
      /^400 .* name an entity/,
    );
    const { data } = await silence({ entityRef: 'payments' });
    expect(data).toMatchObject({ matchers: [], entityRef: payments });
    await settle();
    expect((await alerts({ view: 'suppressed' })).items).toMatchObject([
      {
        name: 'A',
        suppression: {
          kind: 'silence',
          said: {
            code: 'suppression.silence',
            params: { by: 'user:default/mock', reason: 'we know' },
          },
        },
      },
    ]);
    await stop();
  });

  it('counts findings by severity, once for all pages', async () => {
    const { stop, typed } = await start();
    const finding = (
      n: number,
      severity: Finding['severity'],
      ref: string,
    ) => ({
      adapter: 'trivy',
      key: String(n),
      entity_ref: ref,
      rule: `CVE-2026-${n}`,
      title: 'x',
      severity,
      target: 'image',
      first_seen_at: 1,
      last_seen_at: 2,
    });
    await knex('findings').insert([
      finding(1, 'critical', payments),
      finding(2, 'high', payments),
      finding(3, 'high', payments),
      finding(4, 'critical', search),
    ]);
    const page = async (cursor?: string) =>
      (
        await typed.request('get', '/v1/findings', {
          params: { query: { entityRef: ['payments'], limit: 2, cursor } },
        })
      ).data!;
    const first = await page();
    expect(first.counts).toEqual({
      critical: 1,
      high: 2,
      medium: 0,
      low: 0,
      unknown: 0,
    });
    const second = await page(first.nextCursor);
    expect(second.items).toMatchObject([{ rule: 'CVE-2026-1' }]);
    expect(second.counts).toBeUndefined();
    await stop();
  });

  it('drafts and exports a postmortem in the language asked for', async () => {
    const { stop, declare, typed, call } = await start();
    const { becauseSaid } = await declare({ entityRefs: [payments] });
    expect(becauseSaid).toEqual({ code: 'opened.by-hand', params: {} });
    const draft = async (language?: 'en' | 'es') =>
      (
        await typed.request('get', '/v1/incidents/{incidentId}/postmortem', {
          params: { path: { incidentId: 'INC-0001' }, query: { language } },
        })
      ).data!.sections;
    expect((await draft()).wentWrong).toContain('Nobody acknowledged it.');
    expect((await draft('es')).wentWrong).toContain('Nadie lo confirmó.');
    const markdown = await call(
      '/v1/incidents/INC-0001/postmortem/markdown?language=es',
    );
    expect(await markdown.text()).toContain('## Qué fue mal');
    expect(
      (await call('/v1/incidents/INC-0001/postmortem?language=fr')).status,
    ).toBe(400);
    await stop();
  });
});
