import { mockCredentials, TestDatabases } from '@backstage/backend-test-utils';
import type { incidentReadPermission } from '@ghostlight/plugin-incidents-common';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { component, group } from '../__testUtils__/entities';
import { insertAlerts } from '../__testUtils__/insertAlerts';
import {
  allowAll,
  startIncidents,
  type World,
} from '../__testUtils__/startIncidents';
import {
  createIncidentConditionalDecision,
  incidentConditions,
} from '../index';
import { ScriptedModel } from './analysis/__testUtils__/ScriptedModel';
import type { AnalysisAnswer } from './analysis/verify/answers';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_18'] });
const payments = 'component:default/payments';
const search = 'component:default/search';
const headline = 'The first record';

const answer: AnalysisAnswer = {
  verdict: 'probable',
  headline,
  hypotheses: [
    {
      key: 'A1',
      title: headline,
      entity: search,
      change: '',
      supporting: ['E1'],
      contradicting: [],
    },
  ],
  claims: [
    {
      part: 'hypothesis',
      hypothesis: 'A1',
      text: 'It began there',
      evidence: ['E1'],
    },
  ],
  timeline: [],
  actions: [],
  runbookQueries: [],
  openQuestions: [],
  injections: [],
};

/** What concerns an incident is for owners of what it affects; all else is allowed. */
const ownersOf =
  (claim: string): World['decide'] =>
  permission =>
    permission.type === 'resource' &&
    permission.resourceType === 'incidents-incident'
      ? createIncidentConditionalDecision(
          permission as typeof incidentReadPermission,
          incidentConditions.isOwner({ claims: [claim] }),
        )
      : { result: AuthorizeResult.ALLOW };

it.each(databases.eachSupportedId())(
  'an analysis is told to whom may see all that it rests on, on %s',
  async id => {
    const knex = await databases.init(id);
    const world: World = {
      entities: [
        group('payers'),
        group('finders'),
        component('payments', { owner: 'payers' }),
        component('search', { owner: 'finders' }),
      ],
      decide: allowAll,
    };
    const { stop, client } = await startIncidents({
      knex,
      world,
      model: ScriptedModel.create({ ...answer }),
    });
    const as = (name: string) =>
      client(mockCredentials.user.header(`user:default/${name}`));
    const asker = as('asker');
    const reader = as('reader');
    const { data: incident } = await asker.request('post', '/v1/incidents', {
      body: {
        title: 'Both fail',
        severity: 'SEV2',
        entityRefs: [payments, search],
      },
    });
    const path = { incidentId: incident!.id };
    await knex('incidents').update({ owner_ref: 'group:default/payers' });
    await insertAlerts(knex, [
      { name: 'A', entityRef: search, incident: 1 },
      { name: 'B', entityRef: payments, incident: 1 },
    ]);
    await asker.request('post', '/v1/incidents/{incidentId}/triage', {
      params: { path },
      body: { language: 'en', again: false },
    });
    const runsOf = (who: typeof reader) =>
      who.request('get', '/v1/incidents/{incidentId}/triage/runs', {
        params: { path },
      });
    const [run] = (await runsOf(asker)).data!.items;

    const told = async (who: typeof reader) => {
      const byId = { params: { path: { runId: run.id } } };
      const one = await who.request('get', '/v1/triage-runs/{runId}', byId);
      const all = await runsOf(who);
      const triage = await who.request(
        'get',
        '/v1/incidents/{incidentId}/triage',
        { params: { path } },
      );
      const feedback = await who
        .request('post', '/v1/triage-runs/{runId}/feedback', {
          ...byId,
          body: { verdict: 'right' },
        })
        .then(
          ({ response }) => response.status,
          error => error.statusCode,
        );
      return {
        headlines: [one.data, all.data?.items[0], triage.data?.latest].map(
          each => each?.analysis?.headline,
        ),
        why: one.data?.unavailable?.code,
        feedback,
      };
    };
    const open = {
      headlines: [headline, headline, headline],
      feedback: 200,
    };
    expect(await told(reader)).toEqual(open);
    world.decide = ownersOf('group:default/payers');
    expect(await told(reader)).toEqual({
      headlines: [undefined, undefined, undefined],
      why: 'triage.unavailable.withheld',
      feedback: 403,
    });
    expect(await told(asker)).toEqual(open);
    await stop();
  },
);
