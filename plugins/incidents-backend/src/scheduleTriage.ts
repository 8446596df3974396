import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { TriageKeepers } from './createServices';

/** Forgets old runs, and learns from incidents that were closed. */
export async function scheduleTriage({
  analyst,
  ranker,
  scheduler,
}: TriageKeepers & { scheduler: SchedulerService }): Promise<void> {
  await scheduler.scheduleTask({
    id: 'incidents-triage-prune',
    frequency: { hours: 1 },
    initialDelay: { minutes: 5 },
    timeout: { minutes: 10 },
    fn: async () => {
      await analyst.prune();
    },
  });
  await scheduler.scheduleTask({
    id: 'incidents-triage-train',
    frequency: { hours: 24 },
    initialDelay: { minutes: 10 },
    timeout: { minutes: 30 },
    fn: signal => ranker.train(signal),
  });
}
