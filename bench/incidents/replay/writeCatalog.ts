import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { stringify } from 'yaml';
import { stitchedCatalog } from '../backend/stitchedCatalog';

/** Writes the catalog that recordings are of, as YAML. */
export async function writeCatalog(
  file: string,
  { entities }: { entities: number },
): Promise<void> {
  const documents = stitchedCatalog(entities).map(
    entity => `---\n${stringify(entity)}`,
  );
  await pipeline(Readable.from(documents), createWriteStream(file));
}
