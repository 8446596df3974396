import type { LoggerService } from '@backstage/backend-plugin-api';
import type { Config } from '@backstage/config';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import type { Adapter } from '@ghostlight/plugin-incidents-node';
import type { SignatureCheck } from '@ghostlight/reliability-node';
import { adapters as builtIn } from '../adapters';
import type { BuiltInAdapter, Connection } from './BuiltInAdapter';

/** An adapter with what the configuration says of it. */
export interface RegisteredAdapter {
  adapter: BuiltInAdapter;
  /** Set when a signature can be checked: the vendor has one, and its secrets are configured. */
  signature?: SignatureCheck;
  /** The current and the previous one. */
  secrets: string[];
  greet?: Connection['greet'];
}

/** What the registry needs to prepare adapters. */
export interface RegistryOptions {
  /** `incidents` */
  config?: Config;
  logger: LoggerService;
  /** By default the global one. */
  fetch?: typeof fetch;
  /** Epoch milliseconds; the clock by default. */
  now?: () => number;
}

const idPattern = /^[a-z][a-z0-9-]{0,58}[a-z0-9]$/;

/** All adapters by id: those of this package, and those that modules add before the plugin starts. */
export class AdapterRegistry {
  private readonly known = new Map<string, BuiltInAdapter>();
  private prepared?: Map<string, RegisteredAdapter>;

  private constructor() {}

  static create(options: { adapters?: BuiltInAdapter[] } = {}) {
    const registry = new AdapterRegistry();
    for (const adapter of options.adapters ?? builtIn) registry.add(adapter);
    return registry;
  }

  /**
   * @throws InputError when the adapter is not one
   * @throws ConflictError when there is one of that id
   */
  add(adapter: Adapter): void {
    const { id, title, contract, headers = [] } = adapter;
    if (!idPattern.test(id))
      throw new InputError(
        `An adapter's id is of lower-case letters, digits and dashes, not '${id}'`,
      );
    if (this.prepared)
      throw new ConflictError(`Adapter '${id}' comes after the plugin started`);
    if (this.known.has(id))
      throw new ConflictError(`There is an adapter '${id}' already`);
    if (!title || !contract || typeof adapter.read !== 'function')
      throw new InputError(
        `Adapter '${id}' lacks a title, a contract or a read function`,
      );
    const wrong = headers.find(header => header !== header.toLowerCase());
    if (wrong || headers.includes('authorization'))
      throw new InputError(
        `Adapter '${id}': names of headers are in lower case, and authorization is none of its`,
      );
    this.known.set(id, adapter);
  }

  /**
   * Reads what the configuration says of the adapters; nothing can be added afterwards.
   *
   * @throws InputError for an adapter that is configured and does not exist
   */
  prepare(options: RegistryOptions): void {
    const { logger, fetch: fetcher = fetch, now = Date.now } = options;
    const section = options.config?.getOptionalConfig('intake.adapters');
    const unknown = section?.keys().find(id => !this.known.has(id));
    if (unknown)
      throw new InputError(
        `incidents.intake.adapters.${unknown}: there is no such adapter; there are ${[
          ...this.known.keys(),
        ].join(', ')}`,
      );
    this.prepared = new Map(
      [...this.known].map(([id, adapter]) => {
        const config = section?.getOptionalConfig(id);
        const secrets = config?.getOptionalStringArray('secrets') ?? [];
        if (secrets.some(secret => !secret.trim()))
          throw new InputError(
            `incidents.intake.adapters.${id}.secrets: a secret is empty`,
          );
        if (secrets.length && !adapter.signature)
          throw new InputError(
            `incidents.intake.adapters.${id}.secrets: ${adapter.title} signs nothing; use an external-access token`,
          );
        const connection = adapter.connect?.({
          config,
          secrets,
          fetch: fetcher,
          logger,
          now,
        });
        const own = secrets.length ? adapter.signature : undefined;
        return [
          id,
          {
            adapter,
            secrets,
            signature: connection?.signature ?? own,
            greet: connection?.greet,
          },
        ];
      }),
    );
  }

  /** @throws NotFoundError */
  get(id: string): RegisteredAdapter {
    const found = this.all.get(id);
    if (!found)
      throw new NotFoundError(
        `No adapter '${id.slice(0, 60)}'. There are: ${[
          ...this.all.keys(),
        ].join(', ')}`,
      );
    return found;
  }

  /** By id. */
  get all(): ReadonlyMap<string, RegisteredAdapter> {
    if (!this.prepared) throw new Error('The adapters are not prepared yet');
    return this.prepared;
  }
}
