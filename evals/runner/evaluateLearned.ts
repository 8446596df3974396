import type { Knex } from 'knex';
import { join } from 'node:path';
import { replayTriage } from '@ghostlight/plugin-incidents-backend/triage';
import { connect } from '../../bench/shared/connect';
import { RankerKeeper } from '../../plugins/incidents-backend/src/triage/learned';
import { createRanker } from '../../plugins/incidents-backend/src/triage/learned/createRanker';
import { diagnose } from '../../plugins/incidents-backend/src/triage/ranking';
import { root } from '../../scripts/process';
import { makeIncident, type Incident } from '../simulator/makeIncident';
import { table } from './tables';
import { Tally } from './Tally';

/** Of the tuning seeds, others than those that the weights were fitted on. */
const seeds = 60_000;
/** As many as a portal learns from. */
const taught = 500;
const begin = Date.UTC(2026, 5, 1);
const hour = 3_600_000;

/**
 * A portal closes one simulated incident an hour, learns from them as it does every night, and ranks
 * `count` later ones that it has not seen: by the rules, and by what it learned, in force or not. The
 * rules were fitted on incidents with metrics; a portal that has none is where there is most to learn.
 */
export async function evaluateLearned(count: number): Promise<string> {
  const incidents: Incident[] = [];
  for (let seed = seeds; incidents.length < taught + count; seed++) {
    const incident = makeIncident(seed);
    if (incident.expected.causes) incidents.push(incident);
  }
  const unmeasured = incidents.map(incident => ({
    ...incident,
    case: { ...incident.case, metrics: undefined },
  }));
  return [
    `### A portal with metrics\n\n${await learn(incidents)}`,
    `### A portal without\n\n${await learn(unmeasured)}`,
  ].join('\n\n');
}

async function learn(incidents: Incident[]): Promise<string> {
  const db = connect({ kind: 'SQLite', place: ':memory:' });
  try {
    await db.migrate.latest({
      directory: join(root, 'plugins/incidents-backend/migrations'),
    });
    const now = () => begin + taught * hour;
    const keeper = RankerKeeper.create({ db, now });
    for (const [place, incident] of incidents.slice(0, taught).entries()) {
      await keeper.remember(place, incident.case);
      await close(db, place, incident);
    }
    await keeper.train(new AbortController().signal);
    const { why, version } = await keeper.state();
    const { model } = await db('triage_models').first('model');
    const ranker = createRanker(JSON.parse(model), version, why);
    const rules = Tally.create();
    const learned = Tally.create();
    for (const { case: given, expected } of incidents.slice(taught)) {
      rules.add(given, expected, replayTriage(given));
      learned.add(given, expected, diagnose(given, { ranker }));
    }
    return `${why.text}.\n\n${table([
      [`${incidents.length - taught} later`, 'top-1', 'top-3', 'Brier score'],
      rowOf('rules', rules),
      rowOf('learned', learned),
    ])}`;
  } finally {
    await db.destroy();
  }
}

async function close(db: Knex, number: number, { expected }: Incident) {
  const at = begin + number * hour;
  await db('incidents').insert({
    number,
    title: `Incident ${number}`,
    severity: 'SEV2',
    status: 'resolved',
    source: 'manual',
    origin_ref: expected.causes![0],
    root_cause: 'confirmed',
    suspects: '[]',
    because: '[]',
    summary: '',
    started_at: at,
    resolved_at: at + hour / 2,
    created_at: at,
    updated_at: at,
  });
}

function rowOf(name: string, tally: Tally): string[] {
  const { first, three, faulty } = tally.of('ours');
  const percent = (part: number) => `${Math.round((100 * part) / faulty)} %`;
  return [name, percent(first), percent(three), tally.brier.toFixed(3)];
}
