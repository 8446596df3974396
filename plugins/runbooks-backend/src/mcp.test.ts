import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import Knex from 'knex';
import { component, payments, runbook } from './__testUtils__/entities';
import { FakePlace } from './__testUtils__/FakePlace';
import { startRunbooks, type World } from './__testUtils__/startRunbooks';
import { Trouble } from './__testUtils__/Trouble';

const credentials = mockCredentials.user();
const ref = 'runbook:default/payments-5xx';

async function start() {
  const place = FakePlace.create();
  const trouble = Trouble.create();
  trouble.open('INC-0001', payments, { name: 'HighErrorRate' });
  const world: World = {
    entities: [
      component('payments', { dependants: ['checkout'] }),
      component('checkout'),
      runbook('payments-5xx', {
        service: 'payments',
        owner: 'payers',
        triggers: [{ alert: 'HighErrorRate' }],
        inputs: [{ name: 'pool', required: true }],
        steps: [
          { id: 'look', manual: 'Look', timeout: '10m' },
          {
            id: 'switch',
            action: 'test:switch',
            input: { name: '${{ inputs.pool }}' },
            timeout: '1m',
          },
        ],
      }),
      runbook('other', {
        owner: 'payers',
        steps: [{ manual: 'Look', timeout: '10m' }],
      }),
    ],
  };
  const started = await startRunbooks({
    knex: Knex({
      client: 'better-sqlite3',
      connection: ':memory:',
      useNullAsDefault: true,
    }),
    world,
    actions: [place.action('test:switch')],
    ...trouble.services(),
  });
  const { actions } = await started.registry.list();
  const ask = async (name: string, input: object) => {
    const { id } = actions.find(one => one.id.endsWith(name))!;
    const { output } = await started.registry.invoke({
      id,
      input: { ...input },
      credentials,
    });
    return output;
  };
  return { ...started, actions, ask, place, world };
}

it('actions only read, and say what the pages say', async () => {
  const { actions, ask, place, stop, client } = await start();
  expect(actions.map(({ id }) => id.replace(/^.*:/, '')).sort()).toEqual([
    'runbook-plan',
    'runbook-search',
  ]);
  for (const { attributes } of actions)
    expect(attributes).toEqual({
      readOnly: true,
      idempotent: true,
      destructive: false,
    });
  const found = {
    ref,
    title: 'payments-5xx',
    page: '/runbooks/runbook:default:payments-5xx',
    owner: 'group:default/payers',
    services: [payments],
    actions: ['test:switch'],
    runnable: true,
  };
  expect(
    await ask('runbook-search', { words: 'HIGHERROR payments 5xx' }),
  ).toEqual({
    runbooks: [
      expect.objectContaining({
        ...found,
        because: [
          'A trigger has “higherror”.',
          'Its title has “payments”.',
          'Its title has “5xx”.',
        ],
      }),
    ],
    more: false,
  });
  expect(await ask('runbook-search', { words: '100%' })).toMatchObject({
    runbooks: [],
  });
  for (const input of [{ incidentId: 'INC-0001' }, { entityRef: 'payments' }])
    expect(await ask('runbook-search', input)).toMatchObject({
      runbooks: [
        {
          ...found,
          because: expect.arrayContaining([
            'It is written for component:default/payments.',
          ]),
        },
      ],
    });
  await expect(ask('runbook-search', {})).rejects.toThrow(/Give incidentId/);

  expect(
    await ask('runbook-plan', { runbookRef: ref, inputs: { pool: 'left' } }),
  ).toMatchObject({
    page: `${found.page}/run?entity=component%3Adefault%2Fpayments&environment=production`,
    entityRef: payments,
    steps: [
      { id: 'look', kind: 'manual', changes: [] },
      {
        id: 'switch',
        would: 'test:switch left',
        target: 'place/left',
        changes: ['left: off → on'],
        touches: [payments, 'component:default/checkout'],
        undo: 'Turn it off',
        refusals: [],
      },
    ],
    refusals: [],
    mayRun: true,
  });
  expect(
    await ask('runbook-plan', { action: 'test:switch', input: { name: 'x' } }),
  ).toMatchObject({ steps: [{ would: 'test:switch x' }] });
  const { data } = await client().request('get', '/v1/executions');
  expect([place.effects, data?.items]).toEqual([[], []]);
  await stop();
});

it('actions refuse what the caller may not see', async () => {
  const { ask, world, stop } = await start();
  world.decide = () => ({ result: AuthorizeResult.DENY });
  for (const [name, input] of [
    ['runbook-search', { words: 'payments' }],
    ['runbook-search', { entityRef: payments }],
    ['runbook-plan', { runbookRef: ref, inputs: { pool: 'left' } }],
  ] as const)
    await expect(ask(name, input)).rejects.toThrow(
      /do not have the permission/,
    );
  await stop();
});
