import type {
  TriageSpend,
  TriageTask,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { readConfirmed } from './readConfirmed';
import { dayOf } from './reserveRun';
import { usd } from './RunRow';

const day = 86_400_000;
/** Fewer say nothing. */
const leastFeedback = 10;

/** What models cost and what came of it, over so many days of UTC, the last of them today. */
export async function readSpend(
  db: Knex,
  ask: { days: number; now: number; dayUsd: number },
): Promise<TriageSpend> {
  const { days, now } = ask;
  const today = dayOf(now);
  const since = today - (days - 1) * day;
  const runs = () => db('triage_runs').where('started_at', '>=', since);
  const dayNumber = db.raw('cast((started_at - ?) / ? as integer)', [
    since,
    day,
  ]);
  const byDay = (await runs()
    .select({ day: dayNumber })
    .sum({ micros: 'cost_micros' })
    .count({ runs: '*' })
    .groupBy('day')
    .orderBy('day')) as Counted<{ day: number | string }>[];
  const byTask = (await runs()
    .select('task')
    .sum({ micros: 'cost_micros' })
    .count({ runs: '*' })
    .groupBy('task')
    .orderBy('task')) as Counted<{ task: TriageTask }>[];
  const byOutcome = (await runs()
    .select('outcome')
    .count({ runs: '*' })
    .groupBy('outcome')) as Counted<{ outcome: string | null }>[];
  const [reserved] = await db('triage_runs')
    .where('state', 'running')
    .andWhere('expires_at', '>', now)
    .sum({ micros: 'reserved_micros' });
  const [recent, earlier] = [
    await feedbackOf(db, since, Infinity),
    await feedbackOf(db, since - days * day, since),
  ];
  const acceptance = shareOf(recent);
  const before = shareOf(earlier);
  const spentToday = byDay.find(row => Number(row.day) === days - 1);
  return {
    since: new Date(since).toISOString(),
    today: {
      spent: usd(Number(spentToday?.micros ?? 0)),
      reserved: usd(Number(reserved.micros ?? 0)),
      limit: { amount: ask.dayUsd, currency: 'USD' },
    },
    days: byDay.map(row => ({
      day: new Date(since + Number(row.day) * day).toISOString().slice(0, 10),
      cost: usd(Number(row.micros)),
      runs: Number(row.runs),
    })),
    tasks: byTask.map(row => ({
      task: row.task,
      cost: usd(Number(row.micros)),
      runs: Number(row.runs),
    })),
    outcomes: byOutcome
      .map(row => ({
        outcome: row.outcome ?? 'running',
        runs: Number(row.runs),
      }))
      .sort((a, b) => b.runs - a.runs || (a.outcome < b.outcome ? -1 : 1)),
    feedback: {
      ...recent,
      n: recent.right + recent.wrong,
      ...(acceptance !== undefined && { acceptance }),
      ...(before !== undefined && { before }),
      causes: await readConfirmed(db, since),
    },
  };
}

type Counted<T> = T & { micros?: number | string; runs: number | string };

async function feedbackOf(db: Knex, since: number, until: number) {
  const query = db('triage_feedback')
    .where('at', '>=', since)
    .select('verdict')
    .count({ n: '*' })
    .groupBy('verdict');
  if (until < Infinity) query.andWhere('at', '<', until);
  const rows = (await query) as { verdict: string; n: number | string }[];
  const of = (verdict: string) =>
    Number(rows.find(row => row.verdict === verdict)?.n ?? 0);
  return { right: of('right'), wrong: of('wrong') };
}

function shareOf({ right, wrong }: { right: number; wrong: number }) {
  const n = right + wrong;
  return n < leastFeedback ? undefined : right / n;
}
