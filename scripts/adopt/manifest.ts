import { readFileSync, writeFileSync } from 'node:fs';

/** What is read or written here of a package.json. */
export interface Manifest {
  name: string;
  version: string;
  private?: boolean;
  backstage?: { role?: string };
  dependencies?: Record<string, string>;
  dependenciesMeta?: Record<string, unknown>;
  resolutions?: Record<string, string>;
}

export function readManifest(path: string): Manifest {
  return JSON.parse(readFileSync(path, 'utf8'));
}

export function changeManifest(
  path: string,
  change: (manifest: Manifest) => Manifest,
) {
  const changed = change(readManifest(path));
  writeFileSync(path, `${JSON.stringify(changed, null, 2)}\n`);
}
