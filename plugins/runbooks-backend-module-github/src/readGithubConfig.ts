import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { readMilliseconds } from '@ghostlight/plugin-runbooks-node';

const key = 'runbooks.github';

/** `runbooks.github`, defaults filled in. */
export interface GithubConfig {
  host: string;
  workflows: { repository: string; workflow: string; environment?: string }[];
  /** In an entity's own repository; all when undefined. */
  ownWorkflows?: string[];
  /** Owners of own repositories, in lower case; all when undefined. */
  organizations?: string[];
  actionInput: string;
  timeoutMs: number;
}

/**
 * @returns undefined when there is none
 * @throws InputError that names the key
 */
export function readGithubConfig(
  root: RootConfigService,
): GithubConfig | undefined {
  const own = root.getOptionalConfig(key);
  if (!own) return undefined;
  const workflows = (own.getOptionalConfigArray('workflows') ?? []).map(
    (entry, index) => {
      const repository = entry.getString('repository');
      const workflow = entry.getString('workflow');
      if (!isSlug(repository))
        throw new InputError(
          `${key}.workflows[${index}].repository: ${repository} is no owner/name`,
        );
      if (!isWorkflowFile(workflow))
        throw new InputError(
          `${key}.workflows[${index}].workflow: the name of a file in .github/workflows, such as restart.yml`,
        );
      return {
        repository,
        workflow,
        environment: entry.getOptionalString('environment'),
      };
    },
  );
  return {
    host: own.getOptionalString('host') ?? 'github.com',
    workflows,
    ownWorkflows: own.getOptionalStringArray('ownWorkflows'),
    organizations: own
      .getOptionalStringArray('organizations')
      ?.map(name => name.toLowerCase()),
    actionInput: own.getOptionalString('actionInput') ?? 'action_id',
    timeoutMs: readMilliseconds(own, key, 'timeout', 10_000),
  };
}

/** Whether it is `owner/name`. */
export function isSlug(text: string): boolean {
  return (
    /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text) &&
    !text.split('/').some(part => /^\.+$/.test(part))
  );
}

export function isWorkflowFile(text: string): boolean {
  return /^[\w.-]{1,100}\.ya?ml$/.test(text);
}
