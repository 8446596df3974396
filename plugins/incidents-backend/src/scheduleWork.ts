import type { SchedulerService } from '@backstage/backend-plugin-api';
import type { FeedFollower } from '@ghostlight/plugin-delivery-node';
import type { Knex } from 'knex';
import type { ImpactKeeper } from './impact';
import { pruneIntake, type BurnAlertFollower } from './intake';
import type { OncallDirectory } from './oncall';
import type { CorrectionsCalendar } from './pipeline';
import type { IncidentsConfig } from './readIncidentsConfig';

/** Has done regularly what nothing else asks for. */
export async function scheduleWork(options: {
  burn: BurnAlertFollower;
  changes: FeedFollower;
  config: IncidentsConfig;
  db: Knex;
  impact: ImpactKeeper;
  maintenance: CorrectionsCalendar;
  now: () => number;
  oncall: OncallDirectory;
  scheduler: SchedulerService;
}): Promise<void> {
  const { burn, changes, config, db, impact, maintenance, now, oncall } =
    options;
  const { scheduler } = options;
  /** On every replica: each has a copy in memory, or a lease decides which one works. */
  const everywhere = (
    id: string,
    seconds: number,
    fn: (signal: AbortSignal) => Promise<void>,
  ) =>
    scheduler.scheduleTask({
      id,
      frequency: { seconds },
      timeout: { minutes: 5 },
      scope: 'local',
      fn,
    });

  await everywhere('incidents-oncall', 60, signal => oncall.refresh(signal));
  await everywhere('incidents-burn-alerts', 60, signal => burn.poll(signal));
  await everywhere('incidents-delivery', 30, signal => changes.poll(signal));
  await everywhere('incidents-maintenance', 60, () => maintenance.refresh());
  await everywhere('incidents-impact', config.impactInterval / 1000, signal =>
    impact.refresh(signal),
  );
  await scheduler.scheduleTask({
    id: 'incidents-prune',
    frequency: { hours: 1 },
    initialDelay: { minutes: 3 },
    timeout: { minutes: 30 },
    fn: async signal => {
      const before = now() - config.intake.retention;
      await pruneIntake({ db, before, signal });
    },
  });
}
