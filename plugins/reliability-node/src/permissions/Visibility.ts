import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';

/**
 * Which rows the caller may see: undefined stands for all, `none` for none.
 *
 * @public
 */
export type Visibility<Condition> =
  | PermissionCriteria<Condition>
  | 'none'
  | undefined;

/**
 * Narrows a query to what the caller may see, in SQL, so that pages and counts are right. `narrow`
 * writes one condition; it must never be null for a row, or NOT would hide the row.
 *
 * @public
 */
export function whereVisible<Condition>(
  query: Knex.QueryBuilder,
  visible: Visibility<Condition>,
  narrow: (query: Knex.QueryBuilder, condition: Condition) => void,
): void {
  const apply = (
    inner: Knex.QueryBuilder,
    criteria: PermissionCriteria<Condition>,
  ) => {
    if (isAll(criteria))
      criteria.allOf.forEach(child => inner.where(next => apply(next, child)));
    else if (isAny(criteria))
      criteria.anyOf.forEach(child =>
        inner.orWhere(next => apply(next, child)),
      );
    else if (isNot(criteria)) inner.whereNot(next => apply(next, criteria.not));
    else narrow(inner, criteria);
  };
  if (visible === 'none') query.whereRaw('1 = 0');
  else if (visible) query.where(inner => apply(inner, visible));
}

/**
 * Whether the caller may see something in memory, of which `holds` knows one condition.
 *
 * @public
 */
export function isVisible<Condition>(
  visible: Visibility<Condition>,
  holds: (condition: Condition) => boolean,
): boolean {
  if (visible === 'none') return false;
  if (!visible) return true;
  const judge = (criteria: PermissionCriteria<Condition>): boolean => {
    if (isAll(criteria)) return criteria.allOf.every(judge);
    if (isAny(criteria)) return criteria.anyOf.some(judge);
    if (isNot(criteria)) return !judge(criteria.not);
    return holds(criteria);
  };
  return judge(visible);
}

type Criteria<Condition> = PermissionCriteria<Condition>;

function isAll<C>(
  criteria: Criteria<C>,
): criteria is { allOf: [Criteria<C>, ...Criteria<C>[]] } {
  return (
    typeof criteria === 'object' && criteria !== null && 'allOf' in criteria
  );
}

function isAny<C>(
  criteria: Criteria<C>,
): criteria is { anyOf: [Criteria<C>, ...Criteria<C>[]] } {
  return (
    typeof criteria === 'object' && criteria !== null && 'anyOf' in criteria
  );
}

function isNot<C>(criteria: Criteria<C>): criteria is { not: Criteria<C> } {
  return typeof criteria === 'object' && criteria !== null && 'not' in criteria;
}
