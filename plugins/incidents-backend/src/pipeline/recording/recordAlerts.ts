import { alertColumns, type AlertRow } from '../AlertRow';
import type { AlertWork, Batch } from '../Batch';
import { insertRows, updateRows, type Columns } from '../database/tuples';

/** All that a mere repeat moves. */
const counters = {
  id: 'bigint',
  last_seen_at: 'bigint',
  occurrences: 'int',
  last_inbox_id: 'bigint',
  suppressed_count: 'int',
  recheck_at: 'bigint',
} as const;

/** Writes alerts. Those that are known come first: one may make room for the current of its fingerprint. */
export async function recordAlerts({ trx, works }: Batch): Promise<void> {
  const added: AlertRow[] = [];
  const changed: AlertWork[] = [];
  const repeated: AlertRow[] = [];
  for (const work of works.values()) {
    if (!work.was) added.push(work.row);
    else if (differs(work)) changed.push(work);
    else if (movesOn(work)) repeated.push(work.row);
  }
  await updateRows(
    trx,
    'alerts',
    'id',
    columnsOf(changed),
    changed.map(({ row }) => row),
  );
  await updateRows(trx, 'alerts', 'id', counters, repeated);
  await insertRows(trx, 'alerts', alertColumns, added);
}

function differs({ row, was }: AlertWork): boolean {
  return (Object.keys(alertColumns) as (keyof AlertRow)[]).some(
    name => !(name in counters) && row[name] !== was![name],
  );
}

/** Those that changed in one of them: SQLite writes the indexes of all that are set. */
function columnsOf(changed: AlertWork[]): Columns {
  const names = (Object.keys(alertColumns) as (keyof AlertRow)[]).filter(
    name =>
      name === 'id' || changed.some(({ row, was }) => row[name] !== was![name]),
  );
  return Object.fromEntries(names.map(name => [name, alertColumns[name]]));
}

function movesOn({ row, was }: AlertWork): boolean {
  return (Object.keys(counters) as (keyof typeof counters)[]).some(
    name => row[name] !== was![name],
  );
}
