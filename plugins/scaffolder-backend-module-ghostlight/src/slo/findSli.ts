import { parseEntityRef } from '@backstage/catalog-model';
import type { LoggerService } from '@backstage/backend-plugin-api';
import { InputError, toError } from '@backstage/errors';
import type { SloComponents } from '@ghostlight/plugin-slo-common';
import type {
  SloService,
  SloServiceOptions,
} from '@ghostlight/plugin-slo-node';
import type { Subject } from '../catalog/Subject';
import { adaptSli } from './adaptSli';
import { readDefinition } from './readDefinition';
import { type FoundSli, type ObjectiveType, typeOfSli } from './Sli';

type Listed = SloComponents['schemas']['Objective'];

/** Objectives whose documents are looked at, the most promising first. */
const MOST_LOOKED_AT = 8;

export interface FindSliOptions extends SloServiceOptions {
  slo: SloService;
  logger: LoggerService;
}

/** The SLI of an objective that somebody chose. Throws an `InputError` where it cannot be taken over. */
export async function takeSli(
  like: string,
  subject: Subject,
  { slo, credentials }: FindSliOptions,
): Promise<FoundSli> {
  const detail = await slo.getObjective(like, { credentials });
  const found = turn(detail, subject);
  if (found) return found;
  throw new InputError(
    `like: the SLI of ${detail.ref} cannot be turned to ${subject.ref} (allowed: an objective of this entity, or one whose every query names its entity in a label)`,
  );
}

/**
 * How the entity itself is measured for an objective of this type, else how the rest of its system is,
 * else how the rest of its team's entities are. Undefined where none is, or slo cannot be asked.
 */
export async function findSli(
  type: ObjectiveType,
  subject: Subject,
  { slo, logger, credentials }: FindSliOptions,
): Promise<FoundSli | undefined> {
  const { ref, systemRef, ownerRef } = subject;
  const circles = [
    { entityRef: [ref] },
    ...(systemRef ? [{ system: [systemRef] }] : []),
    ...(ownerRef ? [{ owner: [ownerRef] }] : []),
  ];
  const seen = new Set<string>();
  let left = MOST_LOOKED_AT;
  try {
    for (const circle of circles) {
      const { items } = await slo.listObjectives(
        { ...circle, orderBy: 'title', limit: 100 },
        { credentials },
      );
      const fresh = items
        .filter(item => item.kind !== 'composite' && !seen.has(item.ref))
        .sort((a, b) => compare(a, b, type))
        .slice(0, left);
      left -= fresh.length;
      for (const item of fresh) {
        seen.add(item.ref);
        const detail = await slo.getObjective(item.ref, { credentials });
        const found = turn(detail, subject);
        if (found?.spec && typeOfSli(found.spec) === type) return found;
      }
    }
  } catch (error) {
    logger.warn(
      `The objectives of ${ref} and its like cannot be read: ${
        toError(error).message
      }`,
    );
  }
  return undefined;
}

/** Those that say their type in their name come first; the rest by ref, so that the order is the same each time. */
function compare(a: Listed, b: Listed, type: ObjectiveType): number {
  const rank = ({ ref, title }: Listed) =>
    `${ref} ${title}`.toLowerCase().includes(type) ? 0 : 1;
  return rank(a) - rank(b) || (a.ref < b.ref ? -1 : 1);
}

function turn(
  detail: SloComponents['schemas']['ObjectiveDetail'],
  subject: Subject,
): FoundSli | undefined {
  const found = readDefinition(detail);
  if (!found) return undefined;
  const { ref, entityRef } = detail;
  if (entityRef === subject.ref)
    return { ...found, origin: { kind: 'objective', ref, entityRef } };
  const from = parseEntityRef(entityRef).name;
  if (found.spec && typeOfSli(found.spec) === 'push')
    return { ...found, origin: { kind: 'sibling', ref, entityRef } };
  const spec = found.spec && adaptSli(found.spec, { from, to: subject.name });
  return spec
    ? {
        spec,
        comparison: found.comparison,
        origin: { kind: 'sibling', ref, entityRef },
      }
    : undefined;
}
