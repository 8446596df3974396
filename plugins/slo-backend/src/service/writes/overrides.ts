import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Override, OverrideRequest } from '@ghostlight/plugin-slo-common';
import { randomUUID } from 'node:crypto';
import {
  getOverride,
  insertOverride,
  revokeOverride as markRevoked,
} from '../database/overrides';
import type { CallOptions } from '../ObjectivesService';
import { readEntityRef, callerOf } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';

const longest = 7 * 24 * 3600;

/** Sets the verdict of an entity's gate for a while. It takes the place of the active override. */
export async function createOverride(
  { db, now }: ServiceContext,
  request: OverrideRequest,
  { credentials }: CallOptions,
): Promise<Override> {
  const entityRef = readEntityRef('entityRef', request.entityRef);
  const createdAt = now();
  const { verdict, until } = request;
  const reason = readReason(request.reason);
  if (until <= createdAt) {
    throw new InputError(
      `until: ${until} has passed; give epoch seconds after ${createdAt}`,
    );
  }
  if (until > createdAt + longest) {
    throw new InputError(
      `until: more than 7 days ahead; give at most ${createdAt + longest}`,
    );
  }
  const override: Override = {
    id: randomUUID(),
    entityRef,
    verdict,
    reason,
    until,
    createdBy: callerOf(credentials),
    createdAt,
    state: 'active',
  };
  await insertOverride(db, override);
  return override;
}

/** Ends an override; it stays on record. */
export async function revokeOverride(
  { db, now }: ServiceContext,
  id: string,
  { credentials }: CallOptions,
): Promise<void> {
  const at = now();
  if (await markRevoked(db, { id, by: callerOf(credentials), now: at })) return;
  const found = await getOverride(db, id, at);
  if (!found) throw new NotFoundError(`No override '${id}'`);
  throw new ConflictError(`The override is ${found.state} already`);
}

/** A reason with something in it. */
export function readReason(reason: string): string {
  const text = reason.trim();
  if (text.length < 3)
    throw new InputError('reason: say in at least 3 characters why');
  return text;
}
