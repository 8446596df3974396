import { NotFoundError } from '@backstage/errors';
import type { Change, Deployment } from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import type { Visibility } from '../../service/releaseRules';
import { whereReleaseVisible } from '../database/whereReleaseVisible';
import { readRow } from '../DeploymentRow';
import { toldOf } from '../recordReports';
import {
  deploymentColumnsOf,
  describeDeployments,
  type FoundRow,
} from './describeDeployments';

/**
 * A change as last reported.
 *
 * @throws NotFoundError when there is none, or not for the caller
 */
export async function getChange(
  db: Knex,
  id: string,
  visible: Visibility,
): Promise<Change> {
  return toldOf(readRow(await find(db, id, visible)));
}

/** @throws NotFoundError when there is none, or not for the caller */
export async function getDeployment(
  db: Knex,
  id: string,
  visible: Visibility,
): Promise<Deployment> {
  const [found] = await describeDeployments(db, [await find(db, id, visible)]);
  return found;
}

/** Deployments by id, of those that are there. */
export async function getDeployments(
  db: Knex,
  ids: readonly string[],
): Promise<Map<string, Deployment>> {
  if (!ids.length) return new Map();
  const rows: FoundRow[] = await db('deployments')
    .whereIn('id', [...new Set(ids)])
    .select(deploymentColumnsOf(db));
  const found = await describeDeployments(db, rows);
  return new Map(found.map(deployment => [deployment.id, deployment]));
}

async function find(
  db: Knex,
  id: string,
  visible: Visibility,
): Promise<FoundRow> {
  const query = db('deployments')
    .where('deployments.id', id)
    .first(deploymentColumnsOf(db));
  whereReleaseVisible(query, visible);
  const row: FoundRow | undefined = await query;
  if (!row) throw new NotFoundError(`No change '${id.slice(0, 60)}'`);
  // Of what two senders told there is one history.
  return row.same_as ? find(db, row.same_as, visible) : row;
}
