import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  DefaultGithubCredentialsProvider,
  ScmIntegrations,
  type GithubCredentialsProvider,
} from '@backstage/integration';
import type { JsonObject, JsonValue } from '@backstage/types';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import type { z } from 'zod';
import type { GithubConfig } from '../readGithubConfig';

type Query = Record<string, string | number | undefined>;

/** GitHub, with the credentials of Backstage's integration: those of an app, or a token. */
export class GitHub {
  private readonly clients = new Map<string, VendorClient>();

  private constructor(
    readonly config: GithubConfig,
    private readonly apiUrl: string,
    private readonly credentials: GithubCredentialsProvider,
    private readonly logger: LoggerService,
  ) {}

  /** @throws InputError when there is no integration for the host */
  static create(options: {
    config: GithubConfig;
    root: RootConfigService;
    logger: LoggerService;
  }): GitHub {
    const { config, root, logger } = options;
    const integrations = ScmIntegrations.fromConfig(root);
    const apiUrl = integrations.github.byHost(config.host)?.config.apiBaseUrl;
    if (!apiUrl)
      throw new InputError(
        `runbooks.github.host: there is no ${config.host} in integrations.github`,
      );
    return new GitHub(
      config,
      apiUrl.replace(/\/+$/, ''),
      DefaultGithubCredentialsProvider.fromIntegrations(integrations),
      logger,
    );
  }

  /**
   * Reads something of a repository.
   *
   * @param slug - `owner/name`
   * @returns undefined when it is not there
   * @throws VendorError
   */
  async find<T>(
    schema: z.ZodType<T>,
    slug: string,
    path: string,
    signal: AbortSignal,
    query: Query = {},
  ): Promise<T | undefined> {
    let body: JsonValue | undefined;
    try {
      ({ body } = await this.clientOf(slug).look(pathOf(slug, path), {
        query: Object.entries(query).flatMap(([name, value]) =>
          value === undefined ? [] : [[name, String(value)] as const],
        ),
        headers: await this.headersOf(slug),
        signal,
      }));
    } catch (error) {
      if (error instanceof VendorError && error.status === 404)
        return undefined;
      throw error;
    }
    const { success, data } = schema.safeParse(body);
    if (success) return data;
    throw new VendorError(
      'bad-answer',
      `GitHub answered ${path || slug} in another form than expected`,
    );
  }

  /** Sent once. */
  async post(
    slug: string,
    path: string,
    body: JsonObject | undefined,
    signal: AbortSignal,
  ): Promise<JsonValue | undefined> {
    const reply = await this.clientOf(slug).change('POST', pathOf(slug, path), {
      body,
      headers: await this.headersOf(slug),
      signal,
    });
    return reply.body;
  }

  private async headersOf(slug: string): Promise<Record<string, string>> {
    const { headers } = await this.credentials.getCredentials({
      url: `https://${this.config.host}/${slug}`,
    });
    return { ...headers };
  }

  /** Limits are those of an installation: each owner is paused by itself. */
  private clientOf(slug: string): VendorClient {
    const [owner] = slug.toLowerCase().split('/');
    const known = this.clients.get(owner);
    if (known) return known;
    const client = VendorClient.create({
      vendor: 'GitHub',
      baseUrl: this.apiUrl,
      headers: {
        Accept: 'application/vnd.github+json',
        'X-GitHub-Api-Version': '2022-11-28',
      },
      timeoutMs: this.config.timeoutMs,
      logger: this.logger,
    });
    this.clients.set(owner, client);
    return client;
  }
}

function pathOf(slug: string, path: string): string {
  return `/repos/${slug.split('/').map(encodeURIComponent).join('/')}${path}`;
}
