import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  runbooksExtensionPoint,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import runbooksModuleCommand from '.';

async function start(runbooks: JsonObject) {
  const actions: Action[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        runbooksExtensionPoint,
        { addAction: (action: Action) => actions.push(action) },
      ],
    ],
    features: [
      runbooksModuleCommand,
      mockServices.rootConfig.factory({ data: { runbooks } }),
    ],
  });
  await backend.stop();
  return actions.map(({ id, description }) => [id, description]);
}

it('the module brings its action when there are commands', async () => {
  expect(await start({})).toEqual([]);
  const version = {
    command: [process.execPath, '-v'],
    description: 'its version',
  };
  expect(await start({ commands: { version } })).toEqual([
    [
      'command:run',
      'Runs a command of the configuration: version (its version)',
    ],
  ]);
});
