import { writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import catalogPlugin from '@backstage/plugin-catalog-backend';
import {
  eventsServiceFactory,
  eventsServiceRef,
} from '@backstage/plugin-events-node';
import { compileRunbook } from '@ghostlight/plugin-runbooks-common';
import { checkDocument } from '@ghostlight/plugin-slo-common';
import catalogModuleGhostlight, { DOCUMENTS_TOPIC } from './index';

const catalogInfo = `
apiVersion: backstage.io/v1alpha1
kind: Component
metadata: { name: payments }
spec: { type: service, lifecycle: production, owner: money, system: shop }
---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: money }
spec: { type: team, children: [] }
---
apiVersion: backstage.io/v1alpha1
kind: System
metadata: { name: shop }
spec: { owner: money }
`;

const slo = (name: string, service: string) => `
apiVersion: openslo/v1
kind: SLO
metadata: { name: ${name} }
spec:
  service: ${service}
  indicatorRef: success
  timeWindow: [{ duration: 30d, isRolling: true }]
  budgetingMethod: Occurrences
  objectives: [{ target: 0.999 }]
`;

const documents = [
  slo('payments-availability', 'payments'),
  slo('shop', 'system:default/shop'),
  slo('orphan', 'nothing-of-this-name'),
  slo('misnamed', '"::"'),
  'apiVersion: openslo/v1\nkind: SLO\nmetadata: { name: hollow }\nspec: {}',
  'apiVersion: openslo/v1\nkind: Service\nmetadata: { name: payments }\nspec: {}',
  'apiVersion: openslo/v1\nkind: DataSource\nmetadata: { name: fleet }\nspec: { type: Prometheus }',
  'apiVersion: ghostlight.dev/v1\nkind: ErrorBudgetPolicy\nmetadata: { name: tier-1 }\nspec: { noData: deny }',
].join('\n---\n');

const allowed = [
  'Component',
  'System',
  'Group',
  'SLO',
  'Service',
  'DataSource',
  'ErrorBudgetPolicy',
  'Runbook',
  'RemediationPolicy',
  'ChaosExperiment',
];

const runbooks = (host: string) =>
  [
    'kind: Runbook\nmetadata: { name: payments-5xx }\nspec: { services: [payments, ":"] }',
    `kind: Runbook\nmetadata: { name: by-hand }\nspec:\n  markdown:\n    $text: http://${host}/by-hand.md`,
    'kind: RemediationPolicy\nmetadata: { name: restart }\nspec: { owner: nights, appliesTo: { entities: [payments], systems: [shop] }, do: nonsense }',
    'kind: ChaosExperiment\nmetadata: { name: kill-a-third }\nspec: { entity: payments }',
  ]
    .map(text => `apiVersion: ghostlight.dev/v1\n${text}\n`)
    .join('---\n');

const byHand = `---
service: payments
---
# By hand

1. Look at the dashboard
`;

/** Where a repository would be. */
const repository = createServer((_request, response) => response.end(byHand));

async function startCatalog(files: Record<string, string>, host: string) {
  const directory = createMockDirectory();
  directory.setContent(files);
  const announced: string[] = [];
  const follower = createBackendPlugin({
    pluginId: 'follower',
    register(reg) {
      reg.registerInit({
        deps: { events: eventsServiceRef, logger: coreServices.logger },
        async init({ events }) {
          await events.subscribe({
            id: 'follower',
            topics: [DOCUMENTS_TOPIC],
            async onEvent({ eventPayload }) {
              announced.push((eventPayload as { ref: string }).ref);
            },
          });
        },
      });
    },
  });
  const { server } = await startTestBackend({
    features: [
      catalogPlugin,
      catalogModuleGhostlight,
      follower,
      eventsServiceFactory,
      mockServices.rootConfig.factory({
        data: {
          backend: {
            baseUrl: 'http://127.0.0.1:0',
            reading: { allow: [{ host }] },
          },
          catalog: {
            processingInterval: { seconds: 600 },
            rules: [{ allow: [...allowed, 'Location'] }],
            locations: Object.keys(files).map(file => ({
              type: 'file',
              target: resolve(directory.path, file),
            })),
          },
        },
      }),
    ],
  });
  const base = `http://127.0.0.1:${server.port()}/api/catalog`;

  async function call(path: string, init?: RequestInit) {
    const response = await fetch(`${base}${path}`, init);
    return response.status === 200 ? response.text() : undefined;
  }
  return {
    directory,
    announced,
    /** Relations as `type target`, sorted; undefined when there is no such entity. */
    async relations(ref: string): Promise<string[] | undefined> {
      const entity = await this.entity(ref);
      return entity?.relations
        ?.map(({ type, targetRef }) => `${type} ${targetRef}`)
        .sort();
    },
    async entity(ref: string): Promise<Entity | undefined> {
      const [, kind, namespace, name] = /^(.+):(.+)\/(.+)$/.exec(ref) ?? [];
      const text = await call(`/entities/by-name/${kind}/${namespace}/${name}`);
      return text ? JSON.parse(text) : undefined;
    },
    async refresh(entityRef: string) {
      await call('/refresh', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ entityRef }),
      });
    },
  };
}

async function until<T>(read: () => Promise<T>, holds: (value: T) => boolean) {
  for (let i = 0; i < 1_200; i++) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise(done => setTimeout(done, 100));
  }
  return read();
}

describe('the catalog with the Ghostlight module', () => {
  let catalog: Awaited<ReturnType<typeof startCatalog>>;

  const entityOf = (ref: string) =>
    until(
      () => catalog.entity(ref),
      entity => entity !== undefined,
    );
  const relationsOf = (
    ref: string,
    holds: (relations: string[]) => boolean = () => true,
  ) =>
    until(
      () => catalog.relations(ref),
      relations => relations !== undefined && holds(relations),
    );

  beforeAll(async () => {
    await new Promise<void>(done =>
      repository.listen(0, '127.0.0.1', () => done()),
    );
    const { port } = repository.address() as AddressInfo;
    const host = `127.0.0.1:${port}`;
    catalog = await startCatalog(
      {
        'slo.yaml': documents,
        'catalog-info.yaml': catalogInfo,
        'runbooks.yaml': runbooks(host),
      },
      host,
    );
  });

  afterAll(() => repository.close());

  it.each([
    ['runbook:default/payments-5xx', 'runbookOf', 'hasRunbook', 'money'],
    ['runbook:default/by-hand', 'runbookOf', 'hasRunbook', 'money'],
    [
      'remediationpolicy:default/restart',
      'remediates',
      'remediatedBy',
      'nights',
    ],
    [
      'chaosexperiment:default/kill-a-third',
      'disturbs',
      'disturbedBy',
      'money',
    ],
  ])(
    'relates %s to what it is about, with errors or without',
    async (ref, forward, reverse, owner) => {
      const wanted = [
        `${forward} component:default/payments`,
        `ownedBy group:default/${owner}`,
        'partOf system:default/shop',
      ];
      const found = await relationsOf(ref, relations =>
        wanted.every(relation => relations.includes(relation)),
      );
      expect(found).toEqual(expect.arrayContaining(wanted));
      const back = `${reverse} ${ref}`;
      expect(
        await relationsOf('component:default/payments', relations =>
          relations.includes(back),
        ),
      ).toContain(back);
    },
  );

  it('has the text of a Markdown runbook from its file', async () => {
    const entity = await entityOf('runbook:default/by-hand');
    const { spec, findings } = compileRunbook(entity!);
    expect(findings).toEqual([]);
    expect(spec).toMatchObject({
      title: 'By hand',
      form: 'markdown',
      serviceRefs: ['component:default/payments'],
      phases: [{ steps: [{ title: 'Look at the dashboard' }] }],
    });
  });

  it('relates an objective to what it measures, its owner and its system, on both ends', async () => {
    const expected = [
      'measures component:default/payments',
      'ownedBy group:default/money',
      'partOf system:default/shop',
    ];
    expect(
      await relationsOf(
        'slo:default/payments-availability',
        ({ length }) => length === 3,
      ),
    ).toEqual(expected);
    for (const [ref, relation] of [
      ['component:default/payments', 'measuredBy'],
      ['group:default/money', 'ownerOf'],
      ['system:default/shop', 'hasPart'],
    ]) {
      const wanted = `${relation} slo:default/payments-availability`;
      expect(
        await relationsOf(ref, relations => relations.includes(wanted)),
      ).toContain(wanted);
    }
    expect(
      await relationsOf('slo:default/shop', ({ length }) => length === 3),
    ).toEqual([
      'measures system:default/shop',
      'ownedBy group:default/money',
      'partOf system:default/shop',
    ]);
  });

  it('takes documents that are wrong, so that their author can be told', async () => {
    expect(await relationsOf('slo:default/orphan')).toEqual([
      'measures component:default/nothing-of-this-name',
    ]);
    const hollow = await entityOf('slo:default/hollow');
    expect(checkDocument(hollow).findings).toContainEqual(
      expect.objectContaining({ severity: 'error', path: 'spec.service' }),
    );
    for (const ref of [
      'slo:default/misnamed',
      'service:default/payments',
      'datasource:default/fleet',
      'errorbudgetpolicy:default/tier-1',
    ]) {
      expect(await entityOf(ref)).toBeDefined();
    }
    const good = await catalog.entity('errorbudgetpolicy:default/tier-1');
    expect(checkDocument(good).findings).toEqual([]);
  });

  it('announces each document once the catalog shows it, and again only when it changes', async () => {
    const refs = [
      'chaosexperiment:default/kill-a-third',
      'datasource:default/fleet',
      'errorbudgetpolicy:default/tier-1',
      'remediationpolicy:default/restart',
      'runbook:default/by-hand',
      'runbook:default/payments-5xx',
      'service:default/payments',
      'slo:default/hollow',
      'slo:default/misnamed',
      'slo:default/orphan',
      'slo:default/payments-availability',
      'slo:default/shop',
    ];
    await until(
      async () => new Set(catalog.announced).size,
      size => size === refs.length,
    );
    expect([...catalog.announced].sort()).toEqual(refs);

    catalog.announced.length = 0;
    writeFileSync(
      resolve(catalog.directory.path, 'slo.yaml'),
      documents.replace('noData: deny', 'noData: allow'),
    );
    await catalog.refresh('errorbudgetpolicy:default/tier-1');
    await until(
      async () => catalog.announced.length,
      length => length > 0,
    );
    expect(catalog.announced).toEqual(['errorbudgetpolicy:default/tier-1']);
    const changed = await catalog.entity('errorbudgetpolicy:default/tier-1');
    expect(changed?.spec).toEqual({ noData: 'allow' });
  });

  it('follows a component to its new owner without waiting for the next round', async () => {
    writeFileSync(
      resolve(catalog.directory.path, 'catalog-info.yaml'),
      catalogInfo.replace('owner: money, system', 'owner: guests, system'),
    );
    await catalog.refresh('component:default/payments');
    expect(
      await relationsOf('slo:default/payments-availability', relations =>
        relations.includes('ownedBy group:default/guests'),
      ),
    ).toEqual([
      'measures component:default/payments',
      'ownedBy group:default/guests',
      'partOf system:default/shop',
    ]);
  });
});
