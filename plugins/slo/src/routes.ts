import { createExternalRouteRef } from '@backstage/core-plugin-api';

/** A deployment's page in the delivery family, if it is installed. Made by the legacy API, which both front-end systems understand. */
export const deliveryChangeRouteRef = createExternalRouteRef({
  id: 'slo-delivery-change',
  params: ['id'],
  optional: true,
  defaultTarget: 'delivery.change',
});

/** The page of the incidents family, if it is installed; an incident is below it by its id. */
export const incidentsRouteRef = createExternalRouteRef({
  id: 'slo-incidents',
  optional: true,
  defaultTarget: 'incidents.root',
});
