import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type {
  EvidenceBundle,
  EvidenceItem,
} from '@ghostlight/plugin-incidents-common';
import type { LogSource } from '@ghostlight/plugin-incidents-node';
import { callsOf } from '../../__testUtils__/calls';
import { component, group, system } from '../../__testUtils__/entities';
import { insertAlerts } from '../../__testUtils__/insertAlerts';
import {
  allowAll,
  startIncidents,
  type World,
} from '../../__testUtils__/startIncidents';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const entities = [
  group('payers'),
  system('shop'),
  component('ledger'),
  component('payments', { dependsOn: ['ledger'] }),
];

/** Of the time before it is asked first; then nothing was logged. */
const storeOf = (): LogSource => {
  let asked = 0;
  return {
    name: 'store',
    knows: ({ entityRef }) => entityRef === payments,
    read: async ({ from }) => ({
      truncated: false,
      lines: Array.from({ length: asked++ % 2 ? 30 : 0 }, (_, n) => ({
        at: from + 60_000 + n * 1000,
        level: 'error',
        text: `no answer for Authorization: Bearer abc123def456 after ${n}ms`,
      })),
    }),
  };
};

describe.each(databases.eachSupportedId())('evidence on %s', id => {
  async function start(world: World) {
    const knex = await databases.init(id);
    const listObjectives = jest.fn(async () => ({ items: [] }));
    const started = await startIncidents({
      knex,
      world,
      logSources: [storeOf()],
      slo: {
        listAlerts: async () => ({ items: [], last: 0 }),
        listCorrections: async () => [],
        listObjectives: listObjectives as never,
        getSignals: (async (entityRef: string) => ({
          entityRef,
          history: [],
        })) as never,
      },
      runbooks: { listSuggestions: async () => [] },
    });
    await callsOf(started.client()).declare({
      title: 'payments fails for bob@example.com',
      entityRefs: [payments],
    });
    const at = Date.now() - 10 * 60_000;
    await knex('incidents').update({ started_at: at });
    await insertAlerts(knex, [
      { name: 'HighErrorRate', entityRef: payments, incident: 1, at },
    ]);
    const ask = async () => {
      const answer = await started.call('/v1/incidents/INC-0001/evidence');
      return [answer.status, await answer.json()] as const;
    };
    return { ...started, ask, listObjectives };
  }
  const typesOf = ({ items }: { items: EvidenceItem[] }) => [
    ...new Set(items.map(({ type }) => type)),
  ];

  it('is had through the API, redacted, by whoever may see the incident', async () => {
    const world: World = { entities, decide: allowAll };
    const { ask, stop, listObjectives } = await start(world);
    const [status, body] = await ask();
    const bundle: EvidenceBundle = body;
    expect(status).toBe(200);
    expect(bundle).toMatchObject({
      incidentId: 'INC-0001',
      id: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(typesOf(bundle)).toEqual(
      expect.arrayContaining(['alert', 'log', 'owner']),
    );
    expect(JSON.stringify(bundle)).not.toMatch(/abc123def456|bob@example/);
    expect(bundle.redactions).toEqual(
      expect.arrayContaining([
        { kind: 'e-mail', count: 1 },
        { kind: 'token', count: 1 },
      ]),
    );
    expect(bundle.missing.map(({ code }) => code)).toEqual([
      'triage.missing.measured',
    ]);
    // Other plugins are asked on behalf of who asked here.
    expect(listObjectives).toHaveBeenCalledWith(
      expect.anything(),
      expect.objectContaining({
        credentials: expect.objectContaining({
          principal: expect.objectContaining({
            userEntityRef: 'user:default/mock',
          }),
        }),
      }),
    );

    world.decide = ({ name }) => ({
      result:
        name === 'incidents.incident.read'
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
    });
    expect((await ask())[0]).toBe(403);
    await stop();
  });
});
