import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type { DriverStep } from '@ghostlight/plugin-delivery-node';
import type { Repository } from '../client/Repository';
import type { DispatchWorkflow } from '../effects/dispatchWorkflow';
import type { RollbackConfig } from '../readGithubConfig';
import { readWorkflow, type Workflow } from './readWorkflow';
import { titled } from '../describe/titled';
import type { Past } from './revisionsOf';

/** Longest that a dispatch may take to be found again. */
const timeout = 180_000;
const hour = 3_600_000;

/** The step that starts a workflow for a version, and why it cannot be started. */
export async function planDispatch(options: {
  repository: Repository;
  workflow: string;
  branch: string;
  theirs: string;
  to: Past;
  config: RollbackConfig;
  now: number;
  signal: AbortSignal;
}): Promise<{ steps: DriverStep[]; refusals: Sentence[] }> {
  const { repository, workflow, branch, theirs, to, config, signal } = options;
  const read = await readWorkflow(repository, workflow, branch, signal);
  const { inputs: names } = config;
  const known: Record<string, string> = {
    ...config.extraInputs,
    [names.version]: to.revision.version,
    [names.ref]: to.deployment.sha,
    [names.environment]: theirs,
  };
  const declared = 'refuse' in read ? new Map<string, boolean>() : read.inputs;
  const pinned: DispatchWorkflow = {
    op: 'dispatch-workflow',
    slug: repository.slug,
    workflow,
    branch,
    // GitHub refuses what the workflow does not declare.
    inputs: Object.fromEntries(
      Object.entries(known).filter(([name]) => declared.has(name)),
    ),
    actionInput: names.actionId,
    since: new Date(options.now - hour).toISOString().slice(0, 10),
  };
  const problems =
    'refuse' in read
      ? [read.refuse]
      : findProblems(workflow, read, names, Object.keys(known));
  return {
    steps: [
      {
        id: 'dispatch-workflow',
        ...titled(
          'github.step.dispatch',
          `Start ${workflow} of ${repository.slug} on ${branch} for ${to.revision.version}`,
          {
            workflow,
            slug: repository.slug,
            branch,
            version: to.revision.version,
          },
        ),
        reversible: false,
        pinned: { ...pinned },
        timeout,
      },
    ],
    refusals: problems.map(text => ({
      code: 'github.workflow',
      text,
      params: { text },
    })),
  };
}

function findProblems(
  file: string,
  { inputs, runName }: Workflow,
  names: RollbackConfig['inputs'],
  known: string[],
): string[] {
  const { actionId } = names;
  const advice = `so that a run can be found again before anything is repeated: declare the input ${actionId} under on.workflow_dispatch.inputs, and write it into the name of the run with run-name: Rollback to \${{ inputs.${names.version} }} [ghostlight:\${{ inputs.${actionId} }}]`;
  if (!inputs.has(actionId))
    return [`${file} does not take the id of the action. It has to, ${advice}`];
  if (!namesInput(runName, actionId))
    return [
      `The run-name of ${file} does not have the id of the action. It has to, ${advice}`,
    ];
  if (![names.version, names.ref].some(name => inputs.has(name)))
    return [
      `${file} takes neither ${names.version} nor ${names.ref}: it could not tell which version to deploy`,
    ];
  const missing = [...inputs].find(
    ([name, required]) =>
      required && name !== actionId && !known.includes(name),
  );
  return missing
    ? [
        `${file} requires the input ${missing[0]}: set it in delivery.github.rollback.extraInputs`,
      ]
    : [];
}

function namesInput(runName: string, input: string): boolean {
  return [...runName.matchAll(/\$\{\{(.*?)\}\}/g)].some(([, expression]) =>
    [`inputs.${input}`, `inputs['${input}']`].some(name =>
      expression.includes(name),
    ),
  );
}
