import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { deploymentOf, nodeOf, payments } from '../__testUtils__/shop';
import { startCluster, type TestCluster } from '../__testUtils__/startCluster';

const restart = 'kubernetes:restart-rollout';

const bare: Entity = {
  ...payments,
  metadata: { name: 'payments', annotations: {} },
};

describe('what is meant', () => {
  let cluster: TestCluster;

  beforeAll(async () => {
    cluster = await startCluster({ cluster: { namespaces: ['shop'] } });
    await cluster.ship(deploymentOf(), deploymentOf({}, 'payments-worker'), {
      ...deploymentOf({}, 'ledger'),
      metadata: { name: 'ledger', namespace: 'shop', labels: { tier: '1' } },
    });
  });

  afterAll(() => cluster.stop());

  it.each<[string, JsonObject, Entity | undefined, string]>([
    ['a name', { name: 'payments' }, payments, 'payments'],
    [
      'a name and a namespace, for no entity',
      { name: 'ledger', namespace: 'shop' },
      undefined,
      'ledger',
    ],
    ['a selector', { selector: 'tier=1' }, bare, 'ledger'],
  ])('is found by %s', async (_name, input, entity, found) => {
    const plan = await cluster.plan(restart, input, { entity });
    expect(plan.refusals).toEqual([]);
    expect(plan.target).toBe(`deployment/shop/${found}`);
  });

  it.each<[string, JsonObject, Entity | undefined, string, string]>([
    [
      'several match',
      {},
      payments,
      'several',
      'Several Deployments are meant, say which: prod/shop/payments, prod/shop/payments-worker',
    ],
    [
      'none matches',
      { selector: 'tier=7' },
      payments,
      'no-deployment',
      'No Deployment of environment production has the labels tier=7',
    ],
    ['nothing says which', {}, bare, 'no-target', 'Nothing says which'],
    [
      'it is not there',
      { name: 'nothing' },
      payments,
      'not-there',
      'Deployment nothing is not there in namespace shop of prod',
    ],
    [
      'the namespace is not known',
      { name: 'payments' },
      undefined,
      'no-namespace',
      'Say which namespace',
    ],
    [
      'the namespace may not be touched',
      { name: 'payments', namespace: 'bank' },
      payments,
      'namespace',
      'Namespace bank of cluster prod is not among those that may be touched',
    ],
    [
      'the cluster is not known',
      { cluster: 'other' },
      payments,
      'no-cluster',
      'There is no cluster other in environment production',
    ],
  ])('is refused when %s', async (_name, input, entity, code, text) => {
    const plan = await cluster.plan(restart, input, { entity });
    expect(plan).toMatchObject({
      refusals: [
        {
          code: `action.kubernetes.${code}`,
          text: expect.stringContaining(text),
        },
      ],
      changes: [],
      pinned: {},
    });
    expect(await cluster.act(restart, plan)).toEqual({
      state: 'refused',
      error: 'There is no plan to act on',
    });
  });

  it('is refused when the server does not understand the selector', async () => {
    const { refusals } = await cluster.plan(restart, { selector: 'a b' });
    expect(refusals).toMatchObject([
      {
        code: 'action.kubernetes.server-refused',
        text: expect.stringContaining('unable to parse requirement'),
      },
    ]);
  });

  it('is no node when only some namespaces may be touched', async () => {
    const { refusals } = await cluster.plan('kubernetes:cordon', {
      node: 'one',
    });
    expect(refusals).toMatchObject([
      {
        text: 'Only namespaces shop of cluster prod may be touched, and nodes are of all',
      },
    ]);
  });

  it('is never in another environment', async () => {
    const plan = await cluster.plan(
      restart,
      { name: 'payments', cluster: 'prod' },
      { environment: 'staging' },
    );
    expect(plan.refusals).toMatchObject([
      { text: 'There is no cluster prod in environment staging' },
    ]);
    const { refusals } = await cluster.plan(
      restart,
      {},
      { environment: 'staging' },
    );
    expect(refusals).toMatchObject([
      { text: 'There is no cluster of environment staging' },
    ]);
  });

  it.each<[string, JsonObject]>([
    [restart, { name: '..' }],
    [restart, { name: 'a/b' }],
    [restart, { namespace: '../kube-system' }],
    [restart, { unknown: true }],
    ['kubernetes:scale', { replicas: -1 }],
    ['kubernetes:delete-pods', { share: 1.5 }],
    [
      'litmus:run',
      { experiment: 'x', serviceAccount: 'y', env: { 'a b': '' } },
    ],
  ])('takes no input for %s such as %j', (id, input) => {
    expect(cluster.actionOf(id).input.safeParse(input).success).toBe(false);
  });

  it('can be asked for by a form', () => {
    for (const { input, id } of cluster.actions) {
      const schema = z.toJSONSchema(input, { io: 'input' });
      expect([id, schema.type]).toEqual([id, 'object']);
    }
  });

  it('is refused when the account may not even look', async () => {
    const blind = await startCluster();
    blind.api.grant('admin', { user: 'nobody', rules: [] });
    const { refusals } = await blind.plan(restart, {});
    expect(refusals).toMatchObject([
      {
        code: 'action.kubernetes.forbidden',
        text: 'deployments.apps is forbidden: User "nobody" cannot list resource "deployments" in API group "apps" in the namespace "shop"',
      },
    ]);
    await blind.stop();
  });

  it('is not known when the cluster is silent', async () => {
    const slow = await startCluster();
    await slow.ship(deploymentOf());
    const plan = await slow.plan(restart);
    slow.api.faults.add({ when: { verb: 'patch' }, delayMs: 60_000 });
    await expect(slow.within(200).act(restart, plan)).rejects.toThrow(
      'did not answer within 0.2 seconds',
    );
    slow.api.faults.add({ when: { verb: 'list' }, then: 503 });
    await expect(slow.plan(restart)).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
    });
    await slow.stop();
  });
});

describe('nodes', () => {
  it('are cordoned but for the last one', async () => {
    const cluster = await startCluster();
    cluster.api.seed([nodeOf('one'), nodeOf('two')]);
    cluster.api.seed([
      {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: 'p', namespace: 'shop' },
        spec: { nodeName: 'one' },
      },
    ]);
    const texts = async (id: string, node: string) =>
      (await cluster.plan(id, { node })).refusals.map(({ text }) => text);
    const plan = await cluster.plan('kubernetes:cordon', { node: 'one' });
    expect(plan.title.text).toBe(
      'Let no new pods onto Node one (prod); 1 are there and stay',
    );
    await cluster.act('kubernetes:cordon', plan);
    expect(await texts('kubernetes:cordon', 'one')).toEqual([
      'Node one is cordoned already',
    ]);
    expect(await texts('kubernetes:cordon', 'two')).toEqual([
      'Node two is the last node of prod that takes pods',
    ]);
    expect(await texts('kubernetes:uncordon', 'two')).toEqual([
      'Node two is not cordoned',
    ]);
    expect(await texts('kubernetes:cordon', 'three')).toEqual([
      'Node three is not there in cluster prod',
    ]);
    const late = await cluster.plan('kubernetes:uncordon', { node: 'one' });
    cluster.api.seed([{ ...nodeOf('one') }], 'kubectl');
    expect(await cluster.act('kubernetes:uncordon', late)).toMatchObject({
      error: expect.stringContaining('was uncordoned meanwhile by kubectl'),
    });
    await cluster.stop();
  });
});
