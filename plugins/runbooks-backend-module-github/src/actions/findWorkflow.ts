import {
  ActionRefusal,
  type ActionContext,
} from '@ghostlight/plugin-runbooks-node';
import type { GithubConfig } from '../readGithubConfig';
import { isSlug, isWorkflowFile } from '../readGithubConfig';
import { say } from '../say';

/**
 * The repository whose workflow is meant: the entity's own, or one that the configuration names.
 *
 * @returns `owner/name`
 * @throws ActionRefusal when it may not be started
 */
export function findWorkflow(
  config: GithubConfig,
  wanted: { repository?: string; workflow: string },
  { entity, environment }: Pick<ActionContext, 'entity' | 'environment'>,
): string {
  const { workflow } = wanted;
  const said = entity?.metadata.annotations?.['github.com/project-slug'];
  const own = said && isSlug(said.trim()) ? said.trim() : undefined;
  const slug = wanted.repository ?? own;
  if (!slug || !isSlug(slug))
    throw ActionRefusal.of(
      say(
        'no-repository',
        'The entity has no repository: give it the annotation github.com/project-slug, or say the repository',
      ),
    );
  if (!isWorkflowFile(workflow))
    throw ActionRefusal.of(
      say('no-workflow', `${workflow} is no file of a workflow`, { workflow }),
    );
  const isListed = config.workflows.some(
    one =>
      one.repository.toLowerCase() === slug.toLowerCase() &&
      one.workflow === workflow &&
      (!one.environment || one.environment === environment),
  );
  const isOwn =
    own?.toLowerCase() === slug.toLowerCase() &&
    (config.ownWorkflows?.includes(workflow) ?? true) &&
    (config.organizations?.includes(slug.toLowerCase().split('/')[0]) ?? true);
  if (!isListed && !isOwn)
    throw ActionRefusal.of(
      say(
        'not-allowed',
        `${workflow} of ${slug} is not among the workflows that may be started here`,
        { workflow, repository: slug },
      ),
    );
  return slug;
}
