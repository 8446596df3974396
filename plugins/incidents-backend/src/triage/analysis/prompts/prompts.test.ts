import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as all from '.';

const prompts = Object.values(all);
const changelog = readFileSync(join(__dirname, 'CHANGELOG.md'), 'utf8');

/** Whoever changes a text gives it a new version, and writes the hash of both languages here. */
const hashes: Record<string, string> = {
  'analysis-2': '4c5fdf9bd78f2a89',
  'narrative-1': '6e993df5e4fc0cde',
  'review-1': '9ff8cbc3e96d4cc6',
  'runbook-draft-1': 'fea8a36ceb39dc0e',
  'summary-1': '91bcda0fc5edfea6',
};

describe('prompts', () => {
  it('change with their version, and say what changed', () => {
    const found = prompts.map(({ version, text }) => [
      version,
      createHash('sha256')
        .update(text('en') + text('es'))
        .digest('hex')
        .slice(0, 16),
    ]);
    expect(Object.fromEntries(found)).toEqual(hashes);
    for (const { task, version, changes } of prompts) {
      expect(version).toMatch(new RegExp(`^${task}-\\d+$`));
      expect(changes[0]).toContain(`${version}:`);
      expect(changelog).toContain(`| ${version} `);
    }
  });
});
