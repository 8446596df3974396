import type { PermissionCriteria } from '@backstage/plugin-permission-common';
import type { Knex } from 'knex';
import type { ObjectiveCondition } from '../objectiveRules';

/** Which rows the reader may see; undefined stands for all. */
export type Visibility = PermissionCriteria<ObjectiveCondition> | undefined;

/**
 * Narrows a query on `verdicts` or `objectives` to what the reader may see, in SQL, so that pages
 * and counts are right.
 */
export function whereVisible(
  query: Knex.QueryBuilder,
  visible: Visibility,
): void {
  if (visible) query.where(inner => apply(inner, visible));
}

function apply(
  query: Knex.QueryBuilder,
  criteria: PermissionCriteria<ObjectiveCondition>,
): void {
  if ('allOf' in criteria) {
    criteria.allOf.forEach(child => query.where(inner => apply(inner, child)));
  } else if ('anyOf' in criteria) {
    criteria.anyOf.forEach(child =>
      query.orWhere(inner => apply(inner, child)),
    );
  } else if ('not' in criteria) {
    query.whereNot(inner => apply(inner, criteria.not));
  } else {
    const { column, values } = criteria;
    // A null column would make a surrounding NOT neither true nor false, and hide the row.
    query.whereNotNull(column).whereIn(column, values);
  }
}
