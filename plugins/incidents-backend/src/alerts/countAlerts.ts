import type { AlertCounts } from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { ServiceContext } from '../service/ServiceContext';
import type { Visibility } from '../service/Visibility';
import { whereView, type AlertView } from './views';
import { whereAlertVisible } from './whereAlertVisible';

/** How many alerts the caller may see in each view of what fires, and items in quarantine. */
export async function countAlerts(
  { db }: ServiceContext,
  visible: Visibility,
): Promise<AlertCounts> {
  const [open, suppressed, unresolved, quarantined] = await Promise.all([
    countView(db, 'open', visible),
    countView(db, 'suppressed', visible),
    countView(db, 'unresolved', visible),
    count(db('quarantine')),
  ]);
  return { open, suppressed, unresolved, quarantined };
}

function countView(
  db: Knex,
  view: AlertView,
  visible: Visibility,
): Promise<number> {
  const query = db('alerts');
  whereView(query, view);
  whereAlertVisible(query, visible);
  return count(query);
}

async function count(query: Knex.QueryBuilder): Promise<number> {
  const [{ n }] = await query.count<{ n: number | string }[]>('* as n');
  return Number(n);
}
