import type {
  BackstageCredentials,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { NotAllowedError } from '@backstage/errors';
import {
  AuthorizeResult,
  type BasicPermission,
  type Permission,
  type PolicyDecision,
  type ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createConditionAuthorizer,
  createConditionTransformer,
  type ConditionTransformer,
  type PermissionResourceRef,
} from '@backstage/plugin-permission-node';
import type { Visibility } from './Visibility';

/**
 * Decides about things of one resource type. `Condition` is what its permission rules ask of rows.
 *
 * @public
 */
export class Authorizer<Resource, Condition> {
  private constructor(
    private readonly permissions: PermissionsService,
    private readonly toQuery: ConditionTransformer<Condition>,
    private readonly holds: (
      decision: PolicyDecision,
      resource: Resource | undefined,
    ) => boolean,
  ) {}

  static create<R, C, Type extends string>(options: {
    permissions: PermissionsService;
    permissionsRegistry: PermissionsRegistryService;
    resourceRef: PermissionResourceRef<R, C, Type>;
  }): Authorizer<R, C> {
    const { permissions, permissionsRegistry, resourceRef } = options;
    const rules = permissionsRegistry.getPermissionRuleset(resourceRef);
    return new Authorizer<R, C>(
      permissions,
      createConditionTransformer(rules),
      createConditionAuthorizer(rules),
    );
  }

  /** Refuses unless the caller may do what concerns nothing in particular. */
  async may(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.has(permission, credentials))) throw refusal(permission);
  }

  /** The same as an answer. */
  async has(
    permission: BasicPermission,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    const [{ result }] = await this.permissions.authorize([{ permission }], {
      credentials,
    });
    return result === AuthorizeResult.ALLOW;
  }

  /** Refuses unless the caller may do this to all of these. `locate` is asked only where it matters. */
  async mayDo(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    locate: () => Promise<(Resource | undefined)[]>,
  ): Promise<void> {
    const allows = await this.judge(permission, credentials, locate);
    if (allows.includes(false)) throw refusal(permission);
  }

  /**
   * Whether the caller may do this to each. What does not exist is let through, to be answered for as
   * missing.
   *
   * @throws NotAllowedError when the caller may do it to nothing
   */
  async judge(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    locate: () => Promise<(Resource | undefined)[]>,
  ): Promise<boolean[]> {
    const decision = await this.decide(permission, credentials);
    if (decision.result === AuthorizeResult.DENY) throw refusal(permission);
    if (decision.result === AuthorizeResult.ALLOW) return [];
    const resources = await locate();
    return resources.map(
      resource => resource === undefined || this.holds(decision, resource),
    );
  }

  /** Whether the caller may do this to something that is known. */
  async allows(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
    resource: () => Promise<Resource | undefined>,
  ): Promise<boolean> {
    const decision = await this.decide(permission, credentials);
    if (decision.result !== AuthorizeResult.CONDITIONAL)
      return decision.result === AuthorizeResult.ALLOW;
    return this.holds(decision, await resource());
  }

  /** What the caller may see, as a condition of SQL; `none` when nothing. */
  async visible(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<Visibility<Condition>> {
    const decision = await this.decide(permission, credentials);
    if (decision.result === AuthorizeResult.DENY) return 'none';
    return decision.result === AuthorizeResult.CONDITIONAL
      ? this.toQuery(decision.conditions)
      : undefined;
  }

  /** The same, refusing a caller who may see nothing. */
  async narrow(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<Visibility<Condition>> {
    const visible = await this.visible(permission, credentials);
    if (visible === 'none') throw refusal(permission);
    return visible;
  }

  private async decide(
    permission: ResourcePermission,
    credentials: BackstageCredentials,
  ): Promise<PolicyDecision> {
    const [decision] = await this.permissions.authorizeConditional(
      [{ permission }],
      { credentials },
    );
    return decision;
  }
}

function refusal(permission: Permission): Error {
  return new NotAllowedError(
    `You do not have the permission ${permission.name} for this`,
  );
}
