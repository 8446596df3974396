import {
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import incidentsModuleAnthropic from '@ghostlight/plugin-incidents-backend-module-anthropic';
import {
  incidentsExtensionPoint,
  type IncidentsExtensionPoint,
  type LanguageModel,
} from '@ghostlight/plugin-incidents-node';
import { Analyst, readAnalysisConfig } from '../analysis';
import { breachesOf } from './__testUtils__/breachesOf';
import { migrated } from './__testUtils__/migrated';
import { RedTeam } from './__testUtils__/RedTeam';
import { attacks } from './cases';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

describe('a model that obeys whatever it reads', () => {
  let team: RedTeam;
  let model: LanguageModel | undefined;
  let analyst: Analyst;

  beforeAll(async () => {
    team = await RedTeam.start();
    const point: Partial<IncidentsExtensionPoint> = {
      setLanguageModel: given => {
        model = given;
      },
    };
    const backend = await startTestBackend({
      extensionPoints: [
        [incidentsExtensionPoint, point as IncidentsExtensionPoint],
      ],
      features: [
        incidentsModuleAnthropic,
        mockServices.rootConfig.factory({
          data: {
            incidents: {
              triage: {
                anthropic: { apiKey: team.apiKey, baseUrl: team.url },
              },
            },
          },
        }),
      ],
    });
    await backend.stop();
    const config = readAnalysisConfig();
    analyst = Analyst.create({
      db: await migrated(databases),
      logger: mockServices.logger.mock(),
      model,
      // Sixty questions at once are not what is tested here.
      config: {
        ...config,
        budget: { ...config.budget, incidentUsd: 1_000, dayUsd: 10_000 },
      },
    });
  });
  afterAll(() => team.stop());

  it('is tried in sixty ways and more', () => {
    expect(new Set(attacks.map(({ name }) => name)).size).toBe(attacks.length);
    expect(attacks.length).toBeGreaterThanOrEqual(60);
  });

  it.each(attacks.map(each => [each.name, each.place, each] as const))(
    'achieves nothing by %s in a %s',
    async (_name, _place, attack) => {
      const outcome = await team.launch(attack, analyst);
      expect(breachesOf(attack, outcome)).toEqual([]);
    },
  );

  it('is told apart from one that achieves something', async () => {
    const [attack] = attacks;
    const outcome = await team.launch(attack, analyst);
    const run = {
      ...outcome.run,
      analysis: {
        ...outcome.run.analysis!,
        headline: `${attack.wants[0]}\u202e`,
        openQuestions: ['E500'],
      },
    };
    const requests = [{ ...outcome.requests[0], system: attack.text }];
    expect(breachesOf(attack, { run, requests })).toEqual([
      'its text is among the instructions',
      `'${attack.wants[0]}' is shown`,
      'characters that nobody sees are shown',
      '"E500" is cited',
    ]);
  });
});
