import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  runbooksExtensionPoint,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import runbooksModuleJobs from '.';

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
      runbooksModuleJobs,
      mockServices.rootConfig.factory({ data: { runbooks } }),
    ],
  });
  await backend.stop();
  return actions.map(({ id }) => id);
}

const place = {
  name: 'main',
  url: 'https://jobs.example.com',
  token: 's3cret',
};
const rundeck = { ...place, jobs: [{ name: 'restart', id: 'a1-b2' }] };
const awx = { ...place, templates: [{ name: 'restart', id: 7 }] };

describe('the module', () => {
  it('brings what is configured', async () => {
    expect(await start({})).toEqual([]);
    expect(await start({ rundeck: [rundeck], awx: [awx] })).toEqual([
      'rundeck:run-job',
      'awx:launch-job',
    ]);
  });

  it.each<[string, JsonObject, string]>([
    [
      'an old API',
      { rundeck: [{ ...rundeck, apiVersion: 41 }] },
      'runbooks.rundeck[0].apiVersion: 44 or newer',
    ],
    [
      'a path for a job',
      { rundeck: [{ ...rundeck, jobs: [{ name: 'a', id: '../x' }] }] },
      'jobs[0].id',
    ],
    [
      'a template without number',
      { awx: [{ ...awx, templates: [{ name: 'a', id: 0 }] }] },
      'templates[0].id',
    ],
    [
      'a path that is none',
      { awx: [{ ...awx, apiPath: 'api?x' }] },
      'runbooks.awx[0].apiPath',
    ],
    [
      'plain http',
      { awx: [{ ...awx, url: 'http://awx.example.com' }] },
      'runbooks.awx[0].url: use https',
    ],
  ])('does not start with %s', async (_name, config, message) => {
    await expect(start(config)).rejects.toThrow(message);
  });
});
