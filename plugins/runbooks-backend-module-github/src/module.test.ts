import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  runbooksExtensionPoint,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import runbooksModuleGitHub from '.';

async function start(data: JsonObject) {
  const actions: Action[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        runbooksExtensionPoint,
        { addAction: (action: Action) => actions.push(action) },
      ],
    ],
    features: [runbooksModuleGitHub, mockServices.rootConfig.factory({ data })],
  });
  await backend.stop();
  return actions.map(({ id }) => id);
}

describe('the module', () => {
  it('brings its actions when it is configured', async () => {
    expect(await start({})).toEqual([]);
    expect(await start({ runbooks: { github: {} } })).toEqual([
      'github:dispatch-workflow',
      'github:rerun-workflow',
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a host without integration',
      { host: 'git.example.com' },
      'no git.example.com',
    ],
    [
      'a repository that is a path',
      { workflows: [{ repository: '../x', workflow: 'a.yml' }] },
      'workflows[0].repository',
    ],
    [
      'a workflow that is a path',
      { workflows: [{ repository: 'shop/x', workflow: 'a/b.yml' }] },
      'workflows[0].workflow',
    ],
  ])('does not start with %s', async (_name, github, message) => {
    await expect(start({ runbooks: { github } })).rejects.toThrow(message);
  });
});
