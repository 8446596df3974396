import { createRouteRef } from '@backstage/core-plugin-api';

/** Where the incidents pages are. Made by the legacy API, which both front-end systems understand. */
export const rootRouteRef = createRouteRef({ id: 'incidents' });

/** Where the Incidents tab of an entity page is, in legacy apps. */
export const entityTabRouteRef = createRouteRef({ id: 'incidents-entity' });
