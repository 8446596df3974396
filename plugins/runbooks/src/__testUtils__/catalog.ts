import type { Entity } from '@backstage/catalog-model';

function component(name: string): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name },
    spec: { type: 'service', lifecycle: 'production', owner: 'team-payments' },
    relations: [{ type: 'ownedBy', targetRef: 'group:default/team-payments' }],
  };
}

/** The catalog of the test world: an entity for each state a screen can be in. */
export const entities = {
  /** A run is under way, and an incident is open. */
  payments: component('payments'),
  /** It has a runbook, and nothing happens. */
  checkout: component('checkout'),
  /** Nothing is written for it. */
  newborn: component('newborn'),
  /** The reader may not see it. */
  secret: component('secret'),
  /** The backend fails for it. */
  down: component('down'),
  teamPayments: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Group',
    metadata: { namespace: 'default', name: 'team-payments' },
    spec: { type: 'team', children: [], profile: {} },
  },
} satisfies Record<string, Entity>;

export const ref = (name: string) => `component:default/${name}`;
export const OWNER = 'group:default/team-payments';
export const ME = 'user:default/ana';
export const OTHER = 'user:default/ben';
