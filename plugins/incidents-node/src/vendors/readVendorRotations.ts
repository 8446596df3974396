import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/**
 * Reads `rotations`, a list of entries with an `owner`, into a map by owner.
 *
 * @param key - of the entry above, for messages
 * @throws InputError that names the key
 * @public
 */
export function readVendorRotations<T>(
  config: Config,
  key: string,
  read: (entry: Config, key: string) => T,
): Map<string, T> {
  const rotations = new Map<string, T>();
  const entries = config.getOptionalConfigArray('rotations') ?? [];
  entries.forEach((entry, index) => {
    const where = `${key}.rotations[${index}]`;
    const owner = fullRef(entry.getString('owner'), where);
    if (rotations.has(owner))
      throw new InputError(`${where}: ${owner} has a rotation above already`);
    rotations.set(owner, read(entry, where));
  });
  return rotations;
}

function fullRef(text: string, where: string): string {
  try {
    if (!text.includes(':') || !text.includes('/')) throw new Error();
    return stringifyEntityRef(parseEntityRef(text));
  } catch {
    throw new InputError(
      `${where}.owner: write a full entity ref such as group:default/payments`,
    );
  }
}
