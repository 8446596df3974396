import type { Entity } from '@backstage/catalog-model';

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: {
      type: 'service',
      lifecycle: 'production',
      owner: 'team-payments',
      system: 'shop',
    },
    relations: [
      { type: 'ownedBy', targetRef: 'group:default/team-payments' },
      { type: 'partOf', targetRef: 'system:default/shop' },
    ],
  };
}

/** The catalog of the test world: an entity for each state a screen can be in. */
export const entities = {
  payments: component('payments'),
  checkout: component('checkout'),
  storefront: component('storefront'),
  ledger: component('ledger'),
  /** Nothing was ever wrong, nobody is on call. */
  newborn: component('newborn'),
  /** The reader may not see it. */
  secret: component('secret'),
  /** The backend fails for it. */
  down: component('down'),
  shop: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'System',
    metadata: { namespace: 'default', name: 'shop' },
    spec: { owner: 'team-payments' },
  },
  teamPayments: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { namespace: 'default', name: 'team-payments' },
    spec: { type: 'team', children: [], profile: {} },
  },
  ana: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { namespace: 'default', name: 'ana' },
    spec: { profile: { displayName: 'Ana' }, memberOf: ['team-payments'] },
  },
  ben: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'User',
    metadata: { namespace: 'default', name: 'ben' },
    spec: { profile: { displayName: 'Ben' }, memberOf: ['team-payments'] },
  },
} satisfies Record<string, Entity>;
