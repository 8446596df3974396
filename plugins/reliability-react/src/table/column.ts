import { ReactNode } from 'react';

/**
 * A column of {@link DataTable}.
 *
 * @public
 */
export interface DataColumn<T> {
  /** Unique in the table; kept in URLs. */
  id: string;
  /** In the header and the column chooser. */
  title: string;
  /** Draws the cell of a row. */
  cell: (row: T) => ReactNode;
  /** CSS grid track whose first length is in pixels. Default `minmax(96px, 1fr)`. */
  width?: string;
  /** Numbers align to the end. Default `start`. */
  align?: 'start' | 'end';
  /** Its header sorts by it. Default false. */
  sortable?: boolean;
  /** Cannot be hidden. Default false. */
  required?: boolean;
}

/**
 * By what a table is sorted. The rows come sorted; the table only shows it.
 *
 * @public
 */
export interface DataSort {
  /** Id of the column. */
  column: string;
  /** `asc` puts the least first. */
  direction: 'asc' | 'desc';
}

export const DEFAULT_TRACK = 'minmax(96px, 1fr)';

/** Pixels below which a column does not shrink. */
export function leastWidth<T>(column: DataColumn<T>): number {
  const match = /(\d+)px/.exec(column.width ?? DEFAULT_TRACK);
  return match ? Number(match[1]) : 96;
}
