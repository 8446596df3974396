import type { LoggerService } from '@backstage/backend-plugin-api';
import type { JsonObject } from '@backstage/types';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import { applicationSchema, type Application } from './Application';
import type { InstanceConfig } from './readInstances';

/** Which application. */
export interface AppName {
  namespace?: string;
  name: string;
  project?: string;
}

const listSchema = z.object({ items: z.array(z.unknown()).nullish() });

/**
 * The API of one Argo CD.
 *
 * Source: https://argo-cd.readthedocs.io/en/stable/developer-guide/api-docs/ (its `/swagger-ui`)
 */
export class ArgoCd {
  private constructor(
    readonly instance: InstanceConfig,
    private readonly vendor: VendorClient,
  ) {}

  static create(options: {
    instance: InstanceConfig;
    logger: LoggerService;
  }): ArgoCd {
    const { instance, logger } = options;
    return new ArgoCd(
      instance,
      VendorClient.create({
        vendor: `Argo CD ${instance.name}`,
        baseUrl: `${instance.url}/api/v1`,
        headers: {
          Authorization: `Bearer ${instance.token}`,
          Accept: 'application/json',
        },
        timeoutMs: instance.timeoutMs,
        logger,
      }),
    );
  }

  /** Applications of a name or a label selector. */
  async list(
    question: { name?: string; selector?: string; namespace?: string },
    signal: AbortSignal,
  ): Promise<Application[]> {
    const { name, selector, namespace: appNamespace } = question;
    const { body } = await this.vendor.look('/applications', {
      query: given({ name, selector, appNamespace }),
      signal,
    });
    const list = listSchema.safeParse(body ?? {});
    if (!list.success) throw this.garbled('the list of applications');
    const { namespaces } = this.instance;
    return (list.data.items ?? []).flatMap(item => {
      const { success, data } = applicationSchema.safeParse(item);
      return success &&
        (!namespaces || namespaces.includes(data.metadata.namespace))
        ? [data]
        : [];
    });
  }

  /** @returns undefined when there is none */
  async find(
    app: AppName,
    signal: AbortSignal,
  ): Promise<Application | undefined> {
    try {
      const { body } = await this.vendor.look(pathOf(app), {
        query: queryOf(app),
        signal,
      });
      const { success, data } = applicationSchema.safeParse(body);
      if (!success) throw this.garbled(`application ${app.name}`);
      return data;
    } catch (error) {
      if (error instanceof VendorError && error.status === 404)
        return undefined;
      throw error;
    }
  }

  /** Whether a sync window lets it be synchronised; open where that is not told. */
  async canSync(app: AppName, signal: AbortSignal): Promise<boolean> {
    try {
      const { body } = await this.vendor.look(`${pathOf(app)}/syncwindows`, {
        query: queryOf(app),
        signal,
      });
      const { success, data } = z
        .object({ canSync: z.boolean().nullish() })
        .safeParse(body);
      return !success || data.canSync !== false;
    } catch (error) {
      if (error instanceof VendorError && error.refused) return true;
      throw error;
    }
  }

  /** Whether the token may synchronise an application. */
  async maySync(app: Application, signal: AbortSignal): Promise<boolean> {
    const ask = async (object: string) => {
      const { body } = await this.vendor.look(
        `/account/can-i/applications/sync/${object}`,
        { signal },
      );
      const { success, data } = z.object({ value: z.string() }).safeParse(body);
      if (!success) throw this.garbled('whether the token may synchronise');
      return data.value === 'yes';
    };
    const { namespace, name } = app.metadata;
    const parts = [app.spec.project, namespace, name].map(encodeURIComponent);
    // Those in Argo CD's own namespace are named without it.
    return (
      (await ask(`${parts[0]}/${parts[2]}`)) || (await ask(parts.join('/')))
    );
  }

  /** Asks for a synchronisation, or ends the one that goes on; sent once. */
  async change(
    verb: 'POST' | 'DELETE',
    app: AppName,
    path: '/sync' | '/operation',
    body: JsonObject,
    signal: AbortSignal,
  ): Promise<void> {
    const { name, namespace, project } = app;
    const named = {
      name,
      ...(namespace && { appNamespace: namespace }),
      ...(project && { project }),
    };
    await this.vendor.change(verb, `${pathOf(app)}${path}`, {
      ...(verb === 'DELETE'
        ? { query: queryOf(app) }
        : { body: { ...named, ...body } }),
      signal,
    });
  }

  private garbled(what: string): VendorError {
    return new VendorError(
      'bad-answer',
      `Argo CD ${this.instance.name} answered in another form than expected for ${what}`,
    );
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
