import { resolvePackagePath } from '@backstage/backend-plugin-api';
import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import incidentsModuleAnthropic from '@ghostlight/plugin-incidents-backend-module-anthropic';
import {
  incidentsExtensionPoint,
  type LanguageModel,
} from '@ghostlight/plugin-incidents-node';
import { ClaudeApi, type ClaudeReply } from '@ghostlight/theatre';
import type { Knex } from 'knex';
import { ExtensionRegistry } from '../../ExtensionRegistry';
import { AdapterRegistry } from '../../intake';
import { goodAnswer } from './__testUtils__/goodAnswer';
import { actions, incidentOf } from './__testUtils__/paymentsIncident';
import { readAnalysisConfig } from './AnalysisConfig';
import { Analyst } from './Analyst';

const directory = resolvePackagePath(
  '@ghostlight/plugin-incidents-backend',
  'migrations',
);
const request = { ...incidentOf(), actions, again: true };

describe('the analyst with Claude', () => {
  const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
  let db: Knex;
  let api: ClaudeApi;
  let model: LanguageModel;
  let replies: ClaudeReply[] = [];

  beforeAll(async () => {
    db = await databases.init('SQLITE_3');
    await db.migrate.latest({ directory });
    api = await ClaudeApi.start({ script: () => replies.shift() });
    const registry = ExtensionRegistry.create({
      adapters: AdapterRegistry.create(),
    });
    const backend = await startTestBackend({
      extensionPoints: [[incidentsExtensionPoint, registry]],
      features: [
        incidentsModuleAnthropic,
        mockServices.rootConfig.factory({
          data: {
            incidents: {
              triage: {
                anthropic: { apiKey: api.apiKey, baseUrl: api.url },
              },
            },
          },
        }),
      ],
    });
    await backend.stop();
    model = registry.model!;
  });
  afterAll(() => api.stop());

  const analyst = () =>
    Analyst.create({
      db,
      model,
      logger: mockServices.logger.mock(),
      config: {
        ...readAnalysisConfig(),
        budget: { ...readAnalysisConfig().budget, seconds: 600 },
      },
    });

  it.each(['en', 'es'] as const)(
    'has a whole analysis, review, summary, postmortem and draft in %s',
    async language => {
      const asked = { ...request, language };
      const run = await analyst().analyse(asked);
      expect(run).toMatchObject({
        state: 'done',
        model: 'claude-sonnet-5-5',
        analysis: {
          verdict: 'identified',
          dropped: [],
          hypotheses: [{ suspect: 'H1', word: 'high' }, {}],
          actions: [{ action: 'delivery:rollback' }],
        },
      });
      expect(run.usage!.cost.amount).toBeGreaterThan(0);
      expect(run.usage!.cost.amount).toBeLessThan(0.15);
      const review = await analyst().review(asked);
      expect(review.order).toEqual(['41', '42']);
      const summary = await analyst().summarize(asked);
      expect(summary.run.model).toBe('claude-haiku-5-5');
      expect(summary.summary).toContain('503');
      const narrative = await analyst().narrate({
        ...asked,
        facts: {
          title: 'Postmortem',
          sections: [{ heading: 'Impact', markdown: 'Charges failed.' }],
          statements: [{ id: 'impact', text: 'Charges failed for buyers' }],
        },
      });
      expect(narrative.markdown).toContain('Charges failed for buyers');
      const draft = await analyst().draftRunbook({
        ...asked,
        incidents: [1, 2, 3].map(n => ({
          id: `INC-000${n}`,
          title: 'Charges fail',
          entityRefs: ['component:default/payments'],
          mitigation: 'Rolled back',
        })),
      });
      expect(draft.yaml).toContain('kind: Runbook');
    },
  );

  it('goes on from what tools found, over two requests', async () => {
    replies = [
      {
        text: '',
        tools: [{ name: 'logs_of', input: { entity: 'payments', text: '' } }],
      },
      { text: JSON.stringify(goodAnswer(request)) },
    ];
    const run = await analyst().analyse(request);
    expect(run).toMatchObject({
      state: 'done',
      usage: { calls: 1, rounds: 1 },
    });
    expect(api.requests().at(-1)!.messages).toHaveLength(3);
  });

  it.each<[ClaudeReply, string]>([
    [{ text: '', stop: 'refusal' }, 'refused'],
    [{ text: '{', stop: 'max_tokens' }, 'truncated'],
    [{ text: 'x'.repeat(400), cutAfter: 200 }, 'cut-off'],
    [{ status: 429, type: 'rate_limit_error', retryAfter: 60 }, 'rate-limited'],
    [{ status: 529, type: 'overloaded_error', retryAfter: 60 }, 'overloaded'],
    [{ status: 401, type: 'authentication_error' }, 'refused-by-vendor'],
  ])('falls back on %j', async (reply, why) => {
    replies = [reply];
    const run = await analyst().analyse(request);
    expect(run.unavailable?.code).toBe(`triage.unavailable.${why}`);
    expect(run.hypotheses?.[0].id).toBe('H1');
  });
});
