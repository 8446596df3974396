import { z } from 'zod';

/** Source: https://docs.github.com/en/rest/actions/workflow-runs */
export const runSchema = z.object({
  id: z.number(),
  name: z.string().nullish(),
  path: z.string().nullish(),
  display_title: z.string().nullish(),
  event: z.string().nullish(),
  status: z.string().nullish(),
  conclusion: z.string().nullish(),
  head_branch: z.string().nullish(),
  run_attempt: z.number().default(1),
  html_url: z.string().nullish(),
});

export type WorkflowRun = z.output<typeof runSchema>;

/** Runs, of which one that makes no sense is passed over. */
export const runsSchema = z
  .object({ workflow_runs: z.array(z.unknown()) })
  .transform(({ workflow_runs: all }) =>
    all.flatMap(item => {
      const { success, data } = runSchema.safeParse(item);
      return success ? [data] : [];
    }),
  );

/** Source: https://docs.github.com/en/rest/actions/workflow-jobs */
export const jobsSchema = z.object({
  jobs: z.array(
    z.object({
      name: z.string(),
      status: z.string().nullish(),
      conclusion: z.string().nullish(),
      steps: z
        .array(z.object({ name: z.string(), conclusion: z.string().nullish() }))
        .nullish(),
    }),
  ),
});

export const repositorySchema = z.object({
  default_branch: z.string(),
  archived: z.boolean().nullish(),
});

/** Source: https://docs.github.com/en/rest/actions/workflows */
export const workflowSchema = z.object({ id: z.number(), state: z.string() });

export const contentSchema = z.object({
  content: z.string(),
  encoding: z.string(),
});

/** Of the reply to a dispatch, where it has one. */
export const dispatchedSchema = z.object({
  workflow_run_id: z.number(),
  html_url: z.string().nullish(),
});
