import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  changeWritePermission,
  freezeManagePermission,
} from '@ghostlight/plugin-delivery-common';
import type { Knex } from 'knex';
import type { BackgroundWork } from './createBackgroundWork';
import type { DeliveryConfig } from './readDeliveryConfig';
import { locateRollout } from './rollouts';
import {
  AuthorizedChangesApi,
  AuthorizedGateApi,
  AuthorizedRollbacksApi,
  AuthorizedRolloutsApi,
  DefaultChangesApi,
  DefaultGateApi,
  DefaultRollbacksApi,
  DefaultRolloutsApi,
  ReleaseAuthorizer,
  releaseResourceType,
  type ChangesApi,
  type GateApi,
  type ReleaseResource,
  type RollbacksApi,
  type RolloutsApi,
} from './service';
import { locateWatch } from './watches';

/** What the router and the actions ask: each interface as its authorising decorator. */
export interface Services {
  changes: ChangesApi;
  gate: GateApi;
  rollbacks: RollbacksApi;
  rollouts: RolloutsApi;
  releases: ReleaseAuthorizer;
}

export function createServices(options: {
  config: DeliveryConfig;
  db: Knex;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  work: BackgroundWork;
}): Services {
  const { config, db, permissions, permissionsRegistry, work } = options;
  const { now } = work.rollbacks;
  const ownershipOf = (entityRef: string) => {
    const { ownerRef, systemRef } = work.entities.belongingOf(entityRef) ?? {};
    return { ownerRef, systemRef };
  };
  const resourceOf = (
    entityRef: string,
    environment: string,
  ): ReleaseResource => ({ entityRef, environment, ...ownershipOf(entityRef) });
  permissionsRegistry.addResourceType({
    ...releaseResourceType,
    // A ref of a release is its environment and its entity: `production/component:default/payments`.
    getResources: async refs =>
      refs.map(ref => {
        const at = ref.indexOf('/');
        return at < 0
          ? undefined
          : resourceOf(ref.slice(at + 1), ref.slice(0, at));
      }),
  });
  permissionsRegistry.addPermissions([
    changeWritePermission,
    freezeManagePermission,
  ]);
  const releases = ReleaseAuthorizer.create({
    permissions,
    permissionsRegistry,
  });
  return {
    releases,
    changes: AuthorizedChangesApi.create({
      inner: DefaultChangesApi.create({
        db,
        now,
        keeper: work.gate.keeper,
        rolloutSettings: config.rollouts,
        sources: () => work.sources.list(),
      }),
      releases,
    }),
    gate: AuthorizedGateApi.create({
      inner: DefaultGateApi.create({ db, now, ...work.gate }),
      releases,
      resourceOf,
    }),
    rollbacks: AuthorizedRollbacksApi.create({
      inner: DefaultRollbacksApi.create({
        context: work.rollbacks,
        ownershipOf,
      }),
      releases,
    }),
    rollouts: AuthorizedRolloutsApi.create({
      inner: DefaultRolloutsApi.create({
        context: work.rollouts,
        approval: config.approval,
        keeper: work.gate.keeper,
        ownershipOf,
      }),
      releases,
      locate: {
        rollout: id => locateRollout(db, id),
        watch: id => locateWatch(db, id),
        entity: resourceOf,
      },
    }),
  };
}
