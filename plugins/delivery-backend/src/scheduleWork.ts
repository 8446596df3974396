import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { Knex } from 'knex';
import { pruneFeed } from './changes';
import type { SpentKeeper } from './deployments';
import type { DeliveryConfig } from './readDeliveryConfig';
import { deleteOldPlans } from './rollbacks';

const hour = 3600_000;

/** Has done regularly what nothing else asks for. */
export async function scheduleWork(options: {
  config: DeliveryConfig;
  db: Knex;
  now: () => number;
  scheduler: SchedulerService;
  spent: SpentKeeper;
}): Promise<void> {
  const { config, db, now, scheduler, spent } = options;
  await scheduler.scheduleTask({
    id: 'delivery-spent',
    frequency: { minutes: 2 },
    timeout: { minutes: 10 },
    // On every replica: a lease of its own decides which one works.
    scope: 'local',
    fn: signal => spent.refresh(signal),
  });
  await scheduler.scheduleTask({
    id: 'delivery-prune',
    frequency: { hours: 1 },
    initialDelay: { minutes: 3 },
    timeout: { minutes: 30 },
    fn: async signal => {
      await pruneFeed({ db, before: now() - config.retention, signal });
      await deleteOldPlans(db, now() - hour);
    },
  });
}
