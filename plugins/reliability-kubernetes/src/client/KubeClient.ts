import { isError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  HttpMethod,
  IsomorphicFetchHttpLibrary,
  KubeConfig,
  RequestContext,
  type ResponseContext,
} from '@kubernetes/client-node';
import type { ClusterConfig } from '../clusters/readClusters';
import { KubeError } from './KubeError';
import type { KubeObject } from './types';
import { readLines } from './readLines';

/**
 * Who it says it is, in managed fields.
 *
 * @public
 */
export const fieldManager = 'ghostlight';

const pageSize = 250;
const mostPages = 400;
/** Longer silence than this ends a watch; servers send bookmarks about once a minute. */
const silenceMs = 150_000;
const watchSeconds = 290;

/**
 * What may be said with a request.
 *
 * @public
 */
export interface Asking {
  signal?: AbortSignal;
  query?: Record<string, string>;
}

/**
 * What may be said with a write.
 *
 * @public
 */
export interface Writing extends Asking {
  dryRun?: boolean;
}

/**
 * What is heard from a watch.
 *
 * @public
 */
export interface WatchEvent<T> {
  type: 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';
  object: T;
}

/**
 * One cluster's API, with the credentials, certificates and proxies of the official client, and objects
 * as plain JSON: a template that is written back must not lose the fields that a client does not know.
 * Every failure is a KubeError. Nothing is repeated here.
 *
 * @public
 */
export class KubeClient {
  private readonly http = new IsomorphicFetchHttpLibrary();

  private constructor(
    readonly cluster: ClusterConfig,
    private readonly config: KubeConfig,
    private readonly timeoutMs: number,
  ) {}

  static create(options: {
    cluster: ClusterConfig;
    /** Milliseconds; 15,000 by default. */
    timeoutMs?: number;
  }): KubeClient {
    const { cluster, timeoutMs = 15_000 } = options;
    const config = new KubeConfig();
    config.loadFromClusterAndUser(
      {
        name: cluster.name,
        server: cluster.url,
        skipTLSVerify: cluster.skipTLSVerify,
        ...(cluster.caData && { caData: cluster.caData }),
        ...(cluster.caFile && { caFile: cluster.caFile }),
      },
      {
        name: cluster.name,
        ...(cluster.token && { token: cluster.token }),
        ...(cluster.tokenFile && {
          authProvider: {
            name: 'tokenFile',
            config: { tokenFile: cluster.tokenFile },
          },
        }),
      },
    );
    return new KubeClient(cluster, config, timeoutMs);
  }

  /** One object. */
  get<T extends KubeObject>(path: string, asking: Asking = {}): Promise<T> {
    return this.send<T>('GET', path, asking);
  }

  /**
   * What is answered as text, such as a pod's log: so much of it as bytes are asked for.
   *
   * @throws KubeError
   */
  async text(
    path: string,
    asking: Asking & { mostBytes: number },
  ): Promise<string> {
    return this.ask('GET', path, asking, async response => {
      const bytes = Buffer.from(await response.body.text());
      return bytes.subarray(0, asking.mostBytes).toString('utf8');
    });
  }

  /** The object, or undefined when there is none. */
  async find<T extends KubeObject>(
    path: string,
    asking: Asking = {},
  ): Promise<T | undefined> {
    try {
      return await this.get<T>(path, asking);
    } catch (error) {
      if (error instanceof KubeError && error.status === 404) return undefined;
      throw error;
    }
  }

  /** All of a collection, page by page, and the version that they are of. */
  async list<T extends KubeObject>(
    path: string,
    asking: Asking = {},
  ): Promise<{ items: T[]; resourceVersion: string }> {
    const items: T[] = [];
    let next: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const answer = await this.send<{
        items?: T[];
        metadata?: { resourceVersion?: string; continue?: string };
      }>('GET', path, {
        ...asking,
        query: {
          ...asking.query,
          limit: String(pageSize),
          ...(next && { continue: next }),
        },
      });
      items.push(...(answer.items ?? []));
      next = answer.metadata?.continue;
      if (!next)
        return {
          items,
          resourceVersion: answer.metadata?.resourceVersion ?? '0',
        };
    }
    throw new KubeError(
      `The cluster ${this.cluster.name} has more than ${
        mostPages * pageSize
      } objects at ${path}`,
    );
  }

  /** Makes an object in a collection. */
  create<T extends KubeObject>(
    path: string,
    body: JsonObject,
    writing: Writing = {},
  ): Promise<T> {
    return this.write<T>('POST', path, 'application/json', body, writing);
  }

  /** A JSON patch (a list of operations) or a merge patch (an object). */
  patch<T extends KubeObject>(
    path: string,
    body: JsonObject | JsonObject[],
    writing: Writing = {},
  ): Promise<T> {
    const type = Array.isArray(body)
      ? 'application/json-patch+json'
      : 'application/merge-patch+json';
    return this.write<T>('PATCH', path, type, body, writing);
  }

  /** Deletes one object, and in the background what it owns, if it still is the one that is meant. */
  async delete(
    path: string,
    preconditions: { uid: string; resourceVersion?: string },
    writing: Writing = {},
  ): Promise<void> {
    await this.write(
      'DELETE',
      path,
      'application/json',
      {
        apiVersion: 'v1',
        kind: 'DeleteOptions',
        propagationPolicy: 'Background',
        preconditions: { ...preconditions },
      },
      writing,
    );
  }

  /**
   * Hears what happens after a version, until the server ends it or the signal aborts.
   *
   * @throws KubeError with status 410 when the version is forgotten
   */
  async watch<T extends KubeObject>(
    path: string,
    resourceVersion: string,
    listen: (event: WatchEvent<T>) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const silence = new AbortController();
    const query = {
      watch: 'true',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(watchSeconds),
      resourceVersion,
    };
    const context = await this.contextOf('GET', path, query);
    context.setSignal(AbortSignal.any([signal, silence.signal]));
    let timer = setTimeout(() => silence.abort(), silenceMs);
    try {
      const response = await this.answered(context);
      if (response.httpStatusCode >= 400)
        throw await errorOf(response, this.cluster.name);
      for await (const line of readLines(response.body.stream())) {
        clearTimeout(timer);
        timer = setTimeout(() => silence.abort(), silenceMs);
        const event = JSON.parse(line);
        if (event.type === 'ERROR') throw statusError(event.object);
        listen(event);
      }
    } catch (error) {
      if (signal.aborted || silence.signal.aborted) return;
      throw error instanceof KubeError ? error : this.broken(error);
    } finally {
      clearTimeout(timer);
      silence.abort();
    }
  }

  /** Asks the server whether this account may do something. */
  async may(
    attributes: Record<string, string>,
    signal?: AbortSignal,
  ): Promise<{ allowed: boolean; reason?: string }> {
    const review = await this.send<{
      status?: { allowed?: boolean; reason?: string };
    }>(
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      { signal },
      {
        apiVersion: 'authorization.k8s.io/v1',
        kind: 'SelfSubjectAccessReview',
        spec: { resourceAttributes: attributes },
      },
    );
    return {
      allowed: review.status?.allowed === true,
      ...(review.status?.reason && { reason: review.status.reason }),
    };
  }

  private write<T>(
    method: 'POST' | 'PATCH' | 'DELETE',
    path: string,
    contentType: string,
    body: JsonValue,
    { dryRun, ...asking }: Writing,
  ): Promise<T> {
    const query = {
      ...asking.query,
      ...(method !== 'DELETE' && { fieldManager }),
      ...(dryRun && { dryRun: 'All' }),
    };
    return this.send<T>(method, path, { ...asking, query }, body, contentType);
  }

  private send<T>(
    method: keyof typeof HttpMethod,
    path: string,
    asking: Asking,
    body?: JsonValue,
    contentType = 'application/json',
  ): Promise<T> {
    return this.ask(
      method,
      path,
      asking,
      async response => JSON.parse(await response.body.text()),
      body,
      contentType,
    );
  }

  private async ask<T>(
    method: keyof typeof HttpMethod,
    path: string,
    { signal, query }: Asking,
    read: (response: ResponseContext) => Promise<T>,
    body?: JsonValue,
    contentType = 'application/json',
  ): Promise<T> {
    const context = await this.contextOf(method, path, query ?? {});
    const timeout = AbortSignal.timeout(this.timeoutMs);
    context.setSignal(signal ? AbortSignal.any([signal, timeout]) : timeout);
    if (body !== undefined) {
      context.setHeaderParam('Content-Type', contentType);
      context.setBody(JSON.stringify(body));
    }
    try {
      const response = await this.answered(context);
      if (response.httpStatusCode >= 400)
        throw await errorOf(response, this.cluster.name);
      return await read(response);
    } catch (error) {
      if (error instanceof KubeError) throw error;
      signal?.throwIfAborted();
      if (timeout.aborted)
        throw new KubeError(
          `The cluster ${this.cluster.name} did not answer within ${
            this.timeoutMs / 1000
          } seconds`,
        );
      throw this.broken(error);
    }
  }

  private async contextOf(
    method: keyof typeof HttpMethod,
    path: string,
    query: Record<string, string>,
  ): Promise<RequestContext> {
    const url = new URL(`${this.cluster.url.replace(/\/+$/, '')}${path}`);
    for (const [name, value] of Object.entries(query))
      url.searchParams.set(name, value);
    const context = new RequestContext(url.toString(), HttpMethod[method]);
    context.setHeaderParam('Accept', 'application/json');
    context.setHeaderParam('User-Agent', fieldManager);
    await this.config.applySecurityAuthentication(context);
    return context;
  }

  private answered(context: RequestContext): Promise<ResponseContext> {
    return this.http.send(context).toPromise();
  }

  private broken(error: unknown): KubeError {
    const cause = isError(error) ? error.cause : undefined;
    const code =
      isError(cause) && typeof cause.code === 'string'
        ? cause.code
        : 'the connection broke';
    return new KubeError(
      `The cluster ${this.cluster.name} cannot be reached: ${code}`,
    );
  }
}

async function errorOf(
  response: ResponseContext,
  cluster: string,
): Promise<KubeError> {
  const text = await response.body.text().catch(() => '');
  try {
    const status = JSON.parse(text);
    if (status?.kind === 'Status')
      return statusError({ code: response.httpStatusCode, ...status });
  } catch {
    // A proxy in between answers in its own form.
  }
  return new KubeError(
    `The cluster ${cluster} answered with status ${response.httpStatusCode}`,
    response.httpStatusCode,
  );
}

function statusError(status: {
  message?: string;
  code?: number;
  reason?: string;
}): KubeError {
  return new KubeError(
    (status.message ?? 'the server gave no reason').slice(0, 1000),
    status.code,
    status.reason,
  );
}
