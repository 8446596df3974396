import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { incidentsExtensionPoint } from '@ghostlight/plugin-incidents-node';
import { ClaudeModel } from './ClaudeModel';
import { readClaudeConfig } from './readClaudeConfig';

/**
 * Gives the incidents backend the models of `incidents.triage.anthropic`.
 *
 * @public
 */
export const incidentsModuleAnthropic = createBackendModule({
  pluginId: 'incidents',
  moduleId: 'anthropic',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        incidents: incidentsExtensionPoint,
        logger: coreServices.logger,
      },
      async init({ config: root, incidents, logger }) {
        const config = readClaudeConfig(root);
        incidents.setLanguageModel(ClaudeModel.create({ config, logger }));
      },
    });
  },
});
