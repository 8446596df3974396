import type { Knex } from 'knex';
import type { ColumnType } from '../DeploymentRow';
import { listOf, rowsOf, tableOf } from './sql';

/** A place in the order of the versions of a lane. */
export interface Point {
  entity_ref: string;
  environment: string;
  at: number;
  id: string;
}

/** The versions on both sides of a point. */
export interface Neighbours {
  point: Point;
  before: string | null;
  after: string | null;
}

const columns: Record<keyof Point, ColumnType> = {
  entity_ref: 'text',
  environment: 'text',
  at: 'bigint',
  id: 'text',
};

/**
 * The ids of what was active right before and after each point, passing over those that are being
 * written: two look-ups in an index for each, in one statement.
 */
export async function readNeighbours(
  trx: Knex.Transaction,
  points: readonly Point[],
  without: readonly string[],
): Promise<Neighbours[]> {
  if (!points.length) return [];
  const side = (comparison: '<' | '>', order: 'asc' | 'desc') => `(
    select d.id from deployments d
    where d.entity_ref = p.entity_ref and d.environment = p.environment
      and d.active_from is not null
      and (d.active_from, d.id) ${comparison} (p.at, p.id)
      and d.id not in ${listOf(trx)}
    order by d.active_from ${order}, d.id ${order} limit 1)`;
  const left = JSON.stringify(without);
  const result = await trx.raw(
    `select p.*, ${side('<', 'desc')} as "before", ${side(
      '>',
      'asc',
    )} as "after" from ${tableOf(trx, 'p', columns)}`,
    [left, left, JSON.stringify(points)],
  );
  return rowsOf<Point & Omit<Neighbours, 'point'>>(result).map(
    ({ before, after, ...point }) => ({
      point: { ...point, at: Number(point.at) },
      before,
      after,
    }),
  );
}
