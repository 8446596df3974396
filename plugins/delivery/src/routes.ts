import {
  createExternalRouteRef,
  createRouteRef,
  createSubRouteRef,
} from '@backstage/core-plugin-api';

/** Where the delivery pages are. Made by the legacy API, which both front-end systems understand. */
export const rootRouteRef = createRouteRef({ id: 'delivery' });

/** Where the Delivery tab of an entity page is, in legacy apps. */
export const entityTabRouteRef = createRouteRef({ id: 'delivery-entity' });

/** Plans a rollback; its query says of what: `entityRef`, `environment`, `incident`, `to`. */
export const rollbackRouteRef = createSubRouteRef({
  id: 'delivery-rollback',
  path: '/rollback',
  parent: rootRouteRef,
});

/** A change or deployment by its id. */
export const changeRouteRef = createSubRouteRef({
  id: 'delivery-change',
  path: '/changes/:id',
  parent: rootRouteRef,
});

/** A rollback by its id. */
export const rollbackRunRouteRef = createSubRouteRef({
  id: 'delivery-rollback-run',
  path: '/rollbacks/:id',
  parent: rootRouteRef,
});

/** The page of the incidents family, if it is installed; an incident is below it by its id. */
export const incidentsRouteRef = createExternalRouteRef({
  id: 'delivery-incidents',
  optional: true,
  defaultTarget: 'incidents.root',
});
