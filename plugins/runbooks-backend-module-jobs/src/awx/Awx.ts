import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { z } from 'zod';
import { JobsClient } from '../config/JobsClient';
import type { Job, JobServer } from '../config/readJobs';

const launchSchema = z.object({
  ask_variables_on_launch: z.boolean().default(false),
  ask_limit_on_launch: z.boolean().default(false),
  can_start_without_user_input: z.boolean().nullish(),
  variables_needed_to_start: z.array(z.string()).nullish(),
  passwords_needed_to_start: z.array(z.string()).nullish(),
  inventory_needed_to_start: z.boolean().nullish(),
  credential_needed_to_start: z.boolean().nullish(),
  job_template_data: z.object({ name: z.string() }).nullish(),
});

const jobSchema = z.object({
  id: z.number(),
  status: z.string(),
  failed: z.boolean().nullish(),
  /** JSON in a text. */
  extra_vars: z.string().nullish(),
  job_explanation: z.string().nullish(),
  ignored_fields: z.record(z.string(), z.unknown()).nullish(),
});

export type AwxJob = z.output<typeof jobSchema>;

const listSchema = z.object({
  count: z.number().nullish(),
  results: z.array(z.unknown()),
});

const eventsSchema = z.object({
  results: z.array(
    z.object({ counter: z.number(), stdout: z.string().nullish() }),
  ),
});

/** Jobs that are looked through; AWX gives no more on a page. */
const mostJobs = 200;
/** Events of the output that are kept. */
const lastEvents = 100;

/**
 * The API of one AWX.
 *
 * Source: https://docs.ansible.com/automation-controller/latest/html/controllerapi/api_ref.html
 */
export class Awx {
  private constructor(
    readonly config: JobServer<Job<number>>,
    private readonly client: JobsClient,
  ) {}

  static create(options: {
    config: JobServer<Job<number>>;
    logger: LoggerService;
  }): Awx {
    const { config } = options;
    return new Awx(
      config,
      JobsClient.create({
        ...options,
        title: 'AWX',
        headers: { Authorization: `Bearer ${config.token}` },
      }),
    );
  }

  /** What a template asks for when it is launched. */
  launchOf(id: number, signal: AbortSignal) {
    return this.client.find(
      launchSchema,
      `/job_templates/${id}/launch/`,
      signal,
    );
  }

  /**
   * Jobs of a template after another one, the newest first. Its variables cannot be searched: AWX refuses
   * it, as they may have secrets.
   */
  async jobsAfter(
    template: number,
    after: number,
    signal: AbortSignal,
  ): Promise<{ items: AwxJob[]; isAll: boolean }> {
    const list = await this.client.find(
      listSchema,
      `/job_templates/${template}/jobs/`,
      signal,
      { id__gt: after, order_by: '-id', page_size: mostJobs },
    );
    const all = list?.results ?? [];
    return {
      items: all.flatMap(item => {
        const { success, data } = jobSchema.safeParse(item);
        return success ? [data] : [];
      }),
      isAll: (list?.count ?? all.length) <= all.length,
    };
  }

  async lastJob(template: number, signal: AbortSignal): Promise<number> {
    const list = await this.client.find(
      listSchema,
      `/job_templates/${template}/jobs/`,
      signal,
      { order_by: '-id', page_size: 1 },
    );
    const { success, data } = jobSchema.safeParse(list?.results[0]);
    return success ? data.id : 0;
  }

  job(id: number, signal: AbortSignal) {
    return this.client.find(jobSchema, `/jobs/${id}/`, signal);
  }

  launch(id: number, body: JsonObject, signal: AbortSignal) {
    const given = JSON.parse(JSON.stringify(body));
    return this.client.post(
      jobSchema,
      `/job_templates/${id}/launch/`,
      given,
      signal,
    );
  }

  /** The end of the output. */
  async output(id: number, signal: AbortSignal): Promise<string> {
    const events = await this.client.find(
      eventsSchema,
      `/jobs/${id}/job_events/`,
      signal,
      { order_by: '-counter', page_size: lastEvents },
    );
    return (events?.results ?? [])
      .sort((a, b) => a.counter - b.counter)
      .flatMap(({ stdout }) => (stdout ? `${stdout}\n` : []))
      .join('');
  }
}
