import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';

/**
 * What a permission rule asks of rows of incidents or alerts.
 *
 * @public
 */
export interface RowCondition {
  /** `owner`: one of the refs owns it. `system`: it is part of one of them. `unresolved`: of no known entity. */
  of: 'owner' | 'system' | 'unresolved';
  refs: string[];
}

/** Which rows the caller may see: undefined stands for all, `none` for none. */
export type Visibility = PermissionCriteria<RowCondition> | 'none' | undefined;

type Narrow = (query: Knex.QueryBuilder, condition: RowCondition) => void;

/**
 * Narrows a query to what the caller may see, in SQL, so that pages and counts are right. `narrow`
 * writes one condition; it must never be null for a row, or NOT would hide the row.
 */
export function whereVisible(
  query: Knex.QueryBuilder,
  visible: Visibility,
  narrow: Narrow,
): void {
  if (visible === 'none') query.whereRaw('1 = 0');
  else if (visible) query.where(inner => apply(inner, visible, narrow));
}

function apply(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<RowCondition>,
  narrow: Narrow,
): void {
  if ('allOf' in criteria) {
    criteria.allOf.forEach(child =>
      query.where(inner => apply(inner, child, narrow)),
    );
  } else if ('anyOf' in criteria) {
    criteria.anyOf.forEach(child =>
      query.orWhere(inner => apply(inner, child, narrow)),
    );
  } else if ('not' in criteria) {
    query.whereNot(inner => apply(inner, criteria.not, narrow));
  } else {
    narrow(query, criteria);
  }
}

/** Whether a condition holds for something in memory. */
export function isVisible(
  visible: Visibility,
  thing: { ownerRefs: string[]; systemRefs: string[]; resolved: boolean },
): boolean {
  if (visible === 'none') return false;
  if (!visible) return true;
  const holds = (criteria: PermissionCriteria<RowCondition>): boolean => {
    if ('allOf' in criteria) return criteria.allOf.every(holds);
    if ('anyOf' in criteria) return criteria.anyOf.some(holds);
    if ('not' in criteria) return !holds(criteria.not);
    if (criteria.of === 'unresolved') return !thing.resolved;
    const refs = criteria.of === 'owner' ? thing.ownerRefs : thing.systemRefs;
    return refs.some(ref => criteria.refs.includes(ref));
  };
  return holds(visible);
}
