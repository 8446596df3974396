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
import type { May } from '@ghostlight/plugin-runbooks-common';
import {
  Authorizer,
  type EntityCondition,
  type EntityResource,
} from '@ghostlight/reliability-node';
import type { CallOptions } from './CallOptions';
import { mayOf } from './mayOf';
import { targetResourceRef, type Visibility } from './targetRules';

/** Decides about entities in environments, and says who may do what the caller may not. */
export class TargetAuthorizer {
  private constructor(
    private readonly targets: Authorizer<EntityResource, EntityCondition>,
  ) {}

  static create(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
  }): TargetAuthorizer {
    return new TargetAuthorizer(
      Authorizer.create({ ...options, resourceRef: targetResourceRef }),
    );
  }

  /** Refuses unless the caller may do what concerns nothing in particular. */
  may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    return this.targets.may(permission, credentials);
  }

  /** The same as an answer. */
  has(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    return this.targets.has(permission, credentials);
  }

  /** Refuses unless the caller may do this to it. What does not exist is let through, to be missing. */
  mayDo(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    locate: () => Promise<EntityResource | undefined>,
  ): Promise<void> {
    return this.targets.mayDo(permission, credentials, async () => [
      await locate(),
    ]);
  }

  /** Whether the caller may do this to each, and who may. */
  async mayAll(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    resources: EntityResource[],
  ): Promise<May[]> {
    const allows = await this.targets
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
    return this.targets.narrow(permission, credentials);
  }

  /** Options with which what is shown can say what the caller may do with it. */
  telling(options: CallOptions): CallOptions {
    return {
      ...options,
      may: (permission, resources) =>
        this.mayAll(permission, options.credentials, resources),
    };
  }
}
