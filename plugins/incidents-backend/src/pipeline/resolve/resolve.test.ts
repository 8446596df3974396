import { CatalogGraph } from '../../graph';
import { component } from '../__testUtils__/world';
import { EntityResolver, type Resolvable } from '.';

const entities = [
  component('payments'),
  component('payments-ledger'),
  component('checkout', {
    annotations: { 'backstage.io/kubernetes-id': 'shop-checkout' },
  }),
  component('storefront'),
  { ...component('search'), metadata: { name: 'search', namespace: 'blue' } },
  { ...component('search'), metadata: { name: 'search', namespace: 'green' } },
  ...Array.from({ length: 300 }, (_, index) => component(`batch-job-${index}`)),
];
const graph = CatalogGraph.fromEntities(entities);
const resolver = EntityResolver.create({
  graph,
  rules: [
    {
      name: 'teams',
      match: [{ label: 'squad', value: 'a*', mode: 'glob' }],
      entityRef: 'component:default/{squad}-ledger',
    },
  ],
  taught: [
    {
      id: 1,
      matchers: [{ label: 'box', value: 'zq-1', mode: 'equals' }],
      entityRef: 'component:default/checkout',
      createdBy: 'user:default/ada',
    },
    {
      id: 2,
      matchers: [{ label: 'box', value: 'zq-', mode: 'prefix' }],
      entityRef: 'component:default/storefront',
      createdBy: 'user:default/ben',
    },
  ],
});
const ask = (labels: Record<string, string>, more: Partial<Resolvable> = {}) =>
  resolver.resolve({
    adapter: 'alertmanager',
    name: 'HighLatency',
    labels,
    annotations: {},
    ...more,
  });

describe('The entity of an alert', () => {
  it.each<
    [string, Record<string, string>, Partial<Resolvable>, string, string]
  >([
    [
      'is the one the payload names',
      {},
      { entityRef: 'component:default/payments' },
      'default/payments',
      'The payload names it',
    ],
    [
      'is named by an annotation',
      { service: 'checkout' },
      { annotations: { 'backstage.io/entity-ref': 'component:payments' } },
      'default/payments',
      'The annotation backstage.io/entity-ref names it',
    ],
    [
      'is named by a label',
      { backstage_io_entity: 'payments' },
      {},
      'default/payments',
      'The label backstage_io_entity names it',
    ],
    [
      'was taught, and what was taught last counts',
      { box: 'zq-1', service: 'payments' },
      {},
      'default/storefront',
      'Taught by user:default/ben',
    ],
    [
      'is found by its name',
      { service: 'Payments' },
      {},
      'default/payments',
      '“payments” is its name (label service)',
    ],
    [
      'is found by its Kubernetes id',
      { app: 'shop-checkout' },
      {},
      'default/checkout',
      '“shop-checkout” is its Kubernetes id (label app)',
    ],
    [
      'is found by its pod',
      { pod: 'payments-7d9f8b6c5d-x2xqz' },
      {},
      'default/payments',
      '“payments” is its name (label pod)',
    ],
    [
      'is found by its job',
      { job: 'shop/storefront' },
      {},
      'default/storefront',
      '“storefront” is its name (label job)',
    ],
    [
      'is found by its host',
      { instance: 'payments.prod.example.org:9090' },
      {},
      'default/payments',
      '“payments” is its name (label instance)',
    ],
    [
      'is the one in the namespace it names',
      { service: 'search', namespace: 'green' },
      {},
      'green/search',
      '“search” is its name (label service)',
    ],
    [
      'is found by a name that is nearly its own',
      { service: 'storefronts' },
      {},
      'default/storefront',
      '“storefronts” (service) is like its name',
    ],
    [
      'is the one of the more telling label',
      { service: 'payments', job: 'storefront' },
      {},
      'default/payments',
      '“payments” is its name (label service)',
    ],
  ])('%s', (_, labels, more, ref, reason) => {
    expect(ask(labels, more)).toMatchObject({
      entityRef: `component:${ref}`,
      reason,
    });
  });

  it.each<[string, Record<string, string>, Partial<Resolvable>, string]>([
    [
      'nothing names one',
      { region: 'eu' },
      {},
      'No label names an entity of the catalog',
    ],
    [
      'an address is no name',
      { instance: '10.0.0.7:9090' },
      {},
      'No label names an entity of the catalog',
    ],
    [
      'the one it names is not in the catalog',
      {},
      { entityRef: 'component:default/gone' },
      'Not sure enough: component:default/gone — The payload names it, but the catalog does not have it',
    ],
    [
      'a rule lacks its label',
      { squad: 'b' },
      {},
      'No label names an entity of the catalog',
    ],
    [
      'labels have the names of what every object has',
      { toString: 'payments', __proto__: 'payments' },
      {},
      'No label names an entity of the catalog',
    ],
  ])('is not known when %s', (_, labels, more, reason) => {
    expect(ask(labels, more)).toMatchObject({ reason });
    expect(ask(labels, more).entityRef).toBeUndefined();
  });

  it('is not guessed between equals: they are shown', () => {
    const answer = ask({ service: 'batch-job' });
    expect(answer.entityRef).toBeUndefined();
    expect(answer.candidates.length).toBeGreaterThan(1);
    expect(answer.candidates.length).toBeLessThanOrEqual(5);
    expect(ask({ service: 'search' }).confidence).toBeLessThan(0.6);
  });

  it('is found again when the catalog has learnt of it', () => {
    expect(ask({ service: 'newcomer' }).entityRef).toBeUndefined();
    graph.replace([component('newcomer')]);
    expect(ask({ service: 'newcomer' }).entityRef).toBe(
      'component:default/newcomer',
    );
  });
});
