import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';

const root = 'delivery.github';

/** How things are rolled back, unless an entity says otherwise. */
export interface RollbackConfig {
  /** File in `.github/workflows` that deploys a version; without it that way is not offered. */
  workflow?: string;
  /** Branch that the workflow runs on, and that a revert goes to; the repository's own by default. */
  branch?: string;
  /** What the workflow calls its inputs. */
  inputs: {
    version: string;
    ref: string;
    environment: string;
    actionId: string;
  };
  /** Sent as they are. */
  extraInputs: Record<string, string>;
  /** Whether a pull request that reverts is offered. */
  revert: boolean;
}

/** `delivery.github`, defaults filled in. */
export interface GithubConfig {
  host: string;
  /** `owner/name`, in addition to those of entities. */
  repositories: string[];
  /** Only repositories of these owners; all when undefined. */
  organizations?: string[];
  /** Names or files of workflows that deploy, in lower case. */
  workflows: string[];
  /** What GitHub's environments are called here. */
  environments: Map<string, string>;
  pollMs: number;
  timeoutMs: number;
  rollback: RollbackConfig;
  protectionRule?: { secret: string };
}

/**
 * @returns undefined when there is none
 * @throws InputError that names the key
 */
export function readGithubConfig(
  config: RootConfigService,
): GithubConfig | undefined {
  const own = config.getOptionalConfig(root);
  if (!own) return undefined;
  const span = (name: string, usual: number, least: number) => {
    if (!own.has(name)) return usual * 1000;
    const ms = durationToMilliseconds(
      readDurationFromConfig(own, { key: name }),
    );
    if (ms < least * 1000 || ms > 3_600_000)
      throw new InputError(
        `${root}.${name}: between ${least} seconds and an hour`,
      );
    return ms;
  };
  const environments = Object.entries(
    own.getOptional<Record<string, string[]>>('environments') ?? {},
  ).flatMap(([name, theirs]) =>
    [theirs].flat().map(their => [their.toLowerCase(), name] as const),
  );
  const repositories = own.getOptionalStringArray('repositories') ?? [];
  const wrong = repositories.find(slug => !isSlug(slug));
  if (wrong)
    throw new InputError(`${root}.repositories: ${wrong} is no owner/name`);
  const rollback = own.getOptionalConfig('rollback');
  const workflow = rollback?.getOptionalString('workflow');
  if (workflow && !isWorkflowFile(workflow))
    throw new InputError(
      `${root}.rollback.workflow: the name of a file in .github/workflows, such as rollback.yml`,
    );
  const input = (name: string, usual: string) =>
    rollback?.getOptionalString(`inputs.${name}`) ?? usual;
  const secret = own.getOptionalString('protectionRule.secret');
  return {
    host: own.getOptionalString('host') ?? 'github.com',
    repositories,
    organizations: own
      .getOptionalStringArray('organizations')
      ?.map(name => name.toLowerCase()),
    workflows: (own.getOptionalStringArray('workflows') ?? []).map(name =>
      name.toLowerCase(),
    ),
    environments: new Map(environments),
    pollMs: span('pollInterval', 60, 10),
    timeoutMs: span('timeout', 10, 1),
    rollback: {
      workflow,
      branch: rollback?.getOptionalString('branch'),
      inputs: {
        version: input('version', 'version'),
        ref: input('ref', 'ref'),
        environment: input('environment', 'environment'),
        actionId: input('actionId', 'action_id'),
      },
      extraInputs:
        rollback?.getOptional<Record<string, string>>('extraInputs') ?? {},
      revert: rollback?.getOptionalBoolean('revert') ?? true,
    },
    ...(secret && { protectionRule: { secret } }),
  };
}

export function isSlug(text: string): boolean {
  return (
    /^[\w.-]{1,100}\/[\w.-]{1,100}$/.test(text) &&
    !text.split('/').some(part => /^\.+$/.test(part))
  );
}

export function isWorkflowFile(text: string): boolean {
  return /^[\w.-]{1,100}\.ya?ml$/.test(text);
}
