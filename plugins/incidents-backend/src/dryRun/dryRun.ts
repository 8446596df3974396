import { InputError } from '@backstage/errors';
import {
  parseIncidentRules,
  type DryRun,
  type DryRunIncident,
  type IncidentRules,
  type Matcher,
  type RulesFinding,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import type { Graph } from '../graph';
import { playDeliveries } from '../replay/playDeliveries';
import { scratchDatabase } from '../replay/scratchDatabase';
import { diffOutcomes } from './diffOutcomes';
import type { Outcome } from './Outcome';
import { readOutcomes } from './readOutcomes';
import { RealAlerts } from './RealAlerts';
import { countRecorded, readRecorded } from './readRecorded';

export interface DryRunOptions {
  db: Knex;
  graph: Graph;
  /** Those in force. */
  rules: IncidentRules;
  /** Those to be tried. */
  yaml: string;
  /** Milliseconds since the epoch; `to` is not included. */
  from: number;
  to: number;
  /** Events of the inbox at most: the last of the span are taken. 20,000 by default. */
  limit?: number;
}

const mostEvents = 20_000;
/** Incidents in each list of the answer. */
const mostListed = 200;

/**
 * Which incidents there would have been: what the inbox recorded in a span is run through the real
 * pipeline under both sets of rules, each on a scratch database, with the graph and the taught
 * mappings of today. It starts without open alerts, and knows of no silence, maintenance or other act
 * of a person. Changes nothing.
 *
 * @throws InputError when the rules cannot be read; its message names fields, lines and fixes
 */
export async function dryRun(options: DryRunOptions): Promise<DryRun> {
  const { db, rules, from, to, limit = mostEvents } = options;
  if (from >= to) throw new InputError('`from` must be before `to`');
  const parsed = parseIncidentRules(options.yaml);
  if ('findings' in parsed) throw new InputError(wordsOf(parsed.findings));
  const recorded = await countRecorded(db, options, limit);
  const taught = await readTaught(db);
  const run = (under: IncidentRules) =>
    play(options, recorded.afterId, {
      ...under,
      mapping: [...taught, ...under.mapping],
    });
  // One after the other: both are busy with the same processor.
  const outcomes = [await run(rules), await run(parsed.rules)];
  const real = await RealAlerts.read(
    db,
    new Set(
      outcomes.flat().flatMap(({ alerts }) => alerts.map(a => a.fingerprint)),
    ),
  );
  const [before, after] = outcomes.map((some, turn) =>
    some.map(outcome => incidentOf(outcome, turn, real)),
  );
  const { same, added, removed, changed } = diffOutcomes(before, after);
  const lists = [added, removed, changed];
  return {
    from: new Date(from).toISOString(),
    to: new Date(to).toISOString(),
    events: recorded.events,
    truncated:
      recorded.truncated || lists.some(list => list.length > mostListed),
    before: before.length,
    after: after.length,
    same,
    added: added.slice(0, mostListed),
    removed: removed.slice(0, mostListed),
    changed: changed.slice(0, mostListed),
  };
}

async function play(
  { db, graph, from, to }: DryRunOptions,
  afterId: number,
  rules: IncidentRules,
): Promise<Outcome[]> {
  const scratch = await scratchDatabase();
  try {
    await playDeliveries(scratch.db, {
      deliveries: readRecorded(db, { from, to }, afterId),
      graph,
      rules,
      to,
    });
    return await readOutcomes(scratch.db);
  } finally {
    await scratch.remove();
  }
}

/** What people taught counts under any rules, and before them. */
async function readTaught(db: Knex): Promise<IncidentRules['mapping']> {
  const rows = await db('mappings').orderBy('id', 'desc').select();
  return rows.map(({ id, matchers, entity_ref: entityRef }) => ({
    name: `taught ${id}`,
    match: JSON.parse(matchers) as Matcher[],
    entityRef,
  }));
}

function incidentOf(
  outcome: Outcome,
  turn: number,
  real: RealAlerts,
): DryRunIncident {
  const incidentId = real.incidentOf(outcome.alerts);
  return {
    key: `${turn === 0 ? 'before' : 'after'}-${outcome.number}`,
    ...(incidentId && { incidentId }),
    title: outcome.title,
    severity: outcome.severity as DryRunIncident['severity'],
    startedAt: new Date(outcome.startedAt).toISOString(),
    alertIds: [...new Set(outcome.alerts.map(alert => real.idOf(alert)))],
    entityRefs: outcome.entityRefs,
    ...(outcome.originRef && { originRef: outcome.originRef }),
    because: outcome.because,
  };
}

function wordsOf(findings: RulesFinding[]): string {
  return findings
    .map(
      ({ field, line, message, fix }) =>
        `Line ${line}, ${field}: ${message} ${fix}`,
    )
    .join('\n');
}
