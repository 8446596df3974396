import { NotFoundError } from '@backstage/errors';
import type { Knex } from 'knex';
import { readBelongings } from '../documents';
import { getCorrection } from './database/corrections';
import { getObjectiveRows, type ObjectiveRow } from './database/objectiveRows';
import { getOverride } from './database/overrides';
import type { ObjectivesService } from './ObjectivesService';
import type { ObjectiveResource } from './objectiveRules';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from './ServiceContext';

/**
 * Whose an objective, an entity or a record is. Of an entity that has no objectives the catalog is
 * asked, so that its owners may see why.
 */
export async function locate(
  context: ServiceContext,
  subject: Parameters<ObjectivesService['locate']>[0],
): Promise<ObjectiveResource> {
  const { db, now } = context;
  if ('ref' in subject) return locateObjective(context, subject.ref);
  if ('entityRef' in subject) return locateEntity(context, subject.entityRef);
  if ('overrideId' in subject) {
    const override = await getOverride(db, subject.overrideId, now());
    if (!override)
      throw new NotFoundError(`No override '${subject.overrideId}'`);
    return locateEntity(context, override.entityRef);
  }
  const correction = await getCorrection(db, subject.correctionId);
  if (!correction)
    throw new NotFoundError(`No correction '${subject.correctionId}'`);
  return locateEntity(context, correction.entityRef);
}

async function locateObjective(
  { db }: ServiceContext,
  ref: string,
): Promise<ObjectiveResource> {
  const [row] = await getObjectiveRows(db, { refs: [ref] });
  if (!row) throw new NotFoundError(`No objective '${ref}'`);
  return { ref, ...toResource(row) };
}

async function locateEntity(
  { db, reader }: ServiceContext,
  text: string,
): Promise<ObjectiveResource> {
  const entityRef = readEntityRef('entityRef', text);
  const [row] = await getObjectiveRows(db, { entityRef });
  if (row) return toResource(row);
  const belonging = (await readBelongings(reader, [entityRef])).get(entityRef);
  return {
    entityRef,
    ownerRef: belonging?.ownerRef,
    systemRef: belonging?.systemRef,
    domainRef: belonging?.domainRef,
  };
}

/** An objective's row as a permission rule sees it. */
function toResource(row: ObjectiveRow): ObjectiveResource {
  const { entityRef, ownerRef, systemRef, domainRef } = row;
  return { entityRef, ownerRef, systemRef, domainRef };
}

/** Objectives by ref, in the order asked for, for the permission system. */
export async function objectiveResources(
  db: Knex,
  refs: string[],
): Promise<(ObjectiveResource | undefined)[]> {
  const rows = await getObjectiveRows(db, { refs });
  const found = new Map(rows.map(row => [row.objective.ref, row]));
  return refs.map(ref => {
    const row = found.get(ref);
    return row && { ref, ...toResource(row) };
  });
}
