import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import type { InstanceConfig } from '../readInstances';
import { applicationSchema, type Application } from './Application';
import { readEvents } from './readEvents';

/** Which application. */
export interface AppName {
  namespace: string;
  name: string;
  project?: string;
}

const listSchema = z.object({
  metadata: z.object({ resourceVersion: z.string().nullish() }).nullish(),
  items: z.array(z.unknown()).nullish(),
});

/** Of an application, all that tells whether something was deployed. The server leaves the rest out. */
const light = [
  'metadata.resourceVersion',
  ...[
    'metadata.name',
    'metadata.namespace',
    'metadata.labels',
    'metadata.annotations',
    'spec.project',
    'spec.destination',
    'status.operationState.startedAt',
    'status.operationState.phase',
    'status.sync.revision',
  ].map(field => `items.${field}`),
].join(',');

/** Largest list, in bytes: some thousand applications. */
const maxResponseBytes = 64 * 1024 * 1024;

/**
 * The API of one Argo CD.
 *
 * Source: https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/ (its `/swagger-ui`)
 */
export class ArgoClient {
  private constructor(
    readonly instance: InstanceConfig,
    private readonly vendor: VendorClient,
    /** For what comes from Git: a revision that cannot be rendered is an error 500, and must not count against the rest. */
    private readonly git: VendorClient,
  ) {}

  static create(options: {
    instance: InstanceConfig;
    logger: LoggerService;
  }): ArgoClient {
    const { instance, logger } = options;
    const vendorOf = (vendor: string) =>
      VendorClient.create({
        vendor,
        baseUrl: `${instance.url}/api/v1`,
        headers: {
          Authorization: `Bearer ${instance.token}`,
          Accept: 'application/json',
        },
        timeoutMs: instance.timeoutMs,
        maxResponseBytes,
        logger,
      });
    const title = `Argo CD ${instance.name}`;
    return new ArgoClient(
      instance,
      vendorOf(title),
      vendorOf(`${title} (repository server)`),
    );
  }

  /** All applications, or those that a question leaves. One that makes no sense is passed over. */
  async list(
    question: {
      name?: string;
      selector?: string;
      namespace?: string;
      light?: boolean;
    },
    signal: AbortSignal,
  ): Promise<{ resourceVersion?: string; apps: Application[] }> {
    const { body } = await this.vendor.look('/applications', {
      query: given({
        name: question.name,
        selector: question.selector,
        appNamespace: question.namespace,
        fields: question.light ? light : undefined,
      }),
      signal,
    });
    const { items, metadata } = listSchema.parse(body ?? {});
    const apps = (items ?? []).flatMap(item => {
      const { success, data } = applicationSchema.safeParse(item);
      return success && this.isWatched(data) ? [data] : [];
    });
    return { apps, resourceVersion: metadata?.resourceVersion ?? undefined };
  }

  /** @returns undefined when there is none, or the token may not see it */
  async find(
    app: AppName,
    signal: AbortSignal,
  ): Promise<Application | undefined> {
    try {
      const { body } = await this.vendor.look(pathOf(app), {
        query: queryOf(app),
        signal,
      });
      return applicationSchema.parse(body);
    } catch (error) {
      if (error instanceof VendorError && error.status === 404)
        return undefined;
      throw error;
    }
  }

  /** More about an application: `syncwindows`. */
  async look(
    app: AppName,
    path: string,
    signal: AbortSignal,
  ): Promise<unknown> {
    const { body } = await this.vendor.look(`${pathOf(app)}/${path}`, {
      query: queryOf(app),
      signal,
    });
    return body;
  }

  /** More about a revision: `manifests`, `revisions/…/metadata`. */
  async lookInGit(
    app: AppName,
    path: string,
    signal: AbortSignal,
    more: readonly (readonly [string, string])[] = [],
  ): Promise<unknown> {
    const { body } = await this.git.look(`${pathOf(app)}/${path}`, {
      query: [...queryOf(app), ...more],
      signal,
    });
    return body;
  }

  /** Whether the token may do something with an application. */
  async may(
    action: string,
    app: AppName,
    project: string,
    signal: AbortSignal,
  ): Promise<boolean> {
    const ask = async (object: string) => {
      const { body } = await this.vendor.look(
        `/account/can-i/applications/${action}/${object}`,
        { signal },
      );
      return z.object({ value: z.string() }).parse(body).value === 'yes';
    };
    const parts = [project, app.namespace, app.name].map(encodeURIComponent);
    // Those in Argo CD's own namespace are named without it.
    return (
      (await ask(`${parts[0]}/${parts[2]}`)) || (await ask(parts.join('/')))
    );
  }

  /** Changes an application; sent once. */
  async change(
    verb: 'POST' | 'PATCH' | 'DELETE',
    app: AppName,
    path: string,
    body: JsonObject,
    signal: AbortSignal,
  ): Promise<void> {
    const { name, namespace, project } = app;
    const named = {
      ...(namespace && { appNamespace: namespace }),
      ...(project && { project }),
    };
    await this.vendor.change(verb, `${pathOf(app)}${path}`, {
      ...(verb === 'DELETE'
        ? { query: queryOf(app) }
        : { body: { name, ...named, ...body } }),
      signal,
    });
  }

  /** Applications as they change, from a version of the list on, until the server ends it. */
  async *follow(
    resourceVersion: string | undefined,
    signal: AbortSignal,
  ): AsyncGenerator<Application> {
    const { url, token, name } = this.instance;
    const query = new URLSearchParams(
      given({ resourceVersion }).map(pair => [...pair]),
    );
    const response = await fetch(`${url}/api/v1/stream/applications?${query}`, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'application/json' },
      redirect: 'manual',
      signal,
    });
    if (!response.ok || !response.body) {
      await response.body?.cancel();
      throw new VendorError(
        'bad-answer',
        `Argo CD ${name} gives no stream: status ${response.status}`,
        undefined,
        { status: response.status },
      );
    }
    for await (const event of readEvents(response.body)) {
      const { success, data } = applicationSchema.safeParse(event);
      if (success && this.isWatched(data)) yield data;
    }
  }

  private isWatched({ metadata }: Application): boolean {
    const { namespaces } = this.instance;
    return !namespaces || namespaces.includes(metadata.namespace);
  }
}

function pathOf({ name }: AppName): string {
  return `/applications/${encodeURIComponent(name)}`;
}

/** With its project an application that is not there is told from one that is not shown. */
function queryOf({ namespace, project }: AppName) {
  return given({ appNamespace: namespace || undefined, project });
}

function given(fields: Record<string, string | undefined>): [string, string][] {
  return Object.entries(fields).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
}
