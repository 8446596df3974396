import type { Totals } from '../Totals';

/** A row of the table `ledger`. */
export interface LedgerRow {
  objective_id: number;
  at: number;
  good: number;
  total: number;
  minutes: number;
  good_slices: number;
  slices: number;
  excluded_good: number;
  excluded_total: number;
  excluded_good_slices: number;
  excluded_slices: number;
  excluded_minutes: number;
}

/** Columns that add up, in the order of `counters`. */
export const counterTypes = {
  good: 'float8',
  total: 'float8',
  minutes: 'int',
  good_slices: 'float8',
  slices: 'float8',
  excluded_good: 'float8',
  excluded_total: 'float8',
  excluded_good_slices: 'float8',
  excluded_slices: 'float8',
  excluded_minutes: 'int',
} as const;

export function readLedgerRow(row: LedgerRow): Totals {
  return {
    at: row.at,
    good: row.good,
    total: row.total,
    minutes: row.minutes,
    goodSlices: row.good_slices,
    slices: row.slices,
    excludedGood: row.excluded_good,
    excludedTotal: row.excluded_total,
    excludedGoodSlices: row.excluded_good_slices,
    excludedSlices: row.excluded_slices,
    excludedMinutes: row.excluded_minutes,
  };
}
