import type {
  AuthService,
  PermissionsRegistryService,
  PermissionsService,
  UserInfoService,
} from '@backstage/backend-plugin-api';
import {
  platformActPermission,
  remediationStopPermission,
} from '@ghostlight/plugin-runbooks-common';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import type { BackgroundWork } from './createBackgroundWork';
import { isDocument, ownersOf } from './documents';
import type { RunbooksConfig } from './readRunbooksConfig';
import {
  AuthorizedExecutionsApi,
  AuthorizedExperimentsApi,
  AuthorizedPoliciesApi,
  AuthorizedRehearsalsApi,
  AuthorizedRunbooksApi,
  DefaultExecutionsApi,
  DefaultExperimentsApi,
  DefaultPoliciesApi,
  DefaultRehearsalsApi,
  DefaultRunbooksApi,
  TargetAuthorizer,
  targetResourceType,
  type ExecutionsApi,
  type ExperimentsApi,
  type PoliciesApi,
  type RehearsalsApi,
  type RunbooksApi,
} from './service';

/** What the router and the actions ask: each interface as its authorising decorator. */
export interface Services {
  runbooks: RunbooksApi;
  executions: ExecutionsApi;
  policies: PoliciesApi;
  experiments: ExperimentsApi;
  rehearsals: RehearsalsApi;
}

export function createServices(options: {
  auth: AuthService;
  config: RunbooksConfig;
  incidents: IncidentsService;
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  userInfo: UserInfoService;
  work: BackgroundWork;
}): Services {
  const { config, permissionsRegistry, work } = options;
  const { executions: context } = work;
  permissionsRegistry.addResourceType({
    ...targetResourceType,
    // A ref of a target is its environment and its entity, `production/component:default/payments`;
    // that of a document, as search has it, is its own.
    getResources: async refs => {
      const documents = await ownersOf(context.db, refs.filter(isDocument));
      return refs.map(ref => {
        if (isDocument(ref)) return documents.get(ref);
        const at = ref.indexOf('/');
        if (at < 0) return undefined;
        const entityRef = ref.slice(at + 1);
        return {
          entityRef,
          environment: ref.slice(0, at),
          ...context.belongingOf(entityRef),
        };
      });
    },
  });
  permissionsRegistry.addPermissions([
    remediationStopPermission,
    platformActPermission,
  ]);
  const targets = TargetAuthorizer.create(options);
  const executions = DefaultExecutionsApi.create({
    context,
    policy: config.approval,
  });
  return {
    runbooks: AuthorizedRunbooksApi.create({
      inner: DefaultRunbooksApi.create({ ...options, ...context }),
      targets,
    }),
    executions: AuthorizedExecutionsApi.create({
      inner: executions,
      targets,
      userInfo: options.userInfo,
    }),
    policies: AuthorizedPoliciesApi.create({
      inner: DefaultPoliciesApi.create({ context: work.remediation }),
      targets,
      userInfo: options.userInfo,
    }),
    experiments: AuthorizedExperimentsApi.create({
      inner: DefaultExperimentsApi.create({
        context: work.experiments,
        executions,
      }),
      targets,
    }),
    rehearsals: AuthorizedRehearsalsApi.create({
      inner: DefaultRehearsalsApi.create({
        context: work.rehearsals,
        executions,
      }),
      targets,
    }),
  };
}
