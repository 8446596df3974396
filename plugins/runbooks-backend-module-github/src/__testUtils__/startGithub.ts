import { mockServices } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import type { ActionCall } from '@ghostlight/plugin-runbooks-node';
import { GitHub } from '../client/GitHub';
import type { GithubConfig } from '../readGithubConfig';
import { GithubApi } from './GithubApi';

export const actionId = '0b6b4c1e-5f0d-4f6a-9a53-3f6f0e2f9d10';

export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    annotations: { 'github.com/project-slug': 'shop/payments' },
  },
  spec: { type: 'service', owner: 'payments' },
};

/** Takes the id of the action, and writes it into the name of its run. */
export const named = [
  `run-name: Restart \${{ inputs.action_id }}`,
  'on:',
  '  workflow_dispatch:',
  '    inputs:',
  '      action_id: { required: true }',
  '      region: { required: true, type: choice, options: [eu, us] }',
].join('\n');

/** What an action is given, with what it said. */
export function callOf(more: Partial<ActionCall> = {}) {
  const said: string[] = [];
  const call: ActionCall = {
    entity: payments,
    environment: 'production',
    requestedBy: 'user:default/ines',
    signal: new AbortController().signal,
    actionId,
    output: text => void said.push(text),
    ...more,
  };
  return Object.assign(call, { said });
}

/** A GitHub with a workflow, and the client of the module. */
export async function startGithub(config: Partial<GithubConfig> = {}) {
  const api = await GithubApi.start();
  api.files.set('restart.yml', named);
  const githubWithin = (timeoutMs: number) =>
    GitHub.create({
      logger: mockServices.logger.mock(),
      config: {
        host: 'github.com',
        workflows: [],
        actionInput: 'action_id',
        timeoutMs,
        ...config,
      },
      root: mockServices.rootConfig({
        data: {
          integrations: {
            github: [
              {
                host: 'github.com',
                apiBaseUrl: api.server.url,
                token: 's3cret',
              },
            ],
          },
        },
      }),
    });
  return { api, github: githubWithin(60_000), githubWithin };
}
