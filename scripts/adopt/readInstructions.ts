import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from '../process';

/** What README.md tells adopters to do. */
export interface Instructions {
  /** Names of the packages to add, by workspace folder (`packages/app`). */
  packages: Record<string, string[]>;
  /** Lines for packages/backend/src/index.ts. */
  backend: string;
  /** What goes into app-config.yaml. */
  config: { slo: unknown; catalog: { rules: unknown[] } };
}

const title = '## Install it into your portal';

/** Reads them from README.md, so that what is tried is what is told. */
export function readInstructions(): Instructions {
  const [, section] = readFileSync(join(root, 'README.md'), 'utf8').split(
    title,
  );
  if (!section) throw new Error(`README.md has no section "${title}".`);
  const [ours] = section.split('\n## ');
  const block = (language: string) => {
    const found = new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(ours);
    if (!found) throw new Error(`"${title}" has no block of ${language}.`);
    return found[1];
  };
  const packages: Record<string, string[]> = {};
  for (const line of block('sh').trim().split('\n')) {
    const added = /^yarn --cwd (\S+) add (.+)$/.exec(line);
    if (!added) throw new Error(`"${line}" adds no packages.`);
    packages[added[1]] = added[2].split(' ');
  }
  return { packages, backend: block('ts'), config: parse(block('yaml')) };
}
