import { NotFoundError } from '@backstage/errors';
import type { Entity } from '@backstage/catalog-model';
import type { TargetRef } from '@ghostlight/plugin-delivery-node';
import type { GitHub } from '../client/GitHub';
import type { Repository } from '../client/Repository';
import { deploymentSchema } from '../client/schemas';
import { isSlug } from '../readGithubConfig';

/** Deployments that are looked at for the environments of a repository. */
const most = 100;

export const driverId = 'github-actions';

/** The address of an environment of a repository, and its name for people. */
export function targetOf(
  github: GitHub,
  repository: Repository,
  theirs: string,
): TargetRef {
  const environment = github.environmentOf(theirs);
  return {
    driver: driverId,
    ref: `${repository.slug}/${encodeURIComponent(theirs)}`,
    title: `${repository.slug}, ${theirs} (GitHub)`,
    environment,
  };
}

/**
 * Of an address such as `shop/payments/production`.
 *
 * @throws NotFoundError
 */
export function placeOf(
  github: GitHub,
  { ref }: TargetRef,
): { repository: Repository; theirs: string } {
  const [owner, name, theirs, more] = ref.split('/');
  const slug = `${owner}/${name}`;
  if (!theirs || more !== undefined || !isSlug(slug))
    throw new NotFoundError(`${ref} is no address of an environment`);
  return {
    repository: github.repository(slug),
    theirs: decodeURIComponent(theirs),
  };
}

/** The environments that the repository of an entity was deployed to. */
export async function targetsOf(
  github: GitHub,
  entity: Entity,
  signal: AbortSignal,
): Promise<TargetRef[]> {
  const slug = entity.metadata.annotations?.['github.com/project-slug']?.trim();
  const { organizations } = github.config;
  if (!slug || !isSlug(slug)) return [];
  const [owner] = slug.toLowerCase().split('/');
  if (organizations && !organizations.includes(owner)) return [];
  const repository = github.repository(slug);
  const { items } = await repository.list(
    deploymentSchema,
    '/deployments',
    signal,
    { per_page: most },
  );
  const names = new Set(items.map(({ environment }) => environment));
  return [...names].map(theirs => targetOf(github, repository, theirs));
}
