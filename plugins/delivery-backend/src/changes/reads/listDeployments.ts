import type {
  DeliveryPaths,
  DeploymentPage,
} from '@ghostlight/plugin-delivery-common';
import {
  readCursor,
  readEntityRef,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../../service/releaseRules';
import { whereReleaseVisible } from '../database/whereReleaseVisible';
import {
  deploymentColumnsOf,
  describeDeployments,
  type FoundRow,
} from './describeDeployments';

export type ListDeploymentsRequest =
  DeliveryPaths['/v1/deployments']['get']['parameters']['query'];

const order = 'deployments';

/** One page of an entity's deployments and rollbacks, the latest first. */
export async function listDeployments(
  db: Knex,
  request: ListDeploymentsRequest,
  visible: Visibility,
): Promise<DeploymentPage> {
  const { limit = 50 } = request;
  const after = readCursor(order, request.cursor, 'number', 'string');
  const query = narrowed(db, request, visible)
    .orderByRaw('deployments.started_at desc, deployments.id desc')
    .limit(limit + 1)
    .select<FoundRow[]>(deploymentColumnsOf(db));
  if (after)
    query.whereRaw('(deployments.started_at, deployments.id) < (?, ?)', [
      after.value,
      after.id,
    ]);
  const [rows, [{ total }]] = await Promise.all([
    query,
    narrowed(db, request, visible).count<{ total: number | string }[]>({
      total: '*',
    }),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: await describeDeployments(db, page),
    total: Number(total),
    ...(last && {
      nextCursor: writeCursor(order, {
        value: Number(last.started_at),
        id: last.id,
      }),
    }),
  };
}

function narrowed(
  db: Knex,
  request: ListDeploymentsRequest,
  visible: Visibility,
): Knex.QueryBuilder {
  const { environment, outcome, from, to } = request;
  const query = db('deployments')
    .where('entity_ref', readEntityRef('entityRef', request.entityRef))
    .whereIn('kind', ['deployment', 'rollback'])
    .whereNull('same_as');
  if (environment) query.where({ environment });
  if (outcome?.length) query.whereIn('outcome', outcome);
  if (from) query.where('started_at', '>=', Date.parse(from));
  if (to) query.where('started_at', '<', Date.parse(to));
  whereReleaseVisible(query, visible);
  return query;
}
