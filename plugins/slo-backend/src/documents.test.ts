import { TestDatabases } from '@backstage/backend-test-utils';
import { stringifyEntityRef, type Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import { fakeSource } from '@ghostlight/plugin-slo-node/testUtils';
import {
  component,
  document,
  pushedSlo,
  ratioMetric,
  slo,
  system,
  withEtag,
} from './__testUtils__/entities';
import { jobHeader, lastMinutes, push } from './__testUtils__/pushMinutes';
import { allowAll, startSlo, type World } from './__testUtils__/startSlo';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const availability = 'slo:default/payments-availability';

describe.each(databases.eachSupportedId())(
  'following the catalog on %s',
  id => {
    async function start(entities: Entity[], more: object = {}) {
      const world: World = { entities, decide: allowAll, readWhole: [] };
      const slos = await startSlo({
        knex: await databases.init(id),
        world,
        ...more,
      });
      await slos.follow();
      const list = async () =>
        (await slos.client().GET('/v1/objectives')).data!.items;
      const detail = async (ref = availability) =>
        (
          await slos.client().GET('/v1/objectives/{ref}', {
            params: { path: { ref } },
          })
        ).data!;
      const findings = async (entityRef = payments) =>
        (
          await slos.client().GET('/v1/findings', {
            params: { query: { entityRef } },
          })
        ).data!.items;
      return { ...slos, world, list, detail, findings };
    }

    it('reports what is wrong on the entity, and hides nothing else', async () => {
      let deep: JsonObject = { end: true };
      for (let i = 0; i < 500; i++) deep = { deep };
      const hostile = JSON.parse(
        '{"__proto__": {"polluted": true}, "service": "payments"}',
      );
      const { backend, list, findings } = await start([
        component('payments'),
        slo('payments-availability', 'payments'),
        slo('no-objectives', 'payments', { objectives: [] }),
        slo('too-good', 'payments', { objectives: [{ target: 1.5 }] }),
        slo('deep', 'payments', { labels: deep }),
        slo('huge', 'payments', { description: 'x'.repeat(1_000_000) }),
        slo('many', 'payments', {
          objectives: Array.from({ length: 20_001 }, () => ({ target: 0.9 })),
        }),
        slo('no-window', 'payments', { timeWindow: 'soon' }),
        document('SLO', 'hostile', hostile),
        document('SLO', 'empty', {}),
        document('SLO', 'numbers', { service: 12 }),
        // Another product's kind of the same name.
        { ...slo('foreign', 'payments'), apiVersion: 'example.org/v1' },
      ]);
      expect((await list()).map(item => item.ref)).toEqual([availability]);
      const found = await findings();
      expect(found.map(({ documentRef }) => documentRef)).toEqual(
        [
          'deep',
          'hostile',
          'huge',
          'many',
          'no-objectives',
          'no-window',
          'too-good',
        ].map(name => `slo:default/${name}`),
      );
      expect(
        found.find(({ documentRef }) => documentRef.endsWith('too-good')),
      ).toMatchObject({
        title: 'too-good',
        findings: [
          {
            severity: 'error',
            path: 'spec.objectives[0].target',
            found: '1.5',
            allowed: expect.stringMatching(/1/),
          },
        ],
      });
      // The document's own page tells too, when the service cannot be told.
      for (const name of ['empty', 'numbers'])
        expect(await findings(`slo:default/${name}`)).toHaveLength(1);
      expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
      await backend.stop();
    });

    it('reads whole only what changed, and compiles what refers to it', async () => {
      const withRefs = slo('payments-availability', 'payments', {
        indicator: undefined,
        indicatorRef: 'requests',
      });
      const sli = (source?: string) =>
        document('SLI', 'requests', ratioMetric(source));
      const { backend, world, follow, detail, findings } = await start([
        component('payments'),
        system('shop', 'retail'),
        withRefs,
        slo('other', 'payments'),
        sli(),
      ]);
      expect(await detail()).toMatchObject({
        source: { name: 'default' },
        ownerRef: 'group:default/payers',
      });

      world.readWhole = [];
      await follow();
      expect(world.readWhole).toEqual([]);

      world.entities = world.entities.map(entity =>
        entity.kind === 'SLI' ? sli('push') : entity,
      );
      await follow();
      expect(world.readWhole).toEqual(['sli:default/requests']);
      expect(await detail()).toMatchObject({ source: { name: 'push' } });

      world.entities = world.entities.map(entity =>
        entity.kind === 'Component'
          ? component('payments', { owner: 'buyers' })
          : entity,
      );
      world.readWhole = [];
      await follow();
      expect(world.readWhole).toEqual([]);
      expect((await detail()).ownerRef).toBe('group:default/buyers');

      // The catalog goes away between the fetch and the compilation, and comes back.
      world.entities = world.entities.map(entity =>
        entity.kind === 'SLI' ? sli() : entity,
      );
      world.onReadWhole = () => {
        world.catalogDown = true;
      };
      await expect(follow()).rejects.toThrow('The catalog is down');
      world.onReadWhole = undefined;
      world.catalogDown = false;
      await follow();
      expect(await detail()).toMatchObject({ source: { name: 'default' } });

      world.entities = world.entities.filter(entity => entity.kind !== 'SLI');
      await follow();
      expect(await findings()).toMatchObject([
        {
          documentRef: availability,
          findings: [{ severity: 'error', code: 'unknown-reference' }],
        },
      ]);
      await backend.stop();
    });

    it('keeps the history of a document that goes and comes back', async () => {
      const pushed = pushedSlo('payments-availability', 'payments');
      const { backend, world, client, follow, tick, list, detail } =
        await start([component('payments'), pushed]);
      await push(client(jobHeader), lastMinutes(availability, { bad: 0.2 }));
      world.entities = [component('payments')];
      await follow();
      await tick();
      expect(await list()).toEqual([]);
      const { data } = await client().GET('/v1/alerts', {
        params: { query: { state: 'firing' } },
      });
      expect(data!.items).toEqual([]);

      world.catalogDown = true;
      await expect(follow()).rejects.toThrow('The catalog is down');
      world.catalogDown = false;
      world.entities = [component('payments'), pushed];
      await follow();
      expect((await detail()).budget.total).toBe(60_000);

      world.catalogDown = true;
      await expect(follow()).rejects.toThrow('The catalog is down');
      expect(await list()).toHaveLength(1);
      await backend.stop();
    });

    it('looks at a document when an event tells of it', async () => {
      const { backend, world, events, list } = await start([
        component('payments'),
      ]);
      const added = slo('payments-availability', 'payments');
      world.entities.push(added);
      for (const eventPayload of [
        { ref: stringifyEntityRef(added) },
        { ref: 7 },
        undefined,
      ])
        await events.publish({ topic: 'ghostlight.documents', eventPayload });
      while (!(await list()).length)
        await new Promise(resolve => setTimeout(resolve, 100));
      expect(world.readWhole).toEqual([availability]);
      await backend.stop();
    });

    it('explains what cannot work: queries, targets, history, traffic', async () => {
      const today = Math.floor(Date.now() / 60_000);
      const source = fakeSource({
        oldest: today - 10 * 1440,
        findings: {
          requests_total: [
            {
              severity: 'error',
              code: 'bad-query',
              path: 'spec.indicator',
              message: 'Not a counter',
            },
          ],
        },
      });
      const { backend, client, findings } = await start(
        [
          component('payments', { dependsOn: ['ledger'] }),
          component('ledger'),
          slo('payments-availability', 'payments'),
          pushedSlo('ledger-availability', 'ledger', 0.99),
          pushedSlo('ghost', 'not-there'),
          component('search'),
          slo('search-availability', 'search', {
            timeWindow: [
              {
                duration: '1Q',
                calendar: { startTime: '2026-01-01 00:00', timeZone: 'UTC' },
              },
            ],
          }),
        ],
        { sources: [source] },
      );
      const codes = async (entityRef = payments) =>
        (await findings(entityRef)).flatMap(item =>
          item.findings.map(finding => finding.code),
        );
      expect(await codes()).toEqual([
        'bad-query',
        'window-longer-than-history',
        'target-above-dependencies',
      ]);
      expect(await codes('component:default/search')).toContain(
        'window-longer-than-history',
      );
      expect(await codes('component:default/not-there')).toEqual([
        'unknown-entity',
      ]);
      const ledger = 'slo:default/ledger-availability';
      await push(client(jobHeader), [
        { ...lastMinutes(ledger, { minutes: 1 })[0], good: 20, total: 20 },
      ]);
      for (const ref of ['component:default/ledger', ledger])
        expect(await codes(ref)).toEqual(['budget-under-one-event']);
      await backend.stop();
    });

    it('points to the query and the target at fault in a document of several', async () => {
      const wrong = {
        severity: 'error' as const,
        code: 'invalid-query',
        message: 'unexpected "+"',
      };
      const source = fakeSource({
        findings: { '+': [{ ...wrong, path: 'threshold' }] },
      });
      const p99 = {
        spec: {
          thresholdMetric: {
            metricSource: { type: 'Prometheus', spec: { query: '+' } },
          },
        },
      };
      const { backend, findings } = await start(
        [
          component('payments', { dependsOn: ['ledger'] }),
          pushedSlo('ledger-availability', 'ledger', 0.99),
          slo('payments-many', 'payments', {
            objectives: [
              { displayName: 'modest', target: 0.95 },
              { displayName: 'bold', targetPercent: 99.9 },
              { target: 0.95, op: 'lte', value: 1, indicator: p99 },
            ],
          }),
        ],
        { sources: [source] },
      );
      const [found] = await findings();
      expect(found.findings.map(({ code, path }) => [code, path])).toEqual(
        expect.arrayContaining([
          [
            'invalid-query',
            'spec.objectives[2].indicator.spec.thresholdMetric.metricSource.spec.query',
          ],
          ['target-above-dependencies', 'spec.objectives[1].targetPercent'],
        ]),
      );
      await backend.stop();
    });

    it('compiles the others when a source cannot check the queries of one', async () => {
      const source = fakeSource();
      source.check = indicator => {
        if (indicator.kind === 'threshold') throw new Error('too deep');
        return [];
      };
      const { backend, list, findings } = await start(
        [
          component('payments'),
          slo('payments-availability', 'payments'),
          slo('payments-p99', 'payments', {
            indicator: {
              spec: {
                thresholdMetric: {
                  metricSource: { type: 'Prometheus', spec: { query: 'p99' } },
                },
              },
            },
            objectives: [{ target: 0.99, op: 'lte', value: 1 }],
          }),
        ],
        { sources: [source] },
      );
      expect(await list()).toHaveLength(2);
      expect(await findings()).toMatchObject([
        {
          documentRef: 'slo:default/payments-p99',
          findings: [
            {
              code: 'unchecked-query',
              message: expect.stringContaining('too deep'),
            },
          ],
        },
      ]);
      await backend.stop();
    });

    it('takes out composites that lead back to themselves, and nothing else', async () => {
      const composite = (name: string, refs: string[]) =>
        slo(name, 'payments', {
          indicator: {
            spec: {
              ratioMetric: {
                rawType: 'success',
                raw: {
                  metricSource: {
                    type: 'composite',
                    spec: { members: refs.map(ref => ({ ref })) },
                  },
                },
              },
            },
          },
        });
      const { backend, world, follow, tick, list, findings } = await start([
        component('payments'),
        pushedSlo('payments-availability', 'payments'),
        composite('sound', ['payments-availability', 'nowhere']),
        composite('there', ['payments-availability', 'back']),
        composite('back', ['there']),
      ]);
      await tick();
      const refs = async () => (await list()).map(({ ref }) => ref).sort();
      expect(await refs()).toEqual([availability, 'slo:default/sound']);
      const at =
        'spec.indicator.spec.ratioMetric.raw.metricSource.spec.members';
      expect(
        (await findings()).map(({ documentRef, findings: found }) => [
          documentRef,
          ...found.map(({ severity, code, path }) =>
            [severity, code, path].join(' '),
          ),
        ]),
      ).toEqual([
        ['slo:default/back', `error endless-composite ${at}[0].ref`],
        ['slo:default/sound', `warning unknown-reference ${at}[1].ref`],
        ['slo:default/there', `error endless-composite ${at}[1].ref`],
      ]);

      world.entities = world.entities.map(entity =>
        entity.metadata.name === 'back'
          ? composite('back', ['payments-availability'])
          : entity,
      );
      await follow();
      expect(await refs()).toHaveLength(4);
      await backend.stop();
    });

    it('gives an objective of a document with several a ref of its own', async () => {
      const { backend, list } = await start([
        component('search'),
        slo('search-latency', 'search', {
          objectives: [
            { displayName: 'P99', target: 0.99 },
            { displayName: 'p50!', target: 0.5 },
            { target: 0.9 },
          ],
        }),
        withEtag({
          ...slo('search-latency', 'search'),
          metadata: { name: 'search-latency', namespace: 'other' },
        }),
      ]);
      expect((await list()).map(item => item.ref).sort()).toEqual([
        'slo:default/search-latency~3',
        'slo:default/search-latency~p50',
        'slo:default/search-latency~p99',
        'slo:other/search-latency',
      ]);
      await backend.stop();
    });
  },
);
