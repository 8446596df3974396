import incidentsModuleAnthropic from '@ghostlight/plugin-incidents-backend-module-anthropic';
import { ClaudeApi } from '@ghostlight/theatre';
import { wrapServer } from '@backstage/backend-openapi-utils/testUtils';
import { mockErrorHandler, mockServices } from '@backstage/backend-test-utils';
import type { AttemptDetail } from '@ghostlight/plugin-runbooks-common';
import express from 'express';
import Knex from 'knex';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { component, group, system, user } from './__testUtils__/entities';
import { insertAlerts } from './__testUtils__/insertAlerts';
import { allowAll, startIncidents } from './__testUtils__/startIncidents';
import { document } from './generated/document';
import { installedActions } from './triage/redTeam/__testUtils__/installedActions';

const payments = 'component:default/payments';

/** Where the intake answers for itself, before the validated router. */
const elsewhere = ['post /v1/intake/{adapter}'];

it('answers what its OpenAPI document promises, on every path', async () => {
  const app = express();
  app.get('/openapi.json', (_, response) => {
    response.json(checkable(document));
  });
  let direct = 0;
  // On one address family only: the proxy takes the other one where a host has both.
  Object.assign(app, {
    listen: (at: number) => {
      direct = at;
      return createServer(app).listen(at, '127.0.0.1');
    },
  });
  const router = mockServices.httpRouter.mock({
    use: handler => {
      app.use(handler);
    },
  });
  const knex = Knex({
    client: 'better-sqlite3',
    connection: ':memory:',
    useNullAsDefault: true,
  });
  const claude = await ClaudeApi.start();
  const { stop, settle } = await startIncidents({
    knex,
    config: {
      incidents: {
        triage: {
          anthropic: { apiKey: claude.apiKey, baseUrl: claude.url },
        },
      },
    },
    runbooks: {
      listActions: async () => installedActions,
      listSuggestions: async () => [],
      propose: async () => ({ id: 'REM-0001' } as AttemptDetail),
    },
    world: {
      entities: [
        group('payers'),
        user('ines', ['payers']),
        system('shop'),
        component('payments', { title: 'Payments' }),
        component('checkout', { dependsOn: ['payments'] }),
      ],
      decide: allowAll,
    },
    oncallSources: [
      {
        name: 'rotation',
        type: 'rotation',
        owners: async () => ['group:default/payers'],
        schedule: async ({ owner, from, to }) =>
          owner === 'group:default/payers'
            ? {
                shifts: [
                  {
                    from,
                    to,
                    level: 1,
                    people: [{ name: 'Ines', userRef: 'user:default/ines' }],
                  },
                ],
                levels: [{ level: 1, escalatesAfterMinutes: 5 }],
              }
            : undefined,
      },
    ],
    features: [router.factory, incidentsModuleAnthropic],
  });
  app.use(mockErrorHandler());

  // Every answer is compared with the document on its way; a mismatch fails the test.
  const server = await wrapServer(app);
  const { port } = server.address() as AddressInfo;
  const seen = new Set<string>();
  const call = async (
    method: string,
    path: string,
    status: number,
    body?: object,
  ) => {
    // Only JSON can be compared; what is text goes around.
    const isText = /(markdown|csv|calendar)(\?|$)/.test(path);
    const to = isText ? `127.0.0.1:${direct}` : `localhost:${port}`;
    const answer = await fetch(`http://${to}${path}`, {
      method,
      headers: { 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const said = `${method} ${path} ${answer.status}`;
    expect(`${said} ${answer.status === status ? '' : text}`).toBe(
      `${method} ${path} ${status} `,
    );
    if (status < 300)
      seen.add(`${method.toLowerCase()} ${pathIn(path.split('?')[0])}`);
    return /json/.test(answer.headers.get('content-type') ?? '')
      ? JSON.parse(text)
      : text;
  };

  const alertIds = await insertAlerts(knex, [
    { name: 'HighErrorRate', entityRef: payments, url: 'https://p.example' },
    { name: 'HighLatency', entityRef: 'component:default/checkout' },
    { name: 'Quiet', suppressed: 'silence' },
  ]);
  await knex('changes').insert({
    adapter: 'cdevents',
    key: 'v2',
    entity_ref: payments,
    kind: 'deployment',
    title: 'v2',
    version: 'v2',
    at: Date.now() - 60_000,
  });
  await knex('findings').insert({
    adapter: 'trivy',
    key: 'a',
    entity_ref: payments,
    rule: 'CVE-2026-1',
    title: 'Hole',
    severity: 'high',
    target: 'image',
    first_seen_at: 1,
    last_seen_at: 2,
  });
  const [{ id: quarantined }, { id: discarded }] = await knex('quarantine')
    .insert(
      ['{"a":1}', '{"b":1}'].map(raw => ({
        delivery_id: 1,
        adapter: 'alertmanager',
        received_at: 1,
        reason: 'No alerts',
        field: 'alerts',
        headers: '{}',
        raw,
      })),
    )
    .returning('id');

  const one = '/v1/incidents/INC-0001';
  await call('POST', '/v1/incidents', 201, {
    title: 'Payments fail',
    severity: 'SEV2',
    entityRefs: [payments],
    alertIds: alertIds.slice(0, 2),
    key: 'a',
  });
  await call('POST', '/v1/incidents', 201, { title: 'B', severity: 'SEV3' });
  await call('POST', '/v1/incidents', 400, { title: 'B' });
  await settle();
  await call('POST', `${one}/acknowledge`, 200);
  await call('POST', `${one}/status`, 200, { status: 'identified' });
  await call('POST', `${one}/notes`, 201, { text: 'It **burns**', key: 'n' });
  await call('POST', `${one}/roles`, 200, {
    role: 'commander',
    userRef: 'user:default/ines',
  });
  const { id: followUp } = await call('POST', `${one}/follow-ups`, 201, {
    title: 'Alert sooner',
    owner: 'group:default/payers',
    due: '2026-12-01',
  });
  await call('PUT', `/v1/follow-ups/${followUp}`, 200, { state: 'done' });
  await call('POST', `${one}/split`, 201, { alertIds: [alertIds[1]] });
  await call('POST', '/v1/incidents/INC-0002/merge', 200, { into: 'INC-0001' });
  const { version } = await call('GET', one, 200);
  await call('PUT', one, 200, {
    version,
    summary: 'All of it',
    rootCause: 'A key',
    sloAffecting: true,
    channelUrl: 'https://chat.example',
  });
  await call('PUT', one, 409, { version, title: 'Late' });
  await call('POST', '/v1/incidents/bulk', 200, {
    ids: ['INC-0001', 'INC-0009'],
    severity: 'SEV1',
  });
  await call('POST', '/v1/incidents/import', 200, {
    incidents: ['OLD-1', 'OLD-2', 'OLD-3'].map(key => ({
      key,
      title: 'Payments failed long ago',
      severity: 'SEV2',
      startedAt: '2026-01-01T00:00:00Z',
      resolvedAt: '2026-01-01T01:00:00Z',
      entityRefs: [payments],
    })),
  });
  await call('GET', `${one}/triage`, 200);
  await call('GET', `${one}/evidence`, 200);
  const { id: run, analysis } = await call('POST', `${one}/triage`, 200, {});
  const [{ index }] = analysis.actions;
  await call('POST', `/v1/triage-runs/${run}/actions/${index}/proposal`, 200);
  await call('POST', `/v1/triage-runs/${run}/actions/19/proposal`, 404);
  await call('POST', `/v1/triage-runs/${run}/feedback`, 200, {
    verdict: 'right',
    trueCause: payments,
  });
  await call('POST', `${one}/review`, 200, {});
  await call('POST', `${one}/summary`, 200, { language: 'es' });
  await call('POST', `${one}/postmortem/narrative`, 200, {});
  const { items: over } = await call(
    'GET',
    '/v1/incidents?status=resolved&from=2025-12-01T00:00:00Z&to=2026-02-01T00:00:00Z',
    200,
  );
  await call('POST', '/v1/runbook-drafts', 200, {
    incidentIds: over.slice(0, 3).map(({ id }: { id: string }) => id),
  });
  await call('POST', '/v1/triage/replay', 200, { title: 'Nothing else' });
  await call('POST', '/v1/triage/replay', 400, { alerts: [{ name: 'A' }] });
  const { sections } = await call('GET', `${one}/postmortem`, 200);
  await call('PUT', `${one}/postmortem`, 200, {
    sections,
    version: 0,
    publish: true,
  });
  const matchers = [{ label: 'alertname', value: 'Quiet' }];
  const { mapping } = await call('POST', '/v1/mappings', 201, {
    matchers,
    entityRef: payments,
  });
  const silence = await call('POST', '/v1/silences', 201, {
    matchers,
    until: '2999-01-01T00:00:00Z',
    reason: 'Deploying',
  });
  await call('POST', `/v1/alerts/${alertIds[2]}/unsuppress`, 200);
  await call('POST', '/v1/alerts/unsuppress', 200, {
    alertIds: [alertIds[2]],
  });
  await call('POST', `/v1/alerts/${alertIds[2]}/resolve`, 200);
  await call('POST', '/v1/channels/portal/test', 200);
  const message = { text: 'Deploys are frozen', key: 'a', to: ['user:ines'] };
  await call('POST', '/v1/channels/portal/messages', 202, message);
  await call('POST', '/v1/channels/portal/messages', 400, { text: 'a' });
  await call('POST', `/v1/quarantine/${quarantined}/retry`, 200);
  const { yaml } = await call('GET', '/v1/rules', 200);
  await call('POST', '/v1/rules/dry-run', 200, { yaml });
  await call('POST', '/v1/rules/dry-run', 400, { yaml: 'kind: Other' });

  for (const [path, status] of [
    ['/v1/incidents', 200],
    [`/v1/incidents?entityRef=${payments}&status=resolved&merged=true`, 200],
    ['/v1/incidents?orderBy=severity&limit=1&from=2026-01-01T00:00:00Z', 200],
    ['/v1/incidents?cursor=wrong', 400],
    ['/v1/incidents?from=yesterday', 400],
    ['/v1/incidents/INC-0002', 200],
    ['/v1/incidents/INC-0009', 404],
    [`${one}/timeline`, 200],
    [`${one}/timeline?kind=alert&kind=status&limit=1`, 200],
    [`${one}/graph`, 200],
    [`${one}/related`, 200],
    [`${one}/responders`, 200],
    [`${one}/triage/runs`, 200],
    [`/v1/triage-runs/${run}`, 200],
    ['/v1/triage-runs/TRI-0999', 404],
    ['/v1/triage/settings', 200],
    ['/v1/triage/spend?days=7', 200],
    ['/v1/incident-clusters?days=365', 200],
    [`${one}/postmortem/markdown`, 200],
    ['/v1/follow-ups?state=all&incident=INC-0001', 200],
    ['/v1/alerts?view=open&severity=critical', 200],
    ['/v1/alerts/counts', 200],
    ['/v1/suppressions', 200],
    [`/v1/alerts/${alertIds[0]}`, 200],
    [`/v1/alerts/${alertIds[2]}`, 200],
    ['/v1/adapters', 200],
    ['/v1/quarantine', 200],
    ['/v1/mappings', 200],
    ['/v1/silences?active=false', 200],
    ['/v1/changes?incident=INC-0001', 200],
    ['/v1/findings', 200],
    ['/v1/summary', 200],
    [`/v1/summary?entityRef=${payments}`, 200],
    ['/v1/open-entities', 200],
    ['/v1/documents', 200],
    [`/v1/oncall?entityRef=${payments}`, 200],
    ['/v1/oncall', 400],
    ['/v1/oncall/teams', 200],
    ['/v1/oncall/calendar?owner=group:default/payers', 200],
    ['/v1/channels', 200],
    ['/v1/notifications?incident=INC-0001&state=sent', 200],
    ['/v1/metrics?imported=true', 200],
    ['/v1/metrics?from=2026-02-01T00:00:00Z&to=2026-01-01T00:00:00Z', 400],
    ['/v1/metrics/csv', 200],
  ] as const)
    await call('GET', path, status);
  for (const path of [
    `/v1/mappings/${mapping.id}`,
    `/v1/silences/${silence.id}`,
    `/v1/quarantine/${discarded}`,
    '/v1/incidents/INC-0003',
  ])
    await call('DELETE', path, 204);

  expect([...seen, ...elsewhere].sort()).toEqual(operations().sort());
  await stop();
  await claude.stop();
});

const patterns: Record<string, string> = {
  'date-time': '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z$',
  date: '^\\d{4}-\\d\\d-\\d\\d$',
};

/** The document with formats as patterns, which is what the comparison understands. */
function checkable(part: unknown): unknown {
  return JSON.parse(JSON.stringify(part), (_, value) => {
    const pattern = patterns[value?.format];
    if (!pattern) return value;
    const { format, ...rest } = value;
    return { ...rest, pattern };
  });
}

/** `get /v1/incidents/{incidentId}` for all that the document has. */
function operations(): string[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method} ${path}`),
  );
}

/** The document's path of an address: fixed ones before those with a parameter. */
function pathIn(address: string): string {
  const paths = Object.keys(document.paths);
  const matching = paths.filter(path =>
    new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`).test(address),
  );
  const parameters = (path: string) => path.split('{').length;
  return matching.sort((a, b) => parameters(a) - parameters(b))[0];
}
