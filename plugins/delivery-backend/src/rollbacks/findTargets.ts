import type { Entity } from '@backstage/catalog-model';
import { NotFoundError, ServiceUnavailableError } from '@backstage/errors';
import type { Driver, TargetRef } from '@ghostlight/plugin-delivery-node';
import { inTime } from '@ghostlight/reliability-node';

/** A target and the driver that it is one of. */
export interface Found {
  driver: Driver;
  target: TargetRef;
}

/** Milliseconds that a platform gets to answer while somebody waits. */
const patience = 10_000;

/**
 * What runs an entity, as all drivers say, asked side by side and told in their order. Those that fail
 * say why and hold nobody up.
 */
export async function findTargets(
  drivers: Iterable<Driver>,
  entity: Entity,
): Promise<{ found: Found[]; failed: { driver: Driver; why: string }[] }> {
  const all = [...drivers];
  const answers = await Promise.allSettled(
    all.map(driver =>
      inTime(patience, signal => driver.targets(entity, signal)),
    ),
  );
  const found: Found[] = [];
  const failed: { driver: Driver; why: string }[] = [];
  answers.forEach((answer, n) => {
    const driver = all[n];
    if (answer.status === 'fulfilled')
      found.push(...answer.value.map(target => ({ driver, target })));
    else failed.push({ driver, why: (answer.reason as Error).message });
  });
  return { found, failed };
}

/**
 * The one that is meant.
 *
 * @throws NotFoundError when nothing runs it there
 * @throws ServiceUnavailableError when a platform that might could not be asked
 */
export function chooseTarget(
  { found, failed }: Awaited<ReturnType<typeof findTargets>>,
  environment: string,
  ref: string | undefined,
): Found {
  const there = found.filter(
    ({ target }) => target.environment === environment,
  );
  const chosen =
    ref === undefined
      ? there[0]
      : there.find(({ target }) => target.ref === ref);
  if (chosen) return chosen;
  if (failed.length)
    throw new ServiceUnavailableError(
      `${failed[0].driver.title} could not be asked: ${failed[0].why}`,
    );
  const elsewhere = [
    ...new Set(found.map(({ target }) => target.environment)),
  ].join(', ');
  throw new NotFoundError(
    elsewhere
      ? `No driver knows what runs it in ${environment}; it is known in ${elsewhere}`
      : 'No driver knows what runs it; annotate the entity with backstage.io/kubernetes-id or argocd/app-name',
  );
}
