import type { AuthService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';
import {
  keysFor,
  matchTriggers,
  type Seen,
  type RunbooksPaths,
  type RunbookSpec,
  type Sentence,
  type Suggestion,
} from '@ghostlight/plugin-runbooks-common';
import { isMissing, readEntityRef, say } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import type { Visibility } from '../service/targetRules';
import { describeRunbook } from './describeRunbook';
import type { Document } from './DocumentRow';
import { factsOf } from './factsOf';
import { findByKeys } from './findDocuments';
import { readHistory } from './readHistory';
import { whereVisibleDocuments } from './whereVisibleDocuments';

export type SuggestRequest = NonNullable<
  RunbooksPaths['/v1/suggestions']['get']['parameters']['query']
>;

const most = 20;
/** Alerts of an incident that are looked at. */
const mostAlerts = 200;
const open = ['investigating', 'identified', 'monitoring'] as const;

interface Situation {
  facts: Seen;
  entityRefs: string[];
  /** In one, what is written for a service of it may help; else only what an alert asks for. */
  isIncident?: boolean;
}

/** Runbooks that may help, the best first, each with why. */
export async function suggestRunbooks(
  options: {
    db: Knex;
    incidents: IncidentsService;
    auth: AuthService;
    now: number;
  },
  request: SuggestRequest,
  visible: Visibility,
): Promise<Suggestion[]> {
  const { db, now } = options;
  const situation = await situationOf(options, request);
  const { facts, entityRefs } = situation;
  const keys = keysFor({ ...facts, entityRefs });
  const documents = findByKeys<RunbookSpec>(db, 'runbook', keys, query =>
    whereVisibleDocuments(query, visible),
  );
  let found: Judged[] = [];
  for await (const document of documents) {
    found.push(...judge(document, situation));
    if (found.length >= 10 * most) found = bestOf(found);
  }
  found = bestOf(found);
  const histories = await readHistory(
    db,
    found.map(({ document }) => document.ref),
  );
  return found.map(({ document, because, score }) => ({
    kind: 'runbook',
    runbook: describeRunbook(document, histories.get(document.ref) ?? {}, {
      now,
      because,
    }),
    because,
    score,
  }));
}

interface Judged {
  document: Document<RunbookSpec>;
  because: Sentence[];
  score: number;
}

function bestOf(found: Judged[]): Judged[] {
  return found
    .sort(
      (a, b) =>
        b.score - a.score || a.document.ref.localeCompare(b.document.ref),
    )
    .slice(0, most);
}

/** A matching trigger says more than a service, and both more than either. */
function judge(
  document: Document<RunbookSpec>,
  { facts, entityRefs, isIncident }: Situation,
): Judged[] {
  const { triggers = [], serviceRefs = [] } = document.spec ?? {};
  const match = matchTriggers(triggers, facts);
  const mine = entityRefs.find(ref => serviceRefs.includes(ref));
  // One for another service is not meant, whatever its triggers say.
  if (serviceRefs.length && entityRefs.length && !mine) return [];
  if (!match && !isIncident) return [];
  const because = [
    ...(match?.because ?? []),
    ...(mine
      ? [
          say('runbook.of-entity', `It is written for ${mine}.`, {
            entity: mine,
          }),
        ]
      : []),
  ];
  const score = (match ? 1 + match.score : 0) + (mine ? 1 : 0);
  return score ? [{ document, because, score }] : [];
}

async function situationOf(
  options: { incidents: IncidentsService; auth: AuthService },
  { incidentId, entityRef, objective }: SuggestRequest,
): Promise<Situation> {
  if (incidentId) return ofIncident(options, incidentId);
  if (objective)
    return {
      facts: {
        alerts: [{ name: '', labels: {}, objectiveRef: objective }],
      },
      entityRefs: entityRef ? [readEntityRef('entityRef', entityRef)] : [],
    };
  if (!entityRef)
    throw new InputError('Give incidentId, entityRef or objective');
  return ofEntity(options, readEntityRef('entityRef', entityRef));
}

async function ofIncident(
  { incidents, auth }: { incidents: IncidentsService; auth: AuthService },
  id: string,
): Promise<Situation> {
  const credentials = await auth.getOwnServiceCredentials();
  const [incident, { items }] = await Promise.all([
    incidents.getIncident(id, { credentials }),
    incidents.listAlerts({ incident: id, limit: mostAlerts }, { credentials }),
  ]);
  return {
    isIncident: true,
    facts: factsOf(items, incident),
    entityRefs: incident.entities.map(({ entityRef }) => entityRef),
  };
}

/** What is firing for it now. */
async function ofEntity(
  { incidents, auth }: { incidents: IncidentsService; auth: AuthService },
  entityRef: string,
): Promise<Situation> {
  const credentials = await auth.getOwnServiceCredentials();
  try {
    const [alerts, about] = await Promise.all([
      incidents.listAlerts(
        { entityRef: [entityRef], view: 'open', limit: mostAlerts },
        { credentials },
      ),
      incidents.listIncidents(
        { entityRef: [entityRef], status: [...open], limit: 1 },
        { credentials },
      ),
    ]);
    return {
      facts: factsOf(alerts.items, about.items[0]),
      entityRefs: [entityRef],
    };
  } catch (error) {
    if (isMissing(error))
      return { facts: { alerts: [] }, entityRefs: [entityRef] };
    throw error;
  }
}
