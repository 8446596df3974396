import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { stringifyEntityRef } from '@backstage/catalog-model';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import {
  deliveryExtensionPoint,
  deliveryServiceRef,
} from '@ghostlight/plugin-delivery-node';
import { GitHub } from './client/GitHub';
import { GitHubActionsDriver } from './driver/GitHubActionsDriver';
import {
  createProtectionRouter,
  protectionPath,
} from './protection/createProtectionRouter';
import { readGithubConfig } from './readGithubConfig';
import { GitHubSource } from './source/GitHubSource';

/** Components of one repository that the gate is asked about. */
const mostComponents = 20;

/**
 * Adds the source `github` and the driver `github-actions` to the delivery backend, when there is
 * `delivery.github`; with `delivery.github.protectionRule` also answers deployment protection rules.
 *
 * @public
 */
export const deliveryModuleGitHub = createBackendModule({
  pluginId: 'delivery',
  moduleId: 'github',
  register(env) {
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        delivery: deliveryExtensionPoint,
        gates: deliveryServiceRef,
        httpRouter: coreServices.httpRouter,
        logger: coreServices.logger,
        root: coreServices.rootConfig,
      },
      async init({ auth, catalog, delivery, gates, httpRouter, logger, root }) {
        const config = readGithubConfig(root);
        if (!config) return;
        const github = GitHub.create({ config, root, logger });
        delivery.addSource(GitHubSource.create({ github, logger }));
        delivery.addDriver(GitHubActionsDriver.create({ github }));
        if (!config.protectionRule) return;
        const { secret } = config.protectionRule;
        // GitHub signs; it has no credential that Backstage knows.
        httpRouter.addAuthPolicy({
          path: protectionPath,
          allow: 'unauthenticated',
        });
        httpRouter.use(
          createProtectionRouter({
            github,
            secret,
            entitiesOf: async slug => {
              const { items } = await catalog.getEntities(
                {
                  filter: {
                    kind: 'Component',
                    'metadata.annotations.github.com/project-slug': slug,
                  },
                  fields: ['kind', 'metadata.namespace', 'metadata.name'],
                  limit: mostComponents,
                },
                { credentials: await auth.getOwnServiceCredentials() },
              );
              return items.map(entity => stringifyEntityRef(entity));
            },
            gate: async question =>
              gates.getGate(question, {
                credentials: await auth.getOwnServiceCredentials(),
              }),
          }),
        );
      },
    });
  },
});
