import { mockCredentials } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import Knex from 'knex';
import { payments } from './__testUtils__/calls';
import { startPayments } from './__testUtils__/startPayments';

const credentials = mockCredentials.user();

async function start() {
  const knex = Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  return startPayments(knex);
}

it('actions only read, and say what the pages say', async () => {
  const { actions, platform, stop, list } = await start();
  const { actions: all } = await actions.list();
  expect(all.map(({ id }) => id.replace(/^.*:/, '')).sort()).toEqual([
    'delivery-changes',
    'delivery-gate',
    'delivery-plan-rollback',
  ]);
  for (const { attributes } of all)
    expect(attributes).toEqual({
      readOnly: true,
      idempotent: true,
      destructive: false,
    });
  const ask = async (name: string, input: object) => {
    const { id } = all.find(one => one.id.endsWith(name))!;
    const { output } = await actions.invoke({
      id,
      input: { ...input },
      credentials,
    });
    return output;
  };
  expect(
    await ask('delivery-changes', { entityRefs: [payments], limit: 1 }),
  ).toMatchObject({
    changes: [{ kind: 'deployment', version: 'v3', startedBy: 'pipeline' }],
    more: true,
  });
  expect(
    await ask('delivery-gate', { entityRef: payments, version: 'v4' }),
  ).toMatchObject({ verdict: 'allow', summary: 'Yes: all checks pass.' });
  expect(
    await ask('delivery-plan-rollback', { entityRef: payments }),
  ).toMatchObject({
    from: 'v3',
    to: 'v2',
    changes: ['image of app: v3 → v2'],
    page: '/delivery/rollback?entityRef=component%3Adefault%2Fpayments&environment=production',
    lanes: ['By Fake platform (recommended): Until the next deployment.'],
    refusals: [],
  });
  expect([platform.effects, (await list()).items]).toEqual([[], []]);
  await stop();
});

it('actions refuse what the caller may not see', async () => {
  const { actions, world, stop } = await start();
  world.decide = () => ({ result: AuthorizeResult.DENY });
  const { actions: all } = await actions.list();
  for (const { id } of all)
    await expect(
      actions.invoke({ id, input: { entityRef: payments }, credentials }),
    ).rejects.toThrow(/do not have the permission/);
  await stop();
});
