import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  isResourcePermission,
  type PolicyDecision,
} from '@backstage/plugin-permission-common';
import type {
  PermissionPolicy,
  PolicyQuery,
  PolicyQueryUser,
} from '@backstage/plugin-permission-node';
import { policyExtensionPoint } from '@backstage/plugin-permission-node/alpha';
import {
  createReleaseConditionalDecision,
  releaseConditions,
} from '@ghostlight/plugin-delivery-backend';
import { RESOURCE_TYPE_RELEASE } from '@ghostlight/plugin-delivery-common';
import {
  createTargetConditionalDecision,
  targetConditions,
} from '@ghostlight/plugin-runbooks-backend';
import { RESOURCE_TYPE_TARGET } from '@ghostlight/plugin-runbooks-common';

/** Everybody may see and do everything, but for what runs: that is up to who owns it. */
class OwnersAct implements PermissionPolicy {
  async handle(
    { permission }: PolicyQuery,
    user?: PolicyQueryUser,
  ): Promise<PolicyDecision> {
    if (permission.attributes.action === 'read')
      return { result: AuthorizeResult.ALLOW };
    const claims = user?.info.ownershipEntityRefs ?? [];
    if (isResourcePermission(permission, RESOURCE_TYPE_RELEASE))
      return createReleaseConditionalDecision(
        permission,
        releaseConditions.isEntityOwner({ claims }),
      );
    if (isResourcePermission(permission, RESOURCE_TYPE_TARGET))
      return createTargetConditionalDecision(
        permission,
        targetConditions.isEntityOwner({ claims }),
      );
    return { result: AuthorizeResult.ALLOW };
  }
}

/** The portal's permission policy. */
export const policyModule = createBackendModule({
  pluginId: 'permission',
  moduleId: 'owners-act',
  register(env) {
    env.registerInit({
      deps: { policy: policyExtensionPoint },
      async init({ policy }) {
        policy.setPolicy(new OwnersAct());
      },
    });
  },
});
