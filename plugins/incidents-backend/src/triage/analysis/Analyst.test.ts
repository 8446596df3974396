import { mockServices, TestDatabases } from '@backstage/backend-test-utils';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { ConfigReader } from '@backstage/config';
import type { TriageEvent } from '@ghostlight/plugin-incidents-common';
import { ModelFailure } from '@ghostlight/plugin-incidents-node';
import type { Knex } from 'knex';
import { readAnalysisConfig } from './AnalysisConfig';
import { Analyst } from './Analyst';
import { goodAnswer } from './__testUtils__/goodAnswer';
import { actions, idOf, incidentOf } from './__testUtils__/paymentsIncident';
import { calling, ScriptedModel } from './__testUtils__/ScriptedModel';

const directory = resolvePackagePath(
  '@ghostlight/plugin-incidents-backend',
  'migrations',
);
const noon = Date.UTC(2026, 10, 22, 12);
const request = { ...incidentOf(), actions };
const good = goodAnswer(request);

describe.each(
  TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] }).eachSupportedId(),
)('the analyst on %s', databaseId => {
  const databases = TestDatabases.create({ ids: [databaseId] });
  const logger = mockServices.logger.mock();
  let db: Knex;
  let now: number;

  beforeAll(async () => {
    db = await databases.init(databaseId);
    await db.migrate.latest({ directory });
  });
  beforeEach(async () => {
    now = noon;
    await db('triage_feedback').delete();
    await db('triage_runs').delete();
    await db('counters').where('name', 'triage').update('value', 0);
  });

  const analystOf = (model?: ScriptedModel, budget: object = {}) =>
    Analyst.create({
      db,
      now: () => now,
      logger,
      model,
      config: readAnalysisConfig(
        new ConfigReader({ triage: { budget: { seconds: 600, ...budget } } }),
      ),
    });

  it('asks, checks, keeps and tells; the same again comes from what was kept', async () => {
    const model = ScriptedModel.create(good);
    const analyst = analystOf(model);
    const events: TriageEvent[] = [];
    const run = await analyst.analyse({
      ...request,
      onEvent: event => events.push(event),
    });
    expect(run).toMatchObject({
      id: 'TRI-0001',
      incidentId: 'INC-0042',
      task: 'analysis',
      state: 'done',
      by: 'user:default/ines',
      model: 'test-analysis',
      promptVersion: 'analysis-2',
      bundleId: request.collected.bundle.id,
      redactions: [{ kind: 'e-mail', count: 1 }],
      usage: {
        inputTokens: 1000,
        outputTokens: 100,
        calls: 0,
        cost: { amount: 0.003, currency: 'USD' },
        pricesOf: '2026-11-21',
      },
      hypotheses: [{ entityRef: 'component:default/payments' }],
      analysis: { dropped: [] },
    });
    expect(run.evidence).toHaveLength(request.collected.bundle.items.length);
    expect(events.map(({ stage }) => stage)).toEqual([
      'reserving',
      'asking',
      'verifying',
      'done',
    ]);
    expect(events.at(-1)?.run).toEqual(run);
    // What strangers wrote is in the data alone.
    const [asked] = model.asked;
    expect(asked.system).not.toMatch(/payments|Charges/);
    expect(asked.turns).toHaveLength(1);
    const data = JSON.parse((asked.turns[0] as { text: string }).text);
    expect(data).toMatchObject({
      incident: { title: 'Charges fail' },
      actions: [{ id: 'delivery:rollback' }],
      leftOut: 0,
    });

    const again = await analyst.analyse(request);
    expect(again).toMatchObject({
      id: 'TRI-0002',
      cachedFrom: 'TRI-0001',
      state: 'done',
      analysis: run.analysis,
    });
    expect(again.usage).toBeUndefined();
    expect(model.asked).toHaveLength(1);
    await analyst.analyse({ ...request, language: 'es' });
    await analyst.analyse({ ...request, again: true });
    expect(model.asked).toHaveLength(3);
    expect(model.asked[1].system).toContain('Write in Spanish');
    const runs = await analyst.runs('INC-0042');
    expect(runs.map(({ id }) => id)).toEqual([
      'TRI-0004',
      'TRI-0003',
      'TRI-0002',
      'TRI-0001',
    ]);
    expect(runs[0].evidence).toBeUndefined();
    expect(await analyst.latest('INC-0042')).toMatchObject({ id: 'TRI-0004' });
    expect(await analyst.run('tri-1')).toEqual(run);
  });

  it('lets the model look things up within limits; what is found can be cited', async () => {
    const ask = calling(
      { name: 'changes_of', input: { entity: 'payments' } },
      { name: 'logs_of', input: { entity: 'payments', text: '' } },
      {
        name: 'metric_series',
        input: { entity: 'payments', metric: 'errors' },
      },
      { name: 'runbook_search', input: { query: 'charges' } },
      { name: 'evidence_detail', input: { id: 'E1' } },
      {
        name: 'logs_of',
        input: { entity: 'component:default/vault', text: '' },
      },
      { name: 'shell', input: { command: 'ls' } },
      { name: 'similar_incident', input: { id: 'INC-1' } },
      { name: 'changes_of', input: { entity: 'ledger' } },
    );
    let found: { id: string; text: string }[] = [];
    const model = ScriptedModel.create(ask, question => {
      const turn = question.turns.at(-1);
      const results = turn?.role === 'tools' ? turn.results : [];
      expect(results.map(({ failed }) => failed)).toEqual([
        false,
        false,
        false,
        false,
        false,
        true,
        true,
        false,
        true,
      ]);
      found = results
        .filter(({ failed }) => !failed)
        .flatMap(({ text }) => JSON.parse(text).records);
      const log = found.find(({ text }) => text.includes('installments'))!;
      expect(question.mayCallTools).toBe(false);
      return {
        ...good,
        claims: [
          ...good.claims,
          {
            part: 'hypothesis',
            hypothesis: 'A1',
            text: 'payments logs "unknown field installments" 812 times',
            evidence: [log.id],
          },
        ],
      };
    });
    const run = await analystOf(model).analyse(request);
    expect(run).toMatchObject({
      state: 'done',
      usage: { rounds: 1, calls: 8, inputTokens: 2000 },
      analysis: { dropped: [] },
    });
    const ids = run.evidence!.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { id } of found) expect(ids).toContain(id);
  });

  it('asks for one repair, and keeps what is left', async () => {
    const bad = {
      ...good,
      hypotheses: [
        { ...good.hypotheses[0], entity: 'component:default/vault' },
      ],
    };
    const model = ScriptedModel.create(bad, good);
    const run = await analystOf(model).analyse(request);
    expect(run).toMatchObject({
      state: 'done',
      usage: { inputTokens: 2000 },
      analysis: { dropped: [] },
    });
    const turn = model.asked[1].turns.at(-1) as { text: string };
    expect(JSON.parse(turn.text).notHeld).toContainEqual({
      what: 'hypotheses[0]',
      reason: 'triage.dropped.unknown-entity',
    });
    expect(turn.text).not.toContain('vault');
  });

  it.each<[string, ScriptedModel | undefined, string, number]>([
    ['there is no model', undefined, 'no-model', 0],
    ['it refuses', ScriptedModel.create({ stop: 'refused' }), 'refused', 0.003],
    [
      'its answer is too long',
      ScriptedModel.create({ stop: 'truncated' }),
      'truncated',
      0.003,
    ],
    [
      'its answer is no JSON',
      ScriptedModel.create('Sure! Here is'),
      'unreadable',
      0.006,
    ],
    [
      'nothing of it holds',
      ScriptedModel.create({
        ...good,
        claims: [{ ...good.claims[0], evidence: ['E999'] }],
      }),
      'nothing-held',
      0.006,
    ],
    [
      'it calls tools for ever',
      ScriptedModel.create(calling({ name: 'shell', input: {} })),
      'too-many-calls',
      0.015,
    ],
    [
      'too many ask it',
      ScriptedModel.create(
        new ModelFailure('rate-limited', 'x', { retryAfterMs: 30_000 }),
      ),
      'rate-limited',
      0,
    ],
    [
      'it is overloaded',
      ScriptedModel.create(new ModelFailure('overloaded', 'x')),
      'overloaded',
      0,
    ],
    [
      'the stream is cut',
      ScriptedModel.create(
        new ModelFailure('cut-off', 'x', {
          usage: { inputTokens: 500, outputTokens: 50, cachedTokens: 0 },
        }),
      ),
      'cut-off',
      0.0015,
    ],
    [
      'it breaks',
      ScriptedModel.create(new TypeError('x is undefined')),
      'unexpected',
      0,
    ],
  ])(
    'has the deterministic answer when %s, and says why',
    async (_, model, why, cost) => {
      const run = await analystOf(model).analyse(request);
      expect(run).toMatchObject({
        state: 'unavailable',
        stage: 'done',
        unavailable: { code: `triage.unavailable.${why}` },
      });
      expect(run.hypotheses?.[0]).toMatchObject({
        id: 'H1',
        entityRef: 'component:default/payments',
      });
      expect(run.analysis).toBeUndefined();
      expect(run.usage?.cost.amount ?? 0).toBeCloseTo(cost, 6);
      const [{ reserved }] = await db('triage_runs').sum({
        reserved: 'reserved_micros',
      });
      expect(Number(reserved)).toBe(0);
    },
  );

  it('says that there is no key, and sends nothing', async () => {
    const model = ScriptedModel.create(good);
    model.configured = false;
    const analyst = analystOf(model);
    expect(await analyst.availability()).toMatchObject({
      available: false,
      why: { code: 'triage.unavailable.no-key' },
    });
    const run = await analyst.analyse(request);
    expect(run.unavailable?.code).toBe('triage.unavailable.no-key');
    expect(model.asked).toEqual([]);
  });

  it('leaves a model alone that fails again and again, or that asks to wait', async () => {
    const model = ScriptedModel.create(new ModelFailure('unreachable', 'x'));
    const analyst = analystOf(model);
    for (let n = 0; n < 5; n++) await analyst.analyse(request);
    const run = await analyst.analyse(request);
    expect(run.unavailable?.code).toBe('triage.unavailable.resting');
    expect(model.asked).toHaveLength(5);
    expect(await analyst.availability()).toMatchObject({
      available: false,
      why: { code: 'triage.unavailable.resting' },
    });

    const busy = analystOf(
      ScriptedModel.create(
        new ModelFailure('rate-limited', 'x', { retryAfterMs: 30_000 }),
        good,
      ),
    );
    const limited = await busy.analyse(request);
    expect(limited.unavailable?.params).toEqual({ seconds: 30 });
    expect((await busy.availability()).available).toBe(false);
    now += 31_000;
    expect((await busy.analyse(request)).state).toBe('done');
  });

  it('reserves before it asks, over all replicas at once', async () => {
    let go = () => {};
    const gate = new Promise<void>(resolve => {
      go = resolve;
    });
    const slow = () =>
      analystOf(
        ScriptedModel.create(async () => {
          await gate;
          return good;
        }),
        // A run may cost 12 cents: three of them are over the day's limit.
        { dayUsd: 0.3 },
      );
    const replicas = [slow(), slow(), slow(), slow()];
    const asked = replicas.map((analyst, i) =>
      analyst.analyse({ ...request, incident: { id: `INC-${i + 1}` } }),
    );
    const until = Date.now() + 60_000;
    for (;;) {
      const [{ n }] = await db('triage_runs').count({ n: '*' });
      if (Number(n) === 4 || Date.now() > until) break;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
    const { today } = await replicas[0].spend(1);
    expect(today.reserved.amount).toBeCloseTo(0.24, 6);
    go();
    const runs = await Promise.all(asked);
    const reasons = runs.map(({ unavailable }) => unavailable?.code ?? 'done');
    expect(reasons.sort()).toEqual([
      'done',
      'done',
      'triage.unavailable.budget-day',
      'triage.unavailable.budget-day',
    ]);
    const after = await replicas[0].spend(1);
    expect(after.today).toMatchObject({
      spent: { amount: 0.006 },
      reserved: { amount: 0 },
      limit: { amount: 0.3 },
    });
    // The next day is a new one.
    now += 86_400_000;
    expect((await slow().analyse({ ...request, again: true })).state).toBe(
      'done',
    );
  });

  it.each([
    [{ incidentUsd: 0.12 }, 'budget-incident'],
    [{ runUsd: 0.001 }, 'budget-run'],
    [{ dayUsd: 0 }, 'budget-day'],
  ])('keeps to %j', async (budget, why) => {
    const model = ScriptedModel.create(good);
    const analyst = analystOf(model, budget);
    if (why === 'budget-incident') await analyst.analyse(request);
    const run = await analyst.analyse({ ...request, again: true });
    expect(run.unavailable?.code).toBe(`triage.unavailable.${why}`);
  });

  it('makes a dearer run smaller rather than dearer', async () => {
    const model = ScriptedModel.create(good);
    await analystOf(model, { runUsd: 0.06 }).analyse(request);
    expect(model.asked[0].maxOutputTokens).toBe(3000);
  });

  it('frees what a process that died had set aside, and says that it died', async () => {
    const never = analystOf(
      ScriptedModel.create(() => new Promise<never>(() => {})),
      { seconds: 10, concurrent: 1 },
    );
    const stop = new AbortController();
    const lost = never.analyse({ ...request, signal: stop.signal });
    const until = Date.now() + 60_000;
    while (!(await never.run('TRI-0001')) && Date.now() < until)
      await new Promise(resolve => setTimeout(resolve, 20));
    expect(await never.run('TRI-0001')).toMatchObject({ state: 'running' });
    const other = analystOf(ScriptedModel.create(good), { concurrent: 1 });
    expect((await other.analyse(request)).unavailable?.code).toBe(
      'triage.unavailable.busy',
    );
    now += 80_000;
    expect(await other.run('TRI-0001')).toMatchObject({
      state: 'unavailable',
      unavailable: { code: 'triage.unavailable.died' },
    });
    expect((await other.analyse(request)).state).toBe('done');
    stop.abort();
    expect((await lost).unavailable?.code).toBe('triage.unavailable.cancelled');
  });

  it('keeps what people say of it, what was proposed, and forgets in time', async () => {
    const analyst = analystOf(ScriptedModel.create(good));
    const { id } = await analyst.analyse(request);
    await analyst.giveFeedback(
      id,
      { verdict: 'wrong' },
      { by: 'user:default/a' },
    );
    await analyst.giveFeedback(
      id,
      { verdict: 'right', trueCause: 'v42\u0000', comment: 'Yes 🔥' },
      { by: 'user:default/a' },
    );
    const told = await analyst.giveFeedback(
      id,
      { verdict: 'wrong' },
      { by: 'user:default/b' },
    );
    expect(told.feedback).toHaveLength(2);
    expect(told.feedback[0]).toMatchObject({
      verdict: 'right',
      trueCause: 'v42',
      comment: 'Yes 🔥',
    });
    expect(
      (await analyst.proposed(id, 0, 'REM-0031')).analysis?.actions,
    ).toMatchObject([{ attemptId: 'REM-0031' }]);
    await expect(analyst.proposed(id, 7, 'REM-1')).rejects.toThrow('no such');
    await expect(
      analyst.giveFeedback('TRI-99', { verdict: 'right' }, { by: 'x' }),
    ).rejects.toThrow('no such');
    const spend = await analyst.spend(28);
    expect(spend).toMatchObject({
      days: [{ day: '2026-11-22', runs: 1, cost: { amount: 0.003 } }],
      tasks: [{ task: 'analysis', runs: 1 }],
      outcomes: [{ outcome: 'answered', runs: 1 }],
      feedback: { right: 1, wrong: 1, n: 2 },
    });
    expect(spend.feedback.acceptance).toBeUndefined();
    expect(await analyst.prune()).toBe(0);
    now += 181 * 86_400_000;
    expect(await analyst.prune()).toBe(1);
    expect(await db('triage_feedback')).toEqual([]);
  });

  it('answers the other tasks in the same way', async () => {
    const alert = idOf(request, 'alert', '503');
    const other = idOf(request, 'alert', 'Checkout');
    const model = ScriptedModel.create(
      {
        primary: alert,
        first: 'Look at payments first',
        firstEvidence: [alert],
        groups: [
          {
            alerts: [alert, other],
            related: true,
            why: 'checkout depends on payments',
            evidence: [alert, other],
          },
        ],
        order: [alert, other, 'E404'],
        suppress: [
          { alert: other, why: 'It follows payments', evidence: [alert] },
          { alert, why: 'It is noise', evidence: [alert] },
        ],
        injections: [],
      },
      {
        title: 'Charges fail at payments',
        sentences: [
          { text: 'Charges fail with HTTP 503.', evidence: [alert] },
          { text: 'Nobody lost 5000 dollars.', evidence: [alert] },
        ],
      },
      {
        paragraphs: [
          {
            section: 'summary',
            text: 'Charges failed for *everybody*.',
            evidence: ['F1', alert],
          },
          {
            section: 'lessons',
            text: 'See [x](https://evil.example).',
            evidence: ['F1'],
          },
        ],
      },
    );
    const analyst = analystOf(model);
    const review = await analyst.review(request);
    expect(review).toMatchObject({
      run: { task: 'review', state: 'done' },
      primary: '41',
      order: ['41', '42'],
      groups: [{ alertIds: ['41', '42'], related: true }],
      suppress: [{ alertId: '42' }],
    });
    const summary = await analyst.summarize(request);
    expect(summary).toMatchObject({
      run: { task: 'summary', model: 'test-small' },
      title: 'Charges fail at payments',
      summary: 'Charges fail with HTTP 503.',
    });
    const { markdown } = await analyst.narrate({
      ...request,
      facts: {
        title: 'Postmortem of INC-0042',
        sections: [{ heading: 'Timeline', markdown: '- 12:32 it began' }],
        statements: [{ id: 'impact', text: 'Charges failed' }],
      },
    });
    expect(markdown).toBe(
      `# Postmortem of INC-0042\n\n## Summary\n\nCharges failed for \\*everybody\\*. (F1, ${alert})\n\n## Timeline\n\n- 12:32 it began\n`,
    );
    expect(await analyst.review(request)).toMatchObject({
      run: { cachedFrom: 'TRI-0001' },
      primary: '41',
    });
  });

  it('drafts a runbook that the runbooks family takes, or none', async () => {
    const incidents = [1, 2, 3].map(n => ({
      id: `INC-000${n}`,
      title: 'Charges fail',
      entityRefs: ['component:default/payments'],
      rootCause: 'A new version broke charges',
      mitigation: 'Rolled payments back',
      minutes: 20 + n,
      alerts: ['HighErrorRate'],
    }));
    const step = (phase: string, kind: string, text: string, more = {}) => ({
      phase,
      kind,
      title: text,
      text,
      action: '',
      parameters: '',
      minutes: 5,
      evidence: ['E1', 'E3'],
      ...more,
    });
    const draft = {
      title: 'Charges fail after a new version',
      description: 'payments fails charges; mostly a new version broke it.',
      alerts: ['HighErrorRate', 'MadeUp'],
      causes: [
        {
          cause: 'A new version',
          check: '',
          mitigation: 'Roll back',
          evidence: ['E2'],
        },
      ],
      steps: [
        step('detection', 'manual', 'See that charges fail'),
        step('resolution', 'action', 'Roll payments back', {
          action: 'delivery:rollback',
          parameters: '{"reason":"A new version broke charges"}',
        }),
        step('resolution', 'action', 'Wipe payments', { action: 'shell:wipe' }),
        step('verification', 'verify', 'Charges succeed'),
        step('escalation', 'manual', 'Call somebody', { evidence: [] }),
      ],
    };
    const analyst = analystOf(ScriptedModel.create(draft));
    const made = await analyst.draftRunbook({
      incidents,
      actions,
      by: 'user:default/ines',
    });
    expect(made).toMatchObject({
      run: { task: 'runbook-draft', state: 'done', incidentId: 'INC-0001' },
      fileName: 'charges-fail-after-a-new-version.yaml',
    });
    expect(made.steps?.map(({ evidence }) => evidence)).toEqual(
      Array(4).fill(['INC-0001', 'INC-0003']),
    );
    expect(made.yaml).toContain('action: delivery:rollback');
    expect(made.yaml).toContain('They took 22 minutes in the median');
    expect(made.yaml).not.toMatch(/MadeUp|shell:wipe|Call somebody/);
    await expect(
      analyst.draftRunbook({ incidents: incidents.slice(1), by: 'x' }),
    ).rejects.toThrow('at least three');
  });
});
