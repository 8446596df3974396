import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { ActionRefusal } from '@ghostlight/plugin-runbooks-node';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import type { z } from 'zod';
import { say } from '../say';
import type { ServerConfig } from './readServers';
import { templateSchema, workflowSchema, type Workflow } from './Workflow';

/**
 * The API of a server of Argo Workflows.
 *
 * Source: https://argo-workflows.readthedocs.io/en/latest/swagger/
 */
export class WorkflowServer {
  private constructor(
    readonly config: ServerConfig,
    private readonly vendor: VendorClient,
  ) {}

  static create(options: {
    config: ServerConfig;
    logger: LoggerService;
  }): WorkflowServer {
    const { config, logger } = options;
    return new WorkflowServer(
      config,
      VendorClient.create({
        vendor: `Argo Workflows ${config.name}`,
        baseUrl: `${config.url}/api/v1`,
        headers: {
          Authorization: `Bearer ${config.token}`,
          Accept: 'application/json',
        },
        timeoutMs: config.timeoutMs,
        logger,
      }),
    );
  }

  template(namespace: string, name: string, signal: AbortSignal) {
    return this.find(
      templateSchema,
      `/workflow-templates/${namespace}/${name}`,
      signal,
    );
  }

  workflow(
    namespace: string,
    name: string,
    signal: AbortSignal,
  ): Promise<Workflow | undefined> {
    return this.find(workflowSchema, `/workflows/${namespace}/${name}`, signal);
  }

  /** Sent once. */
  async submit(
    namespace: string,
    body: JsonObject,
    signal: AbortSignal,
  ): Promise<void> {
    await this.vendor.change('POST', `/workflows/${namespace}/submit`, {
      body,
      signal,
    });
  }

  /** @returns undefined when it is not there */
  private async find<T>(
    schema: z.ZodType<T>,
    path: string,
    signal: AbortSignal,
  ): Promise<T | undefined> {
    try {
      const { body } = await this.vendor.look(path, { signal });
      const { success, data } = schema.safeParse(body);
      if (success) return data;
    } catch (error) {
      if (error instanceof VendorError && error.status === 404)
        return undefined;
      throw error;
    }
    throw new VendorError(
      'bad-answer',
      `Argo Workflows ${this.config.name} answered ${path} in another form than expected`,
    );
  }
}

/** The servers of the configuration. */
export class WorkflowServers {
  private constructor(private readonly all: WorkflowServer[]) {}

  static create(options: {
    servers: ServerConfig[];
    logger: LoggerService;
  }): WorkflowServers {
    const { servers, logger } = options;
    return new WorkflowServers(
      servers.map(config => WorkflowServer.create({ config, logger })),
    );
  }

  get(name: string): WorkflowServer {
    return this.all.find(({ config }) => config.name === name)!;
  }

  /**
   * Who may submit a template for an environment.
   *
   * @throws ActionRefusal when nobody may, or more than one
   */
  of(wanted: {
    server?: string;
    namespace?: string;
    template: string;
    environment: string;
  }): { server: WorkflowServer; namespace: string } {
    const { template, environment } = wanted;
    const places = this.all.flatMap(server =>
      server.config.templates
        .filter(
          one =>
            one.name === template &&
            (!wanted.namespace || one.namespace === wanted.namespace) &&
            (!wanted.server || server.config.name === wanted.server) &&
            (!server.config.environment ||
              server.config.environment === environment),
        )
        .map(({ namespace }) => ({ server, namespace })),
    );
    if (places.length === 1) return places[0];
    throw ActionRefusal.of(
      places.length
        ? say(
            'several-templates',
            `WorkflowTemplate ${template} is in several places: say server and namespace`,
            { template },
          )
        : say(
            'template-not-allowed',
            `WorkflowTemplate ${template} is not among those that may be submitted for ${environment}`,
            { template, environment },
          ),
    );
  }
}
