import { paymentsFindings } from './findings';
import { alertAnswers } from './alertAnswers';
import { paymentsAlerts, paymentsChanges } from './alerts';
import { incidentAnswers } from './incidentAnswers';
import {
  ago,
  incident,
  paymentsIncident,
  paymentsTimeline,
  ref,
} from './incidents';
import {
  otherAlerts,
  quarantinedItems,
  senders,
  someMappings,
  someSilences,
} from './inboxWorld';
import { metricsAnswers } from './metricsAnswers';
import { oncallOf } from './oncall';
import { oncallAnswers } from './oncallAnswers';
import { someChannels, someNotifications, someTeams } from './teams';
import { paymentsTriage } from './triage';
import { stagesOf, triageAnswers } from './triageAnswers';
import { World } from './World';

/** A portal with an open payments incident, calmer ones, past ones, and one entity per trouble. */
export function testWorld(now: number = Date.now()): World {
  const world = new World(now);
  world.incidents = [
    paymentsIncident(now),
    incident(now, {
      id: 'INC-0041',
      title: 'search answers slowly',
      severity: 'SEV3',
      status: 'monitoring',
      owner: 'group:default/team-web',
      startedAt: ago(now, 180),
      acknowledgedAt: ago(now, 170),
      entities: [
        { entityRef: ref('search'), role: 'affected', since: ago(now, 180) },
      ],
      may: { update: false, who: 'team-web' },
    }),
    incident(now, {
      id: 'INC-0019',
      title: 'payments: 5xx after v2.1.0',
      severity: 'SEV2',
      status: 'resolved',
      startedAt: ago(now, 30 * 1440),
      resolvedAt: ago(now, 30 * 1440 - 11),
      mitigation: 'Rolled back to v2.0.9',
      rootCause: 'A client without a time-out',
    }),
    incident(now, {
      id: 'INC-0018',
      title: 'payments: duplicate of INC-0019',
      status: 'resolved',
      mergedInto: 'INC-0019',
      startedAt: ago(now, 30 * 1440),
      resolvedAt: ago(now, 30 * 1440 - 11),
    }),
  ];
  world.alerts = [...paymentsAlerts(now), ...otherAlerts(now)];
  world.quarantine = quarantinedItems(now);
  world.silences = someSilences(now);
  world.mappings = someMappings(now);
  world.senders = senders(now);
  world.teams = someTeams(now);
  world.channels = someChannels(now);
  world.notifications = someNotifications(now);
  world.changes = paymentsChanges(now);
  world.findings = paymentsFindings(now);
  world.timelines = { 'INC-0042': paymentsTimeline(now) };
  world.graphs = {
    'INC-0042': {
      nodes: [
        { entityRef: ref('payments'), state: 'origin', alerts: 1 },
        { entityRef: ref('checkout'), state: 'symptom', alerts: 1 },
        { entityRef: ref('storefront'), state: 'symptom', alerts: 1 },
        { entityRef: ref('ledger'), state: 'healthy', alerts: 0 },
        { entityRef: ref('mobile'), state: 'at-risk', alerts: 0 },
      ],
      edges: [
        { from: ref('checkout'), to: ref('payments') },
        { from: ref('storefront'), to: ref('checkout') },
        { from: ref('mobile'), to: ref('checkout') },
        { from: ref('payments'), to: ref('ledger') },
      ],
      truncated: false,
    },
  };
  world.related = {
    'INC-0042': [
      {
        id: 'INC-0019',
        title: 'payments: 5xx after v2.1.0',
        severity: 'SEV2',
        status: 'resolved',
        startedAt: ago(now, 30 * 1440),
        resolvedAt: ago(now, 30 * 1440 - 11),
        score: 0.71,
        because: 'same entity payments; similar words: 5xx, above',
        solution: 'Rolled back to v2.0.9',
      },
    ],
  };
  world.responders = {
    'INC-0042': [
      {
        userRef: 'user:default/ben',
        title: 'Ben',
        reason: 'solved 2 incidents of payments in the last 90 days',
        incidents: ['INC-0019'],
      },
    ],
  };
  world.postmortems = {
    'INC-0042': {
      incidentId: 'INC-0042',
      title: 'payments: 5xx above 5 % since v2.3.4',
      state: 'draft',
      sections: {
        impact: '18.1 budget minutes over 2 objectives.',
        detection: 'HighErrorRate, 1 min after the first symptom.',
        timeline: '- 12:01 v2.3.4 shipped',
        rootCause: '',
        wentWell: '',
        wentWrong: '',
        lessons: '',
        queries: 'sum(rate(http_requests_total[5m]))',
      },
      actionItems: world.incidents[0].followUps,
      version: 0,
    },
  };
  world.triages = { 'INC-0042': paymentsTriage(now) };
  world.portal.stages = id => stagesOf(world, id);
  world.oncall = {
    [ref('payments')]: oncallOf(now, ref('payments')),
    'group:default/team-payments': oncallOf(now, 'group:default/team-payments'),
  };
  world.portal.failures = [
    {
      match: 'component:default/secret',
      status: 403,
      name: 'NotAllowedError',
      message: 'You may not read this',
    },
    {
      match: 'component:default/down',
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the database is not reachable',
    },
  ];
  world.portal
    .answer(incidentAnswers(world))
    .answer(alertAnswers(world))
    .answer(oncallAnswers(world))
    .answer(metricsAnswers(world))
    .answer(triageAnswers(world));
  return world;
}
