import type { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import { type Finding, lintTargets } from '@ghostlight/plugin-slo-common';
import type {
  SloService,
  SloServiceOptions,
} from '@ghostlight/plugin-slo-node';
import type { Subject } from '../catalog/Subject';

/** Dependencies that are asked for, in one request. */
const MOST = 50;

/** Whether the target is higher than the availability that the entity's dependencies promise together. */
export async function lintDependencies(
  wish: { name: string; target: number },
  subject: Subject,
  options: SloServiceOptions & { slo: SloService; logger: LoggerService },
): Promise<Finding[]> {
  const dependsOn = subject.dependsOn.slice(0, MOST);
  if (!dependsOn.length) return [];
  try {
    const { items } = await options.slo.listObjectives(
      { entityRef: dependsOn, orderBy: 'title', limit: 500 },
      { credentials: options.credentials },
    );
    const own = { ref: wish.name, entityRef: subject.ref, target: wish.target };
    const promises = items
      .filter(
        ({ kind, ref, title }) =>
          kind === 'ratio' && /availab/i.test(`${ref} ${title}`),
      )
      .map(({ ref, entityRef, target }) => ({ ref, entityRef, target }));
    const found = lintTargets(
      [own, ...promises],
      new Map([[subject.ref, dependsOn]]),
    ).get(wish.name);
    return found ? [found] : [];
  } catch (error) {
    options.logger.warn(
      `The objectives of the dependencies cannot be read: ${
        toError(error).message
      }`,
    );
    return [];
  }
}
