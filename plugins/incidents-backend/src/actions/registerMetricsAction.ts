import type { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import type { LearningApi } from '../service';
import { readsOnly } from './incidentSchema';

const phases = [
  'detect',
  'acknowledge',
  'identify',
  'fix',
  'recover',
  'resolve',
  'betweenFailures',
] as const;

/** `incidents-metrics`: how long things took. */
export function registerMetricsAction({
  actionsRegistry,
  learning,
}: {
  actionsRegistry: ActionsRegistryService;
  learning: LearningApi;
}): void {
  actionsRegistry.register({
    name: 'incidents-metrics',
    title: 'Incident metrics',
    description:
      'Reads how long incidents took to detect, acknowledge, identify, fix, recover and resolve, and the time between failures, in seconds: n, median and 90th percentile, which are left out below ten incidents. Of the last 90 days unless told otherwise.',
    attributes: readsOnly,
    schema: {
      input: z =>
        z.object({
          entityRef: z.string().max(300).optional(),
          owner: z.string().max(300).optional(),
          system: z.string().max(300).optional(),
          from: z.string().datetime().optional().describe('ISO 8601'),
          to: z.string().datetime().optional(),
        }),
      output: z =>
        z.object({
          from: z.string(),
          to: z.string(),
          incidents: z.number(),
          phases: z.array(
            z.object({
              phase: z.string(),
              n: z.number(),
              medianSeconds: z.number().optional(),
              p90Seconds: z.number().optional(),
            }),
          ),
        }),
    },
    action: async ({ input, credentials }) => {
      const metrics = await learning.metrics(input, { credentials });
      const { from, to, incidents } = metrics;
      return {
        output: {
          from,
          to,
          incidents,
          phases: phases.map(phase => ({
            phase,
            n: metrics[phase].n,
            medianSeconds: metrics[phase].median,
            p90Seconds: metrics[phase].p90,
          })),
        },
      };
    },
  });
}
