import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { scaffolderServiceRef } from '@backstage/plugin-scaffolder-node';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { readTemplates } from './readTemplates';
import { runTemplate } from './runTemplate';

/**
 * Adds `scaffolder:run-template` for the templates of `runbooks.scaffolder` to the runbooks backend.
 *
 * @public
 */
export const runbooksModuleScaffolder = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'scaffolder',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        config: coreServices.rootConfig,
        runbooks: runbooksExtensionPoint,
        scaffolder: scaffolderServiceRef,
      },
      async init({ auth, config, runbooks, scaffolder }) {
        const templates = readTemplates(config);
        if (templates.length)
          runbooks.addAction(runTemplate({ auth, scaffolder, templates }));
      },
    });
  },
});
