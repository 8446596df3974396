import type { Entity } from '@backstage/catalog-model';
import { mockServices } from '@backstage/backend-test-utils';
import { GitHub } from '../client/GitHub';
import { GitHubActionsDriver } from '../driver/GitHubActionsDriver';
import { readGithubConfig } from '../readGithubConfig';
import { GitHubSource } from '../source/GitHubSource';
import { GithubApi } from './GithubApi';

export const payments: Entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'payments',
    annotations: { 'github.com/project-slug': 'shop/payments' },
  },
  spec: { type: 'service', owner: 'payments' },
};

export const rollbackWorkflow = `
name: Rollback
run-name: Rollback to \${{ inputs.version }} [ghostlight:\${{ inputs.action_id }}]
on:
  workflow_dispatch:
    inputs:
      version: {required: true}
      ref: {required: true}
      action_id: {required: true}
`;

/** Where payments went from 1.0.0 to 1.1.0 in `prod`. */
export async function startGithub(own: object = {}) {
  const api = await GithubApi.start();
  const good = api.commit('main', { 'app.txt': 'one', 'README.md': 'Hello' });
  const bad = api.commit('main', {
    'app.txt': 'two',
    'README.md': 'Hello',
    'db/migrate/0042.sql': 'alter',
  });
  const first = api.deploy(good, 'prod', ['in_progress', 'success'], {
    version: '1.0.0',
  });
  const second = api.deploy(bad, 'prod', ['success'], { version: '1.1.0' });
  api.set(first, 'inactive');
  api.workflows.set('rollback.yml', rollbackWorkflow);
  const root = mockServices.rootConfig({
    data: {
      integrations: {
        github: [
          {
            host: 'github.example',
            apiBaseUrl: api.server.url,
            token: 's3cret',
          },
        ],
      },
      delivery: {
        github: {
          host: 'github.example',
          environments: { production: ['prod'] },
          timeout: '1 m',
          rollback: { workflow: 'rollback.yml' },
          ...own,
        },
      },
    },
  });
  const logger = mockServices.logger.mock();
  const now = () => Date.parse('2026-11-21T12:00:00Z');
  const config = { ...readGithubConfig(root)!, pollMs: 20 };
  const github = GitHub.create({ config, root, logger });
  return {
    api,
    good,
    bad,
    first,
    second,
    github,
    driver: GitHubActionsDriver.create({ github, now }),
    source: GitHubSource.create({ github, logger, now }),
    stop: () => api.server.stop(),
  };
}
