import { TestDatabases } from '@backstage/backend-test-utils';
import type { Knex } from 'knex';
import { callsOf } from './__testUtils__/calls';
import { component, group } from './__testUtils__/entities';
import { allowAll, startIncidents } from './__testUtils__/startIncidents';
import { ScriptedModel } from './triage/analysis/__testUtils__/ScriptedModel';
import { installedActions } from './triage/redTeam/__testUtils__/installedActions';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const [restart, scale] = installedActions;

describe('triage', () => {
  let knex: Knex;
  let stop: (() => Promise<void>) | undefined;

  beforeEach(async () => {
    knex = await databases.init('SQLITE_3');
  });
  afterEach(() => stop?.());

  async function start() {
    const model = ScriptedModel.create('{}');
    const started = await startIncidents({
      knex,
      model,
      runbooks: {
        listActions: async () => [
          restart,
          { ...scale, id: 'kubernetes:break-network', makesFaults: true },
        ],
        listSuggestions: async () => [],
      },
      world: {
        entities: [group('payers'), component('payments')],
        decide: allowAll,
      },
    });
    ({ stop } = started);
    return { ...started, ...callsOf(started.client()), model };
  }

  it('offers the model no action that does harm on purpose', async () => {
    const { client, declare, model } = await start();
    const { id } = await declare({ title: 'Charges fail' });
    await client().request('post', '/v1/incidents/{incidentId}/triage', {
      params: { path: { incidentId: id } },
      body: { language: 'en', again: false },
    });
    const asked = JSON.stringify(model.asked[0].turns);
    expect(asked).toContain(restart.id);
    expect(asked).not.toContain('break-network');
  });

  it('says how large a case may be that is replayed', async () => {
    const { call } = await start();
    const answer = await call('/v1/triage/replay', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'x'.repeat(8 * 1024 * 1024) }),
    });
    expect(answer.status).toBe(400);
    expect((await answer.json()).error.message).toMatch(
      /larger than 8 MB.*ghostlight triage replay/,
    );
  });
});
