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
import { VendorClient } from '@ghostlight/reliability-node';
import type { GithubConfig } from '../readGithubConfig';
import { Repository } from './Repository';

/** Largest answer, in bytes: a tree of some ten thousand files. */
const maxResponseBytes = 16 * 1024 * 1024;

/** GitHub, with the credentials of Backstage's integration: those of an app, or a token. */
export class GitHub {
  private readonly clients = new Map<string, VendorClient>();
  private readonly repositories = new Map<string, Repository>();

  private constructor(
    readonly config: GithubConfig,
    readonly apiUrl: string,
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
        `delivery.github.host: there is no ${config.host} in integrations.github`,
      );
    const credentials =
      DefaultGithubCredentialsProvider.fromIntegrations(integrations);
    return new GitHub(config, apiUrl.replace(/\/+$/, ''), credentials, logger);
  }

  /** @param slug - `owner/name` */
  repository(slug: string): Repository {
    const key = slug.toLowerCase();
    const known = this.repositories.get(key);
    if (known) return known;
    const { host } = this.config;
    const [owner] = slug.split('/');
    const repository = Repository.create({
      slug,
      url: `https://${host}/${slug}`,
      vendor: this.clientOf(owner),
      headers: async () => {
        const { headers } = await this.credentials.getCredentials({
          url: `https://${host}/${slug}`,
        });
        return { ...headers };
      },
    });
    this.repositories.set(key, repository);
    return repository;
  }

  /** Our name of an environment of GitHub. */
  environmentOf(theirs: string): string {
    return this.config.environments.get(theirs.toLowerCase()) ?? theirs;
  }

  /** Limits are those of an installation: each owner is paused by itself. */
  private clientOf(owner: string): VendorClient {
    const key = owner.toLowerCase();
    const known = this.clients.get(key);
    if (known) return known;
    const client = VendorClient.create({
      vendor: 'GitHub',
      baseUrl: this.apiUrl,
      headers: {
        Accept: 'application/vnd.github+json',
        'X-GitHub-Api-Version': '2022-11-28',
      },
      timeoutMs: this.config.timeoutMs,
      maxResponseBytes,
      logger: this.logger,
    });
    this.clients.set(key, client);
    return client;
  }
}
