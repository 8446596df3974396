import type {
  LoggerService,
  RootConfigService,
} from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import { resolve } from 'node:path';
import { readInline } from './document';
import { RotationFile } from './RotationFile';
import { RotationSource } from './RotationSource';

const root = 'incidents.oncall.rotation';

/**
 * A source for each entry of `incidents.oncall.rotation`. A file with mistakes is told of in the
 * log and mended while the portal runs.
 *
 * @throws InputError when an entry, or a rotation written in it, is wrong
 */
export async function readSources(
  config: RootConfigService,
  logger: LoggerService,
): Promise<RotationSource[]> {
  const entries = config.getOptionalConfigArray(root) ?? [];
  const names = new Set<string>();
  return Promise.all(
    entries.map(async (entry, index) => {
      const key = `${root}[${index}]`;
      const name = entry.getOptionalString('name') ?? 'rotation';
      if (names.has(name))
        throw new InputError(
          `${key}: another entry is named ${name}; give each a name of its own`,
        );
      names.add(name);
      const file = entry.getOptionalString('file');
      const inline = entry.getOptional('rotations');
      if ((file === undefined) === (inline === undefined))
        throw new InputError(`${key}: write either file or rotations`);
      if (file === undefined) {
        const rotations = readInline(inline, `${key}.rotations`);
        return RotationSource.create({ name, read: async () => rotations });
      }
      const reader = RotationFile.create(resolve(file));
      await reader.rotations().catch(error => {
        logger.error(`Rotations of ${name} cannot be used`, error);
      });
      return RotationSource.create({ name, read: () => reader.rotations() });
    }),
  );
}
