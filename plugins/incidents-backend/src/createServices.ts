import type {
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { incidentNumberOf } from '@ghostlight/plugin-incidents-common';
import { Authorizer } from '@ghostlight/reliability-node';
import { locateAlerts } from './alerts';
import type { BackgroundWork } from './createBackgroundWork';
import { locateIncidents } from './incidents';
import type { AdapterRegistry } from './intake';
import type { RulesInForce } from './rules';
import {
  alertResourceRef,
  alertResourceType,
  AuthorizedInboxApi,
  AuthorizedIncidentsApi,
  AuthorizedLearningApi,
  AuthorizedNotificationsApi,
  AuthorizedOncallApi,
  DefaultInboxApi,
  DefaultIncidentsApi,
  DefaultLearningApi,
  DefaultNotificationsApi,
  DefaultOncallApi,
  incidentResourceRef,
  incidentResourceType,
  type InboxApi,
  type IncidentsApi,
  type LearningApi,
  type NotificationsApi,
  type OncallApi,
} from './service';

/** What the router and the actions ask: each interface as its authorising decorator. */
export interface Services {
  incidents: IncidentsApi;
  inbox: InboxApi;
  learning: LearningApi;
  notifications: NotificationsApi;
  oncall: OncallApi;
}

/** Tells the permission system what there is, and puts permission checks before the services. */
export function createServices(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  adapters: AdapterRegistry;
  rules: RulesInForce;
  work: BackgroundWork;
}): Services {
  const { permissions, permissionsRegistry, adapters, rules, work } = options;
  const { context, notifier, oncall: directory } = work;
  const { db } = context;
  permissionsRegistry.addResourceType({
    ...incidentResourceType,
    getResources: async ids => {
      const numbers = ids.map(id => incidentNumberOf(id) ?? 0);
      const found = await locateIncidents(db, numbers);
      return numbers.map(number => found.get(number));
    },
  });
  permissionsRegistry.addResourceType({
    ...alertResourceType,
    getResources: async ids => {
      const found = await locateAlerts(db, ids.map(Number));
      return ids.map(id => found.get(Number(id)));
    },
  });
  const common = { permissions, permissionsRegistry };
  const incidents = Authorizer.create({
    ...common,
    resourceRef: incidentResourceRef,
  });
  const alerts = Authorizer.create({
    ...common,
    resourceRef: alertResourceRef,
  });

  const inbox = AuthorizedInboxApi.create({
    inner: DefaultInboxApi.create({ context, registry: adapters, rules }),
    alerts,
  });
  const all = DefaultIncidentsApi.create({
    context,
    oncallOf: (ref, viewer) => directory.of(ref, viewer),
  });
  return {
    inbox,
    incidents: AuthorizedIncidentsApi.create({
      inner: all,
      incidents,
      alerts,
      locateAlerts: ids => inbox.locate(ids),
    }),
    learning: AuthorizedLearningApi.create({
      inner: DefaultLearningApi.create({ context }),
      incidents,
      locate: ids => all.locate(ids),
    }),
    notifications: AuthorizedNotificationsApi.create({
      inner: DefaultNotificationsApi.create({ notifier }),
      permissions: incidents,
    }),
    oncall: AuthorizedOncallApi.create({
      inner: DefaultOncallApi.create({ directory }),
      permissions: incidents,
    }),
  };
}
