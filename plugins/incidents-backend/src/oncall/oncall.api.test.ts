import { TestDatabases } from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { startIncidents, type World } from '../__testUtils__/startIncidents';
import {
  entities,
  FakeSource,
  hour,
  noon,
  twoLevels,
} from './__testUtils__/oncallWorld';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });

/** What a service is asked today: shifts that are on now. */
function today() {
  const schedule = twoLevels();
  const shift = Math.floor((Date.now() - noon) / hour) * hour;
  return {
    ...schedule,
    shifts: schedule.shifts.map(({ from, to, ...rest }) => ({
      ...rest,
      from: from + shift,
      to: to + shift,
    })),
  };
}

describe.each(databases.eachSupportedId())('the API on %s', databaseId => {
  it('says who is on call, of all teams and as a calendar, by name or by role', async () => {
    const knex = await databases.init(databaseId);
    const rotation = FakeSource.create('rotation');
    rotation.schedules = { 'group:default/payments': today() };
    let result: AuthorizeResult.ALLOW | AuthorizeResult.DENY =
      AuthorizeResult.ALLOW;
    const world: World = {
      entities,
      decide: ({ name }) => ({
        result:
          name === 'incidents.oncall.people.read'
            ? result
            : AuthorizeResult.ALLOW,
      }),
    };
    const incidents = await startIncidents({
      knex,
      world,
      oncallSources: [rotation],
    });
    await incidents.run('incidents-oncall');
    const client = incidents.client();
    const entityRef = 'component:default/payments';
    const ask = async () => {
      const query = { params: { query: { entityRef } } };
      const { data } = await client.request('get', '/v1/oncall', query);
      const teams = await client.request('get', '/v1/oncall/teams', {});
      return { oncall: data, teams: teams.data?.items };
    };
    const calendar = (owner: string) =>
      incidents.call(`/v1/oncall/calendar?owner=${owner}`);

    const named = await ask();
    expect(named.oncall).toMatchObject({
      levels: [{ now: [{ userRef: 'user:default/ines.ortega' }] }, {}],
      source: { owner: 'group:default/payments' },
    });
    expect(named.teams).toMatchObject([{ owner: 'group:default/payments' }]);
    const file = await calendar('group:default/payments');
    expect(file.headers.get('content-type')).toMatch(/^text\/calendar/);
    expect(await file.text()).toContain('Inés Ortega');

    result = AuthorizeResult.DENY;
    const hidden = await ask();
    expect(hidden.oncall?.levels[0].now).toEqual([
      {
        name: 'level 1 of Payments',
        hidden: true,
        said: {
          code: 'people.level',
          params: { level: '1', team: 'Payments' },
        },
      },
    ]);
    const masked = await calendar('group:default/payments');
    expect(JSON.stringify([hidden, await masked.text()])).not.toMatch(
      /ines|tomasz|desk/i,
    );
    expect((await calendar('user:default/ines.ortega')).status).toBe(403);
    expect((await calendar('group:default/house')).status).toBe(404);
    expect((await calendar('nonsense:')).status).toBe(400);

    // The source is asked in the background only.
    expect(rotation.asked).toEqual(['group:default/payments']);
    await incidents.stop();
  });
});
