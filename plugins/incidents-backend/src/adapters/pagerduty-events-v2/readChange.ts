import type { Delivery, Reading } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  anything,
  cleanLabels,
  hashOf,
  instantOf,
  linkOf,
  readBody,
} from '../shared';

const change = z.looseObject({
  payload: z.looseObject({
    summary: z.string().min(1),
    source: anything,
    timestamp: anything,
    custom_details: anything,
  }),
  links: z
    .array(z.looseObject({ href: anything }))
    .nullish()
    .catch([]),
});

/** A change event: what it was is free text, so its kind is `other`. */
export function readChange({ body, receivedAt }: Delivery): Reading {
  const { payload, links } = readBody(
    change,
    body,
    'Send an event of the Events API v2',
  );
  const labels = cleanLabels({
    source: payload.source,
    details: payload.custom_details,
  });
  const at = instantOf(payload.timestamp, 'payload.timestamp');
  return {
    alerts: [],
    changes: [
      {
        key: hashOf(payload.summary, labels.source ?? '', at ?? receivedAt),
        kind: 'other',
        title: payload.summary,
        at: at ?? receivedAt,
        url: linkOf(links?.[0]?.href),
        labels,
      },
    ],
  };
}
