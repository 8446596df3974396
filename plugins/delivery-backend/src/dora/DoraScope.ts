import { InputError } from '@backstage/errors';
import type { DeliveryPaths } from '@ghostlight/plugin-delivery-common';
import { readEntityRef } from '@ghostlight/reliability-node';

export type DoraRequest = NonNullable<
  DeliveryPaths['/v1/dora']['get']['parameters']['query']
>;

/** Whose deployments are counted, and from when to when. Epoch milliseconds. */
export interface DoraScope {
  entityRef?: string;
  owner?: string;
  system?: string;
  environment: string;
  from: number;
  to: number;
}

const day = 24 * 3600_000;
const longest = 3 * 366 * day;

/**
 * Production over the last 90 days unless asked otherwise.
 *
 * @throws InputError that names the field
 */
export function readScope(request: DoraRequest, now: number): DoraScope {
  const { entityRef, owner, system, environment = 'production' } = request;
  const to = request.to ? Date.parse(request.to) : now;
  const from = request.from ? Date.parse(request.from) : to - 90 * day;
  if (from >= to) throw new InputError('from: must be before to');
  if (to - from > longest)
    throw new InputError('from: at most three years before to');
  return {
    ...(entityRef && {
      entityRef: readEntityRef('entityRef', entityRef, 'component'),
    }),
    ...(owner && { owner: readEntityRef('owner', owner, 'group') }),
    ...(system && { system: readEntityRef('system', system, 'system') }),
    environment,
    from,
    to,
  };
}
