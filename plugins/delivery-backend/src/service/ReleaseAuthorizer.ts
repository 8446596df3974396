import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import type {
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import type { May } from '@ghostlight/plugin-delivery-common';
import { Authorizer } from '@ghostlight/reliability-node';
import { mayOf } from './mayOf';
import {
  releaseResourceRef,
  type ReleaseCondition,
  type ReleaseResource,
  type Visibility,
} from './releaseRules';

/** Decides about entities in environments, and says who may do what the caller may not. */
export class ReleaseAuthorizer {
  private constructor(
    private readonly releases: Authorizer<ReleaseResource, ReleaseCondition>,
  ) {}

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): ReleaseAuthorizer {
    return new ReleaseAuthorizer(
      Authorizer.create({ ...options, resourceRef: releaseResourceRef }),
    );
  }

  /** Refuses unless the caller may do what concerns nothing in particular. */
  may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    return this.releases.may(permission, credentials);
  }

  /** Refuses unless the caller may do this to all of these. What does not exist is let through. */
  mayDo(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    locate: () => Promise<(ReleaseResource | undefined)[]>,
  ): Promise<void> {
    return this.releases.mayDo(permission, credentials, locate);
  }

  /** Whether the caller may do this to each, and who may. */
  async mayAll(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    resources: ReleaseResource[],
  ): Promise<May[]> {
    const allows = await this.releases
      .judge(permission, credentials, async () => resources)
      .catch(error => {
        if (error instanceof NotAllowedError) return resources.map(() => false);
        throw error;
      });
    return resources.map((resource, index) =>
      mayOf(allows[index] ?? true, resource),
    );
  }

  /** What the caller may see, as a condition of SQL. @throws NotAllowedError when nothing */
  narrow(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<Visibility> {
    return this.releases.narrow(permission, credentials);
  }
}
