import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { runbooksExtensionPoint } from '@ghostlight/plugin-runbooks-node';
import { callWebhook } from './actions/callWebhook';
import { rotateSecret } from './actions/rotateSecret';
import { setFlag } from './actions/setFlag';
import { readHttpConfig } from './config/readHttpConfig';

/**
 * Adds `http:webhook`, `flags:set` and `secrets:rotate` to the runbooks backend, each when
 * `runbooks.http` has something for it.
 *
 * @public
 */
export const runbooksModuleHttp = createBackendModule({
  pluginId: 'runbooks',
  moduleId: 'http',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        runbooks: runbooksExtensionPoint,
      },
      async init({ config, runbooks }) {
        const { webhooks, flags, rotations } = readHttpConfig(config);
        if (webhooks.length) runbooks.addAction(callWebhook(webhooks));
        if (flags.length) runbooks.addAction(setFlag(flags));
        if (rotations.length) runbooks.addAction(rotateSecret(rotations));
      },
    });
  },
});
