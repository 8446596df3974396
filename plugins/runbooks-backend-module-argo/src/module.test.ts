import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import type { JsonObject } from '@backstage/types';
import {
  runbooksExtensionPoint,
  type Action,
} from '@ghostlight/plugin-runbooks-node';
import runbooksModuleArgo from '.';

async function start(data: JsonObject) {
  const actions: Action[] = [];
  const backend = await startTestBackend({
    extensionPoints: [
      [
        runbooksExtensionPoint,
        { addAction: (action: Action) => actions.push(action) },
      ],
    ],
    features: [runbooksModuleArgo, mockServices.rootConfig.factory({ data })],
  });
  await backend.stop();
  return actions.map(({ id }) => id);
}

const argocd = {
  instances: [
    { name: 'main', url: 'https://argocd.example.com/', token: 's3cret' },
  ],
};
const argoWorkflows = [
  {
    name: 'main',
    url: 'https://workflows.example.com',
    token: 's3cret',
    templates: ['ops/clear-cache'],
  },
];

describe('the module', () => {
  it.each<[string, JsonObject, string[]]>([
    ['nothing', {}, []],
    ['Argo CD', { runbooks: { argocd } }, ['argocd:sync', 'argocd:terminate']],
    [
      'the Argo CD of the delivery family',
      { delivery: { argocd } },
      ['argocd:sync', 'argocd:terminate'],
    ],
    [
      'Argo Workflows',
      { runbooks: { argoWorkflows } },
      ['argo-workflows:submit'],
    ],
  ])('brings what is configured: %s', async (_name, data, ids) => {
    expect(await start(data)).toEqual(ids);
  });

  it.each<[string, JsonObject, string]>([
    [
      'a token over plain http',
      {
        argocd: {
          instances: [{ ...argocd.instances[0], url: 'http://10.0.0.1' }],
        },
      },
      'runbooks.argocd.instances[0].url: use https',
    ],
    [
      'a name twice',
      { argoWorkflows: [...argoWorkflows, ...argoWorkflows] },
      'runbooks.argoWorkflows: main is there twice',
    ],
    [
      'a template that is a path',
      { argoWorkflows: [{ ...argoWorkflows[0], templates: ['ops/../x'] }] },
      'ops/../x is no namespace/name',
    ],
  ])('does not start with %s', async (_name, runbooks, message) => {
    await expect(start({ runbooks })).rejects.toThrow(message);
  });
});
