import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { dispatchWorkflow } from './actions/dispatchWorkflow';
import { rerunWorkflow } from './actions/rerunWorkflow';
import { GitHub } from './client/GitHub';
import { readGithubConfig } from './readGithubConfig';

/**
 * Adds `github:dispatch-workflow` and `github:rerun-workflow` to the runbooks backend, when there is
 * `runbooks.github`.
 *
 * @public
 */
export const runbooksModuleGitHub = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        logger: coreServices.logger,
        root: coreServices.rootConfig,
        runbooks: runbooksExtensionPoint,
      },
      async init({ logger, root, runbooks }) {
        const config = readGithubConfig(root);
        if (!config) return;
        const github = GitHub.create({ config, root, logger });
        runbooks.addAction(dispatchWorkflow(github));
        runbooks.addAction(rerunWorkflow(github));
      },
    });
  },
});
