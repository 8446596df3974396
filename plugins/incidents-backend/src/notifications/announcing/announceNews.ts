import type { Outbox } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { writeBroadcasts } from '../broadcasting/broadcasts';
import { writeEscalations } from '../escalation/writeEscalations';
import type { IncidentNews } from '../IncidentAnnouncer';
import type { NotificationsConfig } from '../NotificationsConfig';
import { composedKindOf } from '../text/composeMessage';
import { planNotifications } from './planNotifications';
import { readSnapshots } from './readSnapshots';
import { noteTold, readTold, type ToldOf } from './Told';
import {
  writeNotifications,
  type KeyedNotification,
} from './writeNotifications';

/** News for which it does not matter what was told before. */
const looksAhead = new Set<IncidentNews['kind']>([
  'opened',
  'status',
  'acknowledged',
  'changed',
]);

/** Writes all that leaves the database because of some news. Costs the same few statements for one piece and for many. */
export async function announceNews(
  trx: Knex.Transaction,
  options: {
    outbox: Outbox;
    /** Names of those that are there. */
    channels: ReadonlySet<string>;
    config: NotificationsConfig;
    appBaseUrl: string;
    now: number;
  },
  news: IncidentNews[],
): Promise<void> {
  if (!news.length) return;
  const { channels, config, outbox, now } = options;
  const numbers = [...new Set(news.map(one => one.incident))];
  const snapshots = await readSnapshots(trx, numbers);
  const parents = [...snapshots.values()].flatMap(one => one.mergedInto ?? []);
  const missing = parents.filter(number => !snapshots.has(number));
  for (const [number, parent] of await readSnapshots(trx, missing))
    snapshots.set(number, parent);

  const looksBack = news.some(one => !looksAhead.has(one.kind));
  const told: ToldOf = looksBack
    ? await readTold(trx, [...numbers, ...missing])
    : new Map();
  const channelsOf = (number: number) => told.get(number) ?? new Map();
  const known = news.flatMap(one => {
    const incident = snapshots.get(one.incident);
    return incident ? [{ news: one, incident }] : [];
  });
  const planned: KeyedNotification[] = [];
  for (const { news: one, incident } of known) {
    const parent =
      incident.mergedInto === undefined
        ? undefined
        : snapshots.get(incident.mergedInto);
    const plan = planNotifications(config.routes, {
      news: one,
      incident,
      told: channelsOf(incident.number),
      parent: parent && {
        incident: parent,
        told: channelsOf(parent.number),
      },
    });
    for (const item of plan) {
      // A channel that was taken out of the configuration hears nothing any more.
      if (!channels.has(item.channel)) continue;
      planned.push({ ...item, key: keyOf(one, item.occasion.is) });
      noteTold(
        told,
        item.incident.number,
        item.channel,
        composedKindOf(item.occasion),
        item.target,
      );
    }
  }
  await writeNotifications(trx, options, planned);
  await writeEscalations(
    trx,
    { outbox, severities: config.escalation.severities, now },
    known,
  );
  await writeBroadcasts(trx, outbox, known);
}

function keyOf(news: IncidentNews, occasion: string): string {
  return occasion === 'took-over'
    ? `took-over:${news.incident}:${news.key}`
    : `${news.kind}:${news.key}`;
}
