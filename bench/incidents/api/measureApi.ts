import type { Knex } from 'knex';
import { setTimeout as sleep } from 'node:timers/promises';
import { quick } from '../../shared/quick';
import { median, quantile } from '../../shared/quantile';
import { stitchedCatalog } from '../backend/stitchedCatalog';
import { Api } from './Api';
import { primaryKeyCall, readCalls, statusChange, type Call } from './calls';
import type { Filling } from './filling';

const rounds = quick ? 2 : 5;
const callsEach = quick ? 20 : 150;
const warmUp = quick ? 5 : 50;
const restMs = 1_500;
/** After a change, as nobody makes one after the other without a pause. */
const pauseMs = 25;

/** p95 of a call, in seconds; the median over the rounds. */
export interface CallTime {
  what: string;
  p95: number;
}

/**
 * Times all reads through one server in turns, so that whatever else goes on hits all of them; then
 * the changes one after the other, whose messages are sent meanwhile.
 */
export async function measureApi(
  db: Knex,
  filling: Filling,
): Promise<{ primaryKey: CallTime; others: CallTime[] }> {
  const api = await Api.start(db, stitchedCatalog(filling.entities));
  try {
    const primaryKey = primaryKeyCall(filling);
    const reads = [primaryKey, ...readCalls(filling)];
    const change = statusChange(filling);
    const p95 = new Map<Call, number[]>();
    for (let round = 0; round <= rounds; round++) {
      const turns = round ? callsEach : warmUp;
      const times = await timeInTurns(api, reads, turns);
      for (const [call, list] of await timeInTurns(api, [change], turns))
        times.set(call, list);
      // So that the next reads do not wait for what is still being sent.
      await sleep(restMs);
      if (!round) continue;
      for (const [call, list] of times)
        p95.set(call, [...(p95.get(call) ?? []), quantile(list, 0.95)]);
    }
    const [first, ...others] = [...p95].map(([{ what }, list]) => ({
      what,
      p95: median(list),
    }));
    return { primaryKey: first, others };
  } finally {
    await api.stop();
  }
}

/** Seconds of each call. */
async function timeInTurns(
  api: Api,
  calls: Call[],
  turns: number,
): Promise<Map<Call, number[]>> {
  const times = new Map<Call, number[]>(calls.map(call => [call, []]));
  for (let turn = 0; turn < turns; turn++) {
    for (const call of calls) {
      const answer = await api.call(call.path(), call.body?.());
      const { status, text, seconds } = answer;
      if (status !== 200) throw new Error(`${call.what}: ${status} ${text}`);
      times.get(call)?.push(seconds);
      if (call.body) await sleep(pauseMs);
    }
  }
  return times;
}
