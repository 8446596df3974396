import type { QueryShape } from '@ghostlight/plugin-slo-common';
import type { ItemPart } from './compileItem';

/** A query that one or more items wait for. */
export interface Row {
  /** Unique over all shapes. */
  id: string;
  values: string[];
}

/** Rows of one shape, few enough for one request. */
export interface Group {
  shape: QueryShape;
  rows: Row[];
}

/** What one merged query may hold. Prometheus takes a body of 10 MB; its regular expressions are fine with this. */
const maxRows = 5000;
const maxValueChars = 256 * 1024;

export function rowId(part: ItemPart): string {
  return JSON.stringify([part.shape.key, ...part.values]);
}

/** Gathers the distinct queries of all parts by shape. */
export function planGroups(parts: ItemPart[]): Group[] {
  const open = new Map<QueryShape, { group: Group; chars: number }>();
  const seen = new Set<string>();
  const groups: Group[] = [];
  for (const part of parts) {
    const id = rowId(part);
    if (seen.has(id)) continue;
    seen.add(id);
    const chars = part.values.reduce((sum, value) => sum + value.length + 1, 0);
    let current = open.get(part.shape);
    if (
      !current ||
      current.group.rows.length >= maxRows ||
      current.chars + chars > maxValueChars
    ) {
      current = { group: { shape: part.shape, rows: [] }, chars: 0 };
      open.set(part.shape, current);
      groups.push(current.group);
    }
    current.group.rows.push({ id, values: part.values });
    current.chars += chars;
  }
  return groups;
}
