import type { Adapter } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import { instantOf, readBody } from '../shared';

const entry = z.looseObject({
  seq: z.number().int(),
  change: z.looseObject({
    id: z.string().min(1).max(36),
    kind: z.enum([
      'deployment',
      'rollback',
      'config',
      'flag',
      'scale',
      'other',
    ]),
    title: z.string(),
    entityRef: z.string().optional(),
    environment: z.string().optional(),
    version: z.string().optional(),
    author: z.string().optional(),
    startedAt: z.string(),
    outcome: z.string().optional(),
    startedBy: z.looseObject({ name: z.string().optional() }).optional(),
    url: z.string().optional(),
    rollbackId: z.string().max(36).optional(),
  }),
});

const outcomes = new Map([
  ['running', 'running'],
  ['succeeded', 'succeeded'],
  ['failed', 'failed'],
  ['cancelled', 'failed'],
] as const);

/**
 * An entry of the feed of the delivery plugin. Read from its feed by cursor, and not sent by anybody, so it
 * is in no registry.
 */
export const deliveryAdapter: Adapter = {
  id: 'delivery',
  title: 'Delivery',
  contract: 'Entries of the feed of the delivery plugin',
  read({ body, receivedAt }) {
    const { seq, change } = readBody(
      entry,
      body,
      'This is for the delivery plugin alone',
    );
    return {
      alerts: [],
      deliveryId: `feed:${seq}`,
      changes: [
        {
          key: change.id,
          kind: change.kind,
          title: change.title,
          at: instantOf(change.startedAt, 'change.startedAt') ?? receivedAt,
          version: change.version,
          author: change.author ?? change.startedBy?.name,
          outcome: outcomes.get(change.outcome as 'running'),
          environment: change.environment,
          url: change.url,
          entityRef: change.entityRef,
          labels: {},
          deliveryId: change.id,
          rollbackId: change.rollbackId,
        },
      ],
    };
  },
};
