import { deploymentSchema } from '../client/schemas';
import { branchOf } from '../effects/revertPullRequest';
import { diffOfUndoing, invertPatch } from './invertPatch';
import { actionIn, versionOfDeployment } from './words';

describe('what taking back does', () => {
  const patch = [
    '@@ -1,3 +1,4 @@ head',
    ' same',
    '-old',
    '+new',
    '+more',
    ' end',
    '\\ No newline at end of file',
  ].join('\n');

  it('is what bringing in did, the other way round', () => {
    expect(invertPatch(patch).split('\n')).toEqual([
      '@@ -1,4 +1,3 @@ head',
      ' same',
      '-new',
      '-more',
      '+old',
      ' end',
      '\\ No newline at end of file',
    ]);
    expect(invertPatch(invertPatch(patch))).toBe(patch);
  });

  it('names the files, and is cut when it is long', () => {
    const file = {
      filename: 'b.txt',
      previous_filename: 'a.txt',
      status: 'renamed',
    };
    expect(diffOfUndoing([{ ...file, patch }])).toContain(
      '--- b.txt now\n+++ a.txt after\n@@ -1,4 +1,3 @@',
    );
    expect(diffOfUndoing([file])).toBeUndefined();
    const long = diffOfUndoing([{ ...file, patch: `+${'x'.repeat(70_000)}` }]);
    expect(long).toMatch(/more characters\)\n$/);
  });
});

it.each([
  ['run-1.step', 'run-1.step'],
  ['a:b/c~d^e..f', 'a-b-c-d-e.f'],
  ['x.lock', 'x'],
  ['x.', 'x'],
])('the action %s has the branch ghostlight/revert-%s', (id, name) => {
  expect(branchOf(id)).toBe(`ghostlight/revert-${name}`);
});

it.each<[object, string]>([
  [{ payload: { version: '1.0' } }, '1.0'],
  [{ payload: '{"version":"1.1"}', ref: 'main' }, '1.1'],
  [{ payload: 'deploy it', ref: 'refs/tags/v2.0.0' }, 'v2.0.0'],
  [{ ref: 'main' }, 'abcdef0'],
])('a deployment with %j has the version %s', (more, version) => {
  const deployment = deploymentSchema.parse({
    id: 1,
    sha: 'abcdef0123',
    created_at: '2026-11-21T10:00:00Z',
    updated_at: '2026-11-21T10:00:00Z',
    ...more,
  });
  expect(versionOfDeployment(deployment)).toBe(version);
});

it('finds an action in the name of a run', () => {
  expect(actionIn('Back to 1 [ghostlight:run-1.step] now')).toBe('run-1.step');
  expect(actionIn('Back to 1 [ghostlight:a b]')).toBeUndefined();
  expect(actionIn(null)).toBeUndefined();
});
