import { z } from 'zod';

const actor = z
  .object({ login: z.string(), type: z.string().nullish() })
  .nullish();

/** Source: https://docs.github.com/en/rest/deployments/deployments */
export const deploymentSchema = z.object({
  id: z.number(),
  sha: z.string(),
  ref: z.string().nullish(),
  task: z.string().nullish(),
  payload: z.unknown().optional(),
  environment: z.string().default('production'),
  description: z.string().nullish(),
  creator: actor,
  created_at: z.string(),
  updated_at: z.string(),
});

/** Source: https://docs.github.com/en/rest/deployments/statuses */
export const statusSchema = z.object({
  state: z.string(),
  environment: z.string().nullish(),
  log_url: z.string().nullish(),
  target_url: z.string().nullish(),
  environment_url: z.string().nullish(),
  created_at: z.string(),
  updated_at: z.string(),
});

/** Source: https://docs.github.com/en/rest/actions/workflow-runs */
export const runSchema = z.object({
  id: z.number(),
  name: z.string().nullish(),
  path: z.string().nullish(),
  display_title: z.string().nullish(),
  event: z.string().nullish(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  head_sha: z.string().default(''),
  head_branch: z.string().nullish(),
  run_attempt: z.number().default(1),
  html_url: z.string().nullish(),
  triggering_actor: actor,
  created_at: z.string(),
  updated_at: z.string(),
  run_started_at: z.string().nullish(),
});

export const runsSchema = z.object({ workflow_runs: z.array(runSchema) });

export const pullSchema = z.object({
  number: z.number(),
  state: z.string(),
  html_url: z.string(),
  body: z.string().nullish(),
  merged_at: z.string().nullish(),
  merge_commit_sha: z.string().nullish(),
  user: actor,
  head: z.object({ ref: z.string(), sha: z.string() }),
});

export const commitSchema = z.object({
  sha: z.string(),
  commit: z.object({
    message: z.string().default(''),
    author: z
      .object({ name: z.string().nullish(), date: z.string().nullish() })
      .nullish(),
    tree: z.object({ sha: z.string() }).nullish(),
  }),
  author: actor,
});

/** Source: https://docs.github.com/en/rest/commits/commits#compare-two-commits */
export const comparisonSchema = z.object({
  status: z.enum(['ahead', 'behind', 'diverged', 'identical']),
  files: z
    .array(
      z.object({
        filename: z.string(),
        previous_filename: z.string().nullish(),
        status: z.string(),
        patch: z.string().nullish(),
      }),
    )
    .default([]),
});

export const repositorySchema = z.object({
  default_branch: z.string(),
  archived: z.boolean().nullish(),
  permissions: z.object({ push: z.boolean().nullish() }).nullish(),
});

export const treeSchema = z.object({
  truncated: z.boolean().default(false),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.string(),
      type: z.string(),
      sha: z.string().nullish(),
    }),
  ),
});

export const shaSchema = z.object({ sha: z.string() });
export const refSchema = z.object({ object: shaSchema });
export const contentSchema = z.object({
  content: z.string(),
  encoding: z.string(),
});
export const gitCommitSchema = z.object({
  sha: z.string(),
  message: z.string(),
  tree: shaSchema,
});
export const checksSchema = z.object({
  check_runs: z.array(
    z.object({ status: z.string(), conclusion: z.string().nullish() }),
  ),
});

export type Deployment = z.output<typeof deploymentSchema>;
export type DeploymentStatus = z.output<typeof statusSchema>;
export type WorkflowRun = z.output<typeof runSchema>;
export type PullRequest = z.output<typeof pullSchema>;
export type Comparison = z.output<typeof comparisonSchema>;
