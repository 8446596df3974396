import { ResponseError } from '@backstage/errors';
import type { deliveryServiceMock } from '@ghostlight/plugin-delivery-node/testUtils';
import type { incidentsServiceMock } from '@ghostlight/plugin-incidents-node/testUtils';
import type { sloServiceMock } from '@ghostlight/plugin-slo-node/testUtils';

/** What a portal answers of which the other families are no part: 404, as Express gives it. */
export function notInstalled(): {
  slo: NonNullable<Parameters<typeof sloServiceMock>[0]>;
  incidents: NonNullable<Parameters<typeof incidentsServiceMock>[0]>;
  delivery: NonNullable<Parameters<typeof deliveryServiceMock>[0]>;
} {
  const refuse = async () => {
    throw await responseError(404, 'Not Found');
  };
  return {
    slo: { listObjectives: refuse, measure: refuse },
    incidents: {
      getOncall: refuse,
      listIncidents: refuse,
      listAlerts: refuse,
      getIncident: refuse,
      addNote: refuse,
    },
    delivery: { planRollback: refuse, listDeployments: refuse },
  };
}

/** As the clients of the other families throw it. */
export function responseError(
  status: number,
  name: string,
  body: object = {},
): Promise<ResponseError> {
  return ResponseError.fromResponse(
    new Response(JSON.stringify(body), {
      status,
      statusText: name,
      headers: { 'content-type': 'application/json' },
    }),
  );
}
