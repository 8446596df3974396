import type { Adapter, AlertSeverity } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  alertEventOf,
  firstInstant,
  given,
  hashOf,
  readDeliveries,
  UnreadableError,
} from '../shared';

const event = z.looseObject({
  rule: z.string().min(1),
  priority: z.string().max(40),
  output_fields: z.looseObject({}).nullish(),
});

const severities = new Map<string, AlertSeverity>([
  ['emergency', 'critical'],
  ['alert', 'critical'],
  ['critical', 'critical'],
  ['error', 'error'],
  ['warning', 'warning'],
  ['notice', 'info'],
  ['informational', 'info'],
  ['info', 'info'],
  ['debug', 'info'],
]);

/** Output fields that say where it happened; the workload before its parts, which come and go. */
const places = [
  'k8s.ns.name',
  'k8s.deployment.name',
  'k8s.pod.name',
  'container.name',
  'container.id',
  'ka.target.namespace',
  'ka.target.name',
];

/** What resolvers look for, and what Falco calls it. */
const known = {
  namespace: 'k8s.ns.name',
  pod: 'k8s.pod.name',
  container: 'container.name',
  image: 'container.image.repository',
};

/**
 * Events of Falco (`http_output` with `json_output`) and of falcosidekick's webhook output, which is
 * the same object. Falco tells what happened, never that it is over: no `resolved`.
 *
 * Fingerprint: rule, source and where it happened (host when no container is named), so that a rule that
 * matches again and again in one place is one alert. `uuid`, where given, is the delivery's identity.
 *
 * Source: https://falco.org/docs/concepts/outputs/ and falcosecurity/falcosidekick `types/types.go`
 * (read November 2026)
 */
export const falcoAdapter: Adapter = {
  id: 'falco',
  title: 'Falco',
  contract: 'JSON output (http_output), falcosidekick 2 webhook',
  read: ({ body, receivedAt }) =>
    readDeliveries(body, {
      schema: event,
      fix: 'Set json_output: true in Falco, or use falcosidekick’s webhook output',
      deliveryId: item => given(item.uuid),
      read(item, raw, path) {
        const severity = severities.get(item.priority.trim().toLowerCase());
        if (!severity) {
          throw new UnreadableError(
            'not a priority of Falco',
            path ? `${path}.priority` : 'priority',
          );
        }
        const fields = item.output_fields ?? {};
        const startsAt = firstInstant(path, { time: item.time });
        return {
          alerts: [
            alertEventOf({
              fingerprint: fingerprint(item, fields),
              status: 'firing',
              name: [item.rule],
              title: [item.rule],
              description: item.output,
              severity,
              startsAt: startsAt ?? receivedAt,
              labels: {
                ...Object.fromEntries(
                  Object.entries(known).map(([label, field]) => [
                    label,
                    given(fields[field]),
                  ]),
                ),
                host: item.hostname,
                source: item.source,
                tags: item.tags,
                ...fields,
              },
              raw,
            }),
          ],
        };
      },
    }),
};

function fingerprint(
  item: z.infer<typeof event>,
  fields: Record<string, unknown>,
): string {
  const where = places.map(place => given(fields[place]) ?? '');
  return hashOf(
    item.rule,
    given(item.source) ?? 'syscall',
    ...(where.some(part => part) ? where : [given(item.hostname) ?? '']),
  );
}
