import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonValue } from '@backstage/types';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import type { z } from 'zod';
import type { Job, JobServer } from './readJobs';

/** The API of a server of jobs. */
export class JobsClient {
  private constructor(
    private readonly vendor: VendorClient,
    private readonly title: string,
  ) {}

  static create(options: {
    config: JobServer<Job<unknown>>;
    /** `Rundeck` */
    title: string;
    headers: Record<string, string>;
    logger: LoggerService;
  }): JobsClient {
    const { config, headers, logger } = options;
    const title = `${options.title} ${config.name}`;
    return new JobsClient(
      VendorClient.create({
        vendor: title,
        baseUrl: `${config.url}${config.apiPath}`,
        headers: { Accept: 'application/json', ...headers },
        timeoutMs: config.timeoutMs,
        logger,
      }),
      title,
    );
  }

  /** @returns undefined when it is not there */
  async find<T>(
    schema: z.ZodType<T>,
    path: string,
    signal: AbortSignal,
    query: Record<string, string | number> = {},
  ): Promise<T | undefined> {
    let body: JsonValue | undefined;
    try {
      ({ body } = await this.vendor.look(path, {
        query: Object.entries(query).map(
          ([name, value]) => [name, String(value)] as const,
        ),
        signal,
      }));
    } catch (error) {
      if (error instanceof VendorError && error.status === 404)
        return undefined;
      throw error;
    }
    return this.parse(schema, path, body);
  }

  /** Sent once. */
  async post<T>(
    schema: z.ZodType<T>,
    path: string,
    body: { [name: string]: JsonValue },
    signal: AbortSignal,
  ): Promise<T> {
    const reply = await this.vendor.change('POST', path, { body, signal });
    return this.parse(schema, path, reply.body);
  }

  private parse<T>(
    schema: z.ZodType<T>,
    path: string,
    body: JsonValue | undefined,
  ): T {
    const { success, data } = schema.safeParse(body);
    if (success) return data;
    throw new VendorError(
      'bad-answer',
      `${this.title} answered ${path} in another form than expected`,
    );
  }
}
