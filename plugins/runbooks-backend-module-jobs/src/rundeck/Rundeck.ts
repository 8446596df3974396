import type { LoggerService } from '@backstage/backend-plugin-api';
import { JobsClient } from '../config/JobsClient';
import type { JobServer, RundeckJob } from '../config/readJobs';
import { z } from 'zod';

const executionSchema = z.object({
  id: z.number(),
  status: z.string(),
  customStatus: z.string().nullish(),
  permalink: z.string().nullish(),
  argstring: z.string().nullish(),
});

export type Execution = z.output<typeof executionSchema>;

const listSchema = z.object({
  executions: z.array(z.unknown()),
});

const infoSchema = z.object({
  name: z.string(),
  group: z.string().nullish(),
  enabled: z.boolean().nullish(),
  executionEnabled: z.boolean().nullish(),
});

/** A definition is a list of one job. */
const definitionSchema = z
  .array(
    z.object({
      options: z
        .array(
          z.object({
            name: z.string(),
            required: z.boolean().nullish(),
            value: z.unknown().optional(),
            secure: z.boolean().nullish(),
            enforced: z.boolean().nullish(),
            values: z.array(z.unknown()).nullish(),
          }),
        )
        .nullish(),
    }),
  )
  .min(1);

const outputSchema = z.object({
  entries: z
    .array(
      z.object({
        log: z.string().nullish(),
        node: z.string().nullish(),
        level: z.string().nullish(),
      }),
    )
    .nullish(),
});

/** Executions that are looked through. */
const mostExecutions = 200;
/** Lines of the log that are kept. */
const lastLines = 200;

/**
 * The API of one Rundeck.
 *
 * Source: https://docs.rundeck.com/docs/api/
 */
export class Rundeck {
  private constructor(
    readonly config: JobServer<RundeckJob>,
    private readonly client: JobsClient,
  ) {}

  static create(options: {
    config: JobServer<RundeckJob>;
    logger: LoggerService;
  }): Rundeck {
    const { config } = options;
    return new Rundeck(
      config,
      JobsClient.create({
        ...options,
        title: 'Rundeck',
        headers: { 'X-Rundeck-Auth-Token': config.token },
      }),
    );
  }

  info(id: string, signal: AbortSignal) {
    return this.client.find(infoSchema, `/job/${id}/info`, signal);
  }

  async options(id: string, signal: AbortSignal) {
    const jobs = await this.client.find(
      definitionSchema,
      `/job/${id}`,
      signal,
      {
        format: 'json',
      },
    );
    return jobs?.[0].options ?? [];
  }

  /** The latest executions of a job, the newest first; `isAll` when there are no others. */
  async executions(
    id: string,
    signal: AbortSignal,
  ): Promise<{ items: Execution[]; isAll: boolean }> {
    const list = await this.client.find(
      listSchema,
      `/job/${id}/executions`,
      signal,
      { max: mostExecutions },
    );
    const all = list?.executions ?? [];
    const items = all.flatMap(item => {
      const { success, data } = executionSchema.safeParse(item);
      return success ? [data] : [];
    });
    return {
      items: items.sort((a, b) => b.id - a.id),
      isAll: all.length < mostExecutions,
    };
  }

  execution(id: number, signal: AbortSignal) {
    return this.client.find(executionSchema, `/execution/${id}`, signal);
  }

  run(id: string, options: Record<string, string>, signal: AbortSignal) {
    return this.client.post(
      executionSchema,
      `/job/${id}/run`,
      { options },
      signal,
    );
  }

  /** The end of the log. */
  async log(id: number, signal: AbortSignal): Promise<string> {
    const found = await this.client.find(
      outputSchema,
      `/execution/${id}/output`,
      signal,
      { lastlines: lastLines },
    );
    return (found?.entries ?? [])
      .map(({ log, node }) => `${node ? `${node}: ` : ''}${log ?? ''}\n`)
      .join('');
  }
}
