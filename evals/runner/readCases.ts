import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  parseTriageCase,
  type TriageCase,
} from '@ghostlight/plugin-incidents-common';
import { root } from '../../scripts/process';
import type { Expected } from './Expected';

export interface GoldenCase {
  name: string;
  class: string;
  expected: Expected;
  case: TriageCase;
}

/** The incidents in evals/cases with what evals/expected.json expects of them. */
export function readCases(): GoldenCase[] {
  const folder = join(root, 'evals/cases');
  const read = (path: string) => JSON.parse(readFileSync(path, 'utf8'));
  const expected: Record<string, Expected & { class: string }> = read(
    join(root, 'evals/expected.json'),
  );
  return readdirSync(folder)
    .filter(file => file.endsWith('.json'))
    .sort()
    .map(file => {
      const name = file.replace(/\.json$/, '');
      const what = expected[name];
      if (!what) throw new Error(`evals/expected.json does not have ${name}`);
      return {
        name,
        class: what.class,
        expected: what,
        case: parseTriageCase(read(join(folder, file))),
      };
    });
}
