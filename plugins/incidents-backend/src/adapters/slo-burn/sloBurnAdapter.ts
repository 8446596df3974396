import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  alertEventOf,
  caps,
  entityRefOf,
  firstLine,
  hashOf,
  readBody,
  UnreadableError,
} from '../shared';

const burnAlert = z.looseObject({
  id: z.string().min(1),
  sequence: z.number(),
  ref: z.string().min(1),
  entityRef: z.string(),
  title: z.unknown().optional(),
  pair: z.string(),
  severity: z.enum(['page', 'ticket']),
  state: z.enum(['firing', 'resolved']),
  startedAt: z.number(),
  resolvedAt: z.number().nullish(),
  longRate: z.number().nullish(),
  shortRate: z.number().nullish(),
  threshold: z.number().nullish(),
});

/**
 * Burn-rate alerts of Ghostlight's own SLO family, as its `GET /v1/alerts` has them. The entity is
 * given, so nothing has to be guessed. Times are in seconds there.
 */
export const sloBurnAdapter: Adapter = {
  id: 'slo-burn',
  title: 'Ghostlight SLO burn rates',
  contract: 'BurnAlert of the slo plugin, v1',
  read({ body }) {
    const alert = readBody(
      burnAlert,
      body,
      'Send a BurnAlert of the slo plugin',
    );
    const entityRef = entityRefOf(alert.entityRef);
    if (!entityRef) throw new UnreadableError('not an entity ref', 'entityRef');
    const over = alert.state === 'resolved';
    const rates = {
      burn_rate_long: alert.longRate?.toPrecision(3),
      burn_rate_short: alert.shortRate?.toPrecision(3),
      threshold: alert.threshold,
    };
    return {
      deliveryId: `${alert.id} ${alert.sequence}`,
      alerts: [
        {
          ...alertEventOf({
            // Stays the same from one firing to the next, so that flapping is seen.
            fingerprint: hashOf(alert.ref, alert.pair),
            status: alert.state,
            name: ['ErrorBudgetBurn'],
            title: [
              `${firstLine(
                caps.title,
                alert.title,
                alert.ref,
              )} burns its error budget`,
            ],
            description: alert.longRate
              ? `${alert.longRate.toPrecision(
                  3,
                )} times as fast as the objective allows (pair ${alert.pair}).`
              : undefined,
            severity: alert.severity === 'page' ? 'critical' : 'warning',
            startsAt: alert.startedAt * 1000,
            endsAt: over
              ? (alert.resolvedAt ?? alert.startedAt) * 1000
              : undefined,
            labels: {
              slo: alert.ref,
              pair: alert.pair,
              severity: alert.severity,
              entity_ref: entityRef,
            },
            annotations: rates,
            raw: body,
          }),
          entityRef,
        },
      ],
    };
  },
};
