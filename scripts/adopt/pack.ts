import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../process';
import { readManifest, type Manifest } from './manifest';
import { must } from './steps';

/** A package as it would be published. */
export interface Packed {
  manifest: Manifest;
  tarball: string;
}

/** Builds and packs every public package. */
export async function pack(folder: string): Promise<Packed[]> {
  mkdirSync(folder, { recursive: true });
  await must('yarn', ['tsc']);
  // Not --all: the demo portal's own front end is not published.
  await must('yarn', ['backstage-cli', 'repo', 'build']);

  const packed: Packed[] = [];
  for (const name of readdirSync(join(root, 'plugins'))) {
    const manifest = readManifest(join(root, 'plugins', name, 'package.json'));
    if (manifest.private) continue;
    const tarball = join(folder, `${name}.tgz`);
    await must('yarn', ['workspace', manifest.name, 'pack', '--out', tarball]);
    packed.push({ manifest, tarball });
  }
  return packed;
}
