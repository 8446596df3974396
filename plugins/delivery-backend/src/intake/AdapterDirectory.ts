import type { Config } from '@backstage/config';
import { InputError, NotFoundError } from '@backstage/errors';
import type { ChangeAdapter } from '@ghostlight/plugin-delivery-node';
import type { Door } from '@ghostlight/reliability-node';

const idPattern = /^[a-z][a-z0-9-]{0,58}[a-z0-9]$/;

/** An adapter and the way in to it. */
export interface RegisteredAdapter {
  adapter: ChangeAdapter;
  door: Door;
}

/** All adapters by id, with the secrets that the configuration has for them. */
export class AdapterDirectory {
  private constructor(readonly all: ReadonlyMap<string, RegisteredAdapter>) {}

  /**
   * @param delivery - the section `delivery`
   * @throws InputError that names the key, or the adapter that is none
   */
  static create(options: {
    adapters: Iterable<ChangeAdapter>;
    delivery?: Config;
  }): AdapterDirectory {
    const section = options.delivery?.getOptionalConfig('intake.adapters');
    const all = new Map<string, RegisteredAdapter>();
    for (const adapter of options.adapters) {
      check(adapter);
      all.set(adapter.id, {
        adapter,
        door: doorOf(adapter, section?.getOptionalConfig(adapter.id)),
      });
    }
    const unknown = section?.keys().find(id => !all.has(id));
    if (unknown)
      throw new InputError(
        `delivery.intake.adapters.${unknown}: there is no such adapter; there are ${[
          ...all.keys(),
        ].join(', ')}`,
      );
    return new AdapterDirectory(all);
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
}

function check({ id, title, contract, headers = [] }: ChangeAdapter): void {
  if (!idPattern.test(id))
    throw new InputError(
      `An adapter's id is of lower-case letters, digits and dashes, not '${id}'`,
    );
  if (!title || !contract)
    throw new InputError(`Adapter '${id}' lacks a title or a contract`);
  const wrong = headers.find(header => header !== header.toLowerCase());
  if (wrong || headers.includes('authorization'))
    throw new InputError(
      `Adapter '${id}': names of headers are in lower case, and authorization is none of its`,
    );
}

function doorOf(adapter: ChangeAdapter, config: Config | undefined): Door {
  const { id, title, signature } = adapter;
  const key = `delivery.intake.adapters.${id}.secrets`;
  const secrets = config?.getOptionalStringArray('secrets') ?? [];
  if (secrets.some(secret => !secret.trim()))
    throw new InputError(`${key}: a secret is empty`);
  if (secrets.length && !signature)
    throw new InputError(
      `${key}: ${title} signs nothing; use an external-access token`,
    );
  return {
    title,
    secrets,
    signature: secrets.length ? signature : undefined,
    missing: signature && `For a ${signature.title}, set ${key}`,
  };
}
