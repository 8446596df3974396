import type { Status } from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { whereVisible, type Visibility } from './whereVisible';

/** Filters of a list of objectives; all must hold, and of each one of its values. */
export interface ObjectiveFilter {
  entityRef?: string[];
  owner?: string[];
  system?: string[];
  domain?: string[];
  status?: Status[];
  /** Text to find in title, ref or entity. */
  q?: string;
  visible?: Visibility;
}

const columns = {
  entityRef: 'entity_ref',
  owner: 'owner_ref',
  system: 'system_ref',
  domain: 'domain_ref',
  status: 'status',
} as const;

/** Narrows a query on `verdicts` to a filter. */
export function whereMatches(
  query: Knex.QueryBuilder,
  filter: ObjectiveFilter,
): void {
  whereVisible(query, filter.visible);
  for (const key of Object.keys(columns) as (keyof typeof columns)[]) {
    const values = filter[key];
    if (values?.length) query.whereIn(columns[key], values);
  }
  if (filter.q) {
    const text = filter.q.toLowerCase().replace(/[\\%_]/g, c => `\\${c}`);
    query.whereRaw(`search like ? escape '\\'`, [`%${text}%`]);
  }
}
