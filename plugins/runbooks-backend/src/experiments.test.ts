import { TestDatabases } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import type { JsonObject } from '@backstage/types';
import type { ExperimentRequest } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { bodyOf, callsOf } from './__testUtils__/calls';
import { component, experiment, payments } from './__testUtils__/entities';
import { eventually } from './__testUtils__/eventually';
import { FaultyPlace } from './__testUtils__/FaultyPlace';
import { refusalOf } from './__testUtils__/refusalOf';
import {
  startRunbooks,
  type StartOptions,
} from './__testUtils__/startRunbooks';
import { Trouble } from './__testUtils__/Trouble';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const ref = 'chaosexperiment:default/slow';
const everything = 'all';
const quick = {
  verification: {
    interval: { milliseconds: 100 },
    leastSpan: { milliseconds: 100 },
    mostSpan: { seconds: 1 },
  },
  experiments: {
    guard: { interval: { milliseconds: 100 }, blindFor: { seconds: 30 } },
    recovery: { within: { seconds: 60 }, steady: { milliseconds: 200 } },
    schedule: { interval: { milliseconds: 100 } },
  },
};

const chaos = (spec: JsonObject = {}) =>
  experiment('slow', {
    owner: 'payers',
    entity: 'payments',
    environment: 'staging',
    hypothesis: 'A slow network is nothing that customers notice.',
    fault: { kind: 'latency', milliseconds: 300, share: 0.3 },
    duration: '1s',
    steadyState: { maxBurnRate: 2, before: '1s' },
    ...spec,
  });

describe.each(databases.eachSupportedId())('experiments on %s', id => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init(id);
  });
  afterEach(() => stop?.());

  async function start(
    document: Entity = chaos(),
    options: Partial<StartOptions> & { burn?: number } = {},
  ) {
    const { burn = 0.2, ...more } = options;
    const trouble = Trouble.create();
    trouble.burn.set(payments, burn);
    const place = FaultyPlace.create();
    const world = {
      entities: [
        component('payments', { dependants: ['checkout'] }),
        component('checkout'),
        document,
      ],
    };
    const started = await startRunbooks({
      knex,
      world,
      actions: place.actions(),
      runbooks: quick,
      ...trouble.services(),
      ...more,
    });
    ({ stop } = started);
    const client = started.client();
    const at = { params: { path: { ref } } };
    return {
      ...started,
      ...callsOf(client),
      trouble,
      place,
      world,
      experiment: async () =>
        bodyOf(await client.request('get', '/v1/experiments/{ref}', at)),
      begin: async (body: ExperimentRequest = {}) =>
        bodyOf(
          await client.request('post', '/v1/experiments/{ref}/runs', {
            ...at,
            body,
          }),
        ),
      turn: async (scope: string, on: boolean) =>
        client.request('put', '/v1/switches', {
          body: { scope, on, reason: 'Black Friday' },
        }),
    };
  }

  const stepsOf = ({
    runSteps,
  }: {
    runSteps: { id: string; state: string }[];
  }) => Object.fromEntries(runSteps.map(step => [step.id, step.state]));

  it.each<[JsonObject, JsonObject]>([
    [
      { kind: 'kill-pods', engine: 'litmus', share: 0.25 },
      { experiment: 'pod-delete', podsPercent: 25, env: {} },
    ],
    [
      {
        kind: 'latency',
        engine: 'litmus',
        milliseconds: 300,
        jitterMilliseconds: 20,
        share: 0.5,
        selector: { app: 'payments' },
      },
      {
        experiment: 'pod-network-latency',
        podsPercent: 50,
        selector: 'app=payments',
        env: { NETWORK_LATENCY: '300', JITTER: '20' },
      },
    ],
    [
      { kind: 'loss', engine: 'litmus', percent: 30, share: 0.1 },
      {
        experiment: 'pod-network-loss',
        podsPercent: 10,
        env: { NETWORK_PACKET_LOSS_PERCENTAGE: '30' },
      },
    ],
  ])('has Litmus do %j', async (fault, given) => {
    const { begin, ended, place } = await start(chaos({ fault }));
    const { id: run } = await begin();
    expect((await ended(run)).experiment?.verdict).toBe('held');
    expect(place.given).toMatchObject({
      ...given,
      serviceAccount: 'litmus-admin',
      seconds: 1,
    });
  });

  it.each(['61 10 * * 2', '0 10 30 2 *', '0 10 * * MOO'])(
    'refuses a document that is due at %p',
    async cron => {
      const document = chaos({ schedule: { cron } });
      const { begin, experiment: read, place } = await start(document);
      expect((await read()).findings).toEqual(
        expect.arrayContaining([
          expect.objectContaining({
            severity: 'error',
            path: 'spec.schedule.cron',
          }),
        ]),
      );
      expect(await refusalOf(begin())).toMatch(/errors/);
      expect(place.effects).toEqual([]);
    },
  );

  it('injects the fault, watches, takes it back, and reports that it held', async () => {
    const {
      begin,
      ended,
      experiment: read,
      place,
      told,
      audit,
      client,
      trouble,
    } = await start(chaos({ duration: '3s' }));
    const before = await read();
    expect(before).toMatchObject({
      entityRef: payments,
      environment: 'staging',
      switch: { on: true },
      sentence: { code: 'experiment.sentence' },
      may: { run: { allowed: true }, switch: { allowed: true } },
    });
    expect(before.lastRun).toBeUndefined();
    const begun = await begin({ key: 'once', reason: 'Game day' });
    expect(begun).toMatchObject({
      id: 'RUN-0001',
      kind: 'experiment',
      experimentRef: ref,
      experiment: { verdict: 'running' },
    });
    expect((await begin({ key: 'once' })).id).toBe('RUN-0001');
    const done = await ended('RUN-0001');
    expect([done.state, stepsOf(done)]).toEqual([
      'succeeded',
      {
        before: 'succeeded',
        inject: 'succeeded',
        guard: 'succeeded',
        undo: 'succeeded',
        recovery: 'succeeded',
      },
    ]);
    expect(place.effects.map(({ action }) => action)).toEqual([
      'chaos-mesh:network',
      'test:remove',
    ]);
    expect(place.given).toMatchObject({
      latencyMs: 300,
      share: 0.3,
      seconds: 3,
    });
    const { experiment: report } = done;
    expect(report).toMatchObject({
      verdict: 'held',
      said: { code: 'experiment.verdict.held' },
      injected: { targets: ['place/network', 'network'] },
    });
    expect(done.said.text).toMatch(/^It held: the worst burn rate was 0.2/);
    expect(
      new Set(report!.readings[0].points.map(({ phase }) => phase)),
    ).toEqual(new Set(['before', 'during', 'after']));
    expect(report!.recommendations.map(({ code }) => code)).toEqual([
      'experiment.recommend.schedule',
      'experiment.recommend.bigger',
      'experiment.recommend.correction',
    ]);
    expect((await read()).lastRun).toMatchObject({
      id: 'RUN-0001',
      state: 'succeeded',
    });
    const { items, total } = bodyOf(
      await client().request('get', '/v1/experiments', {
        params: { query: { entityRef: payments } },
      }),
    );
    expect([items.map(item => item.ref), total]).toEqual([[ref], 1]);
    await eventually(
      () => told.map(({ payload }) => payload.title),
      titles => titles.length === 2,
    ).then(titles =>
      expect(titles).toEqual([
        'An experiment begins: slow',
        'The experiment is over: slow',
      ]),
    );
    // What objectives saw meanwhile shows as what it was, once.
    const marked = await eventually(
      () => trouble.corrections,
      ({ length }) => length > 0,
    );
    expect(marked).toEqual([
      {
        entityRef: payments,
        kind: 'simulated',
        from: expect.any(Number),
        to: expect.any(Number),
        reason: 'Experiment RUN-0001: slow',
      },
    ]);
    const [{ from, to }] = marked;
    expect([from % 60, to % 60]).toEqual([0, 0]);
    expect(from * 1000).toBeLessThanOrEqual(
      Date.parse(report!.injected!.from!),
    );
    expect(to * 1000).toBeGreaterThanOrEqual(Date.parse(done.finishedAt!));
    // The guard does not wait for a minute to end.
    expect(trouble.spans).toContain('latest');
    expect(audit.map(({ eventId }) => eventId)).toEqual(
      expect.arrayContaining([
        'experiment-run',
        'action-act',
        'experiment-undo',
      ]),
    );
  });

  it.each<
    [
      string,
      (started: Awaited<ReturnType<typeof start>>) => unknown,
      JsonObject,
    ]
  >([
    [
      'the budget burns',
      ({ trouble }) => trouble.burn.set(payments, 6),
      {
        state: 'failed',
        verdict: 'broken',
        stoppedBecause: { code: 'experiment.burns' },
      },
    ],
    [
      'an incident is opened',
      ({ trouble }) => trouble.open('INC-0007', payments, { name: 'Slow' }),
      {
        state: 'failed',
        verdict: 'aborted',
        stoppedBecause: { code: 'experiment.refused.incident' },
      },
    ],
    [
      'everything is switched off',
      ({ turn }) => turn(everything, false),
      { verdict: 'aborted' },
    ],
    [
      'somebody cancels it',
      ({ control }) =>
        control('RUN-0001', { action: 'cancel', reason: 'Enough' }),
      {
        state: 'cancelled',
        verdict: 'aborted',
        stoppedBecause: { code: 'experiment.cancelled' },
      },
    ],
    [
      'somebody pauses it',
      ({ control }) => control('RUN-0001', { action: 'pause' }),
      { state: 'cancelled', verdict: 'aborted' },
    ],
  ])(
    'stops at once when %s, and takes the fault back',
    async (_why, happens, expected) => {
      const started = await start(chaos({ duration: '5m' }));
      const { begin, until, ended, place, get, trouble } = started;
      await begin();
      await until('RUN-0001', 'running');
      await eventually(
        () => get('RUN-0001'),
        run => stepsOf(run).guard === 'waiting',
      );
      await happens(started);
      // Once the fault is out all is well.
      await eventually(
        () => place.effects.length,
        n => n === 2,
      );
      trouble.burn.set(payments, 0.1);
      const done = await ended('RUN-0001');
      expect({ state: done.state, ...done.experiment }).toMatchObject(expected);
      expect(place.effects.map(({ action }) => action)).toEqual([
        'chaos-mesh:network',
        'test:remove',
      ]);
      expect(done.experiment!.injected!.to).toBeDefined();
      if (trouble.incidents.size)
        await eventually(
          () => trouble.notes,
          notes => notes.some(note => note.text.includes('RUN-0001')),
        );
    },
  );

  type Started = Awaited<ReturnType<typeof start>>;

  it.each<{
    when: string;
    text: RegExp;
    spec?: JsonObject;
    happens?: (started: Started) => unknown;
    options?: Partial<StartOptions> & { burn?: number };
  }>([
    {
      when: 'it is switched off',
      text: /switched off by user:default\/mock: Black Friday/,
      happens: ({ turn }) => turn(ref, false),
    },
    {
      when: 'everything is switched off',
      text: /All experiments are switched off/,
      happens: ({ turn }) => turn(everything, false),
    },
    {
      when: 'it is blacked out',
      text: /does not run at this time/,
      spec: {
        blackouts: [
          { days: ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] },
        ],
      },
    },
    {
      when: 'the entity has an open incident',
      text: /open incident: INC-0001/,
      happens: ({ trouble }) =>
        trouble.open('INC-0001', payments, { name: 'Slow' }),
    },
    {
      when: 'it touches too many',
      text: /touches 2 entities, 1 are allowed/,
      spec: { blastRadius: { entities: 1 } },
    },
    {
      when: 'an objective burns already',
      text: /burns its budget 5 times too fast; 2/,
      options: { burn: 5 },
    },
    {
      when: 'there is no objective',
      text: /no objective that could stop it/,
      happens: ({ trouble }) => trouble.burn.clear(),
    },
    {
      when: 'its action is not installed',
      text: /cannot be done here: The action 'chaos-mesh:network' is not installed/,
      options: { actions: [] },
    },
    {
      when: 'its document has errors',
      text: /^400 .* has errors/,
      spec: { fault: { kind: 'loss' } },
    },
  ])('is refused when $when', async ({ text, spec, happens, options }) => {
    const started = await start(chaos(spec), options);
    await happens?.(started);
    expect(await refusalOf(started.begin())).toMatch(text);
    expect(started.place.effects).toEqual([]);
    expect(await knex('executions')).toEqual([]);
  });

  it('is refused in a freeze, and when a family cannot be asked', async () => {
    const trouble = Trouble.create();
    const services = trouble.services();
    const gate = (verdict: string) => async () =>
      ({
        checks: [
          { id: 'freeze', verdict, said: { code: 'x', text: 'Till Monday' } },
        ],
      } as never);
    const { begin } = await start(chaos(), {
      ...services,
      slo: undefined,
      delivery: { ...services.delivery, getGate: gate('fail') },
      incidents: {
        ...services.incidents,
        listIncidents: async () => {
          throw new Error('no answer');
        },
      },
    });
    const said = await refusalOf(begin());
    expect(said).toMatch(/Changes are frozen: Till Monday/);
    expect(said).toMatch(/incidents could not be asked: no answer/);
  });

  it('does one at a time at a target', async () => {
    const { begin, until } = await start(chaos({ duration: '5m' }));
    const said = await Promise.all([refusalOf(begin()), refusalOf(begin())]);
    expect(said.filter(text => text === 'no refusal')).toHaveLength(1);
    expect(said.join()).toMatch(/^.*409 .*Another experiment is under way/);
    await until('RUN-0001', 'running');
  });

  it('tells of the actions which do harm on purpose', async () => {
    const { client } = await start();
    const { items } = bodyOf(await client().request('get', '/v1/actions', {}));
    expect(
      items.flatMap(({ id: action, makesFaults }) =>
        makesFaults ? [action] : [],
      ),
    ).toEqual(['chaos-mesh:network', 'litmus:run']);
  });

  it('says what it would do, and does nothing', async () => {
    const { begin, ended, place } = await start();
    await begin({ dryRun: true });
    const done = await ended('RUN-0001');
    expect([done.kind, done.state, stepsOf(done)]).toEqual([
      'dry-run',
      'succeeded',
      { before: 'succeeded', inject: 'succeeded' },
    ]);
    expect(done.runSteps[1].plan).toMatchObject({ target: 'place/network' });
    expect(place.effects).toEqual([]);
  });

  it('takes nothing back that the platform refused, and takes more than once what was lost', async () => {
    const first = await start();
    first.place.refusals.push('No such namespace');
    await first.begin();
    const refused = await first.ended('RUN-0001');
    expect([refused.state, refused.experiment!.verdict]).toEqual([
      'failed',
      'aborted',
    ]);
    expect(first.place.effects).toEqual([]);
    expect(refused.experiment!.injected).toBeUndefined();

    // Its answer is lost: read back, found, and taken back once.
    first.place.refusals.length = 0;
    first.place.losing = 1;
    await first.begin();
    const lost = await first.ended('RUN-0002');
    expect(lost.state).toBe('succeeded');
    expect(first.place.effects.map(({ action }) => action)).toEqual([
      'chaos-mesh:network',
      'test:remove',
    ]);
  });

  it('is run by whoever may', async () => {
    const { begin, experiment: read, world } = await start();
    Object.assign(world, {
      decide: ({ name }: { name: string }) => ({
        result:
          name === 'runbooks.experiment.run'
            ? AuthorizeResult.DENY
            : AuthorizeResult.ALLOW,
      }),
    });
    expect(await refusalOf(begin())).toMatch(/^403/);
    expect((await read()).may).toMatchObject({
      run: { allowed: false, who: ['group:default/payers'] },
      switch: { allowed: true },
    });
  });
});
