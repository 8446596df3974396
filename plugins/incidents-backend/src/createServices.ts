import type {
  LoggerService,
  PermissionsRegistryService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import { incidentNumberOf } from '@ghostlight/plugin-incidents-common';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { Authorizer } from '@ghostlight/reliability-node';
import { locateAlerts } from './alerts';
import type { BackgroundWork } from './createBackgroundWork';
import type { ExtensionRegistry } from './ExtensionRegistry';
import { locateIncidents } from './incidents';
import type { AdapterRegistry } from './intake';
import { RelatedIndex } from './learning';
import type { IncidentsConfig } from './readIncidentsConfig';
import {
  alertResourceRef,
  alertResourceType,
  AuthorizedInboxApi,
  AuthorizedIncidentsApi,
  AuthorizedLearningApi,
  AuthorizedNotificationsApi,
  AuthorizedOncallApi,
  AuthorizedTriageApi,
  DefaultInboxApi,
  DefaultIncidentsApi,
  DefaultLearningApi,
  DefaultNotificationsApi,
  DefaultOncallApi,
  DefaultTriageApi,
  incidentResourceRef,
  incidentResourceType,
  type InboxApi,
  type IncidentsApi,
  type LearningApi,
  type NotificationsApi,
  type OncallApi,
  type TriageApi,
} from './service';
import { Analyst } from './triage/analysis';
import { EvidenceCollector } from './triage/evidence';
import { RankerKeeper } from './triage/learned';

/** What the router and the actions ask: each interface as its authorising decorator. */
export interface Services {
  incidents: IncidentsApi;
  inbox: InboxApi;
  learning: LearningApi;
  notifications: NotificationsApi;
  oncall: OncallApi;
  triage: TriageApi;
}

/** What learns and forgets without being asked. */
export interface TriageKeepers {
  analyst: Analyst;
  ranker: RankerKeeper;
}

/** Tells the permission system what there is, and puts permission checks before the services. */
export function createServices(options: {
  permissions: PermissionsService;
  permissionsRegistry: PermissionsRegistryService;
  adapters: AdapterRegistry;
  config: IncidentsConfig;
  extensions: ExtensionRegistry;
  logger: LoggerService;
  runbooks: RunbooksService;
  slo: SloService;
  work: BackgroundWork;
}): { services: Services; keepers: TriageKeepers } {
  const { permissions, permissionsRegistry, adapters, work } = options;
  const { config, extensions, logger, runbooks, slo } = options;
  const { context, notifier, oncall: directory } = work;
  const { db, now } = context;
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
    inner: DefaultInboxApi.create({
      context,
      registry: adapters,
      rules: config.rules,
    }),
    alerts,
  });
  const all = DefaultIncidentsApi.create({
    context,
    oncallOf: (ref, viewer) => directory.of(ref, viewer),
  });
  const related = RelatedIndex.create(context);
  const past = DefaultLearningApi.create({ context, index: related });
  const analyst = Analyst.create({
    db,
    now,
    logger,
    config: config.triage,
    model: extensions.model,
  });
  const ranker = RankerKeeper.create({ db, now, logger });
  const services: Services = {
    inbox,
    incidents: AuthorizedIncidentsApi.create({
      inner: all,
      incidents,
      alerts,
      locateAlerts: ids => inbox.locate(ids),
    }),
    learning: AuthorizedLearningApi.create({
      inner: past,
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
    triage: AuthorizedTriageApi.create({
      inner: DefaultTriageApi.create({
        context,
        analyst,
        ranker,
        incidents: all,
        learning: past,
        runbooks,
        collector: EvidenceCollector.create({
          context,
          slo,
          runbooks,
          related,
          logger,
          oncall: directory,
          logSources: extensions.logSources,
        }),
        logSources: () => [...extensions.logSources.keys()],
      }),
      incidents,
      alerts,
      locate: ids => all.locate(ids),
      graph: context.graph,
    }),
  };
  return { services, keepers: { analyst, ranker } };
}
