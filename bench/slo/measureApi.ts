import type { Knex } from 'knex';
import { Api, primaryKeyPath } from './Api';
import { objectiveAt } from './fleet';
import { median, quantile } from '../shared/quantile';

/** p95 of each read, in seconds; the median over the rounds. */
export interface ApiTimes {
  /** One row of the summary by its primary key. */
  primaryKey: number;
  /** `GET /v1/objectives/{ref}`. */
  detail: number;
  /** `GET /v1/objectives?entityRef=`. */
  entity: number;
  /** `GET /v1/objectives?limit=100`, what the org page asks for first. */
  page: number;
  /** Objectives on that page, and how many it says there are. */
  pageItems: number;
  totalItems: number;
  /** HTTP status for a page of 501. */
  tooLong: number;
}

const rounds = 5;
const callsEach = 150;
const warmUp = 50;

/** Times four reads through one router in turns, so that whatever else goes on hits all of them. */
export async function measureApi(
  db: Knex,
  objectives: number,
): Promise<ApiTimes> {
  const api = await Api.start(db);
  try {
    const some = () => Math.floor(Math.random() * objectives);
    const encoded = (text: string) => encodeURIComponent(text);
    const reads = {
      primaryKey: () => `${primaryKeyPath}/${some() + 1}`,
      detail: () => `/v1/objectives/${encoded(objectiveAt(some()).ref)}`,
      entity: () =>
        `/v1/objectives?entityRef=${encoded(objectiveAt(some()).entityRef)}`,
      page: () => '/v1/objectives?limit=100',
    };
    const names = Object.keys(reads) as (keyof typeof reads)[];
    const p95 = { primaryKey: [], detail: [], entity: [], page: [] } as Record<
      keyof typeof reads,
      number[]
    >;
    for (let round = 0; round <= rounds; round++) {
      const times = new Map<string, number[]>(names.map(name => [name, []]));
      for (let call = 0; call < (round ? callsEach : warmUp); call++) {
        for (const name of names) {
          const { status, text, seconds } = await api.get(reads[name]());
          if (status !== 200) throw new Error(`${name}: ${status} ${text}`);
          times.get(name)?.push(seconds);
        }
      }
      if (!round) continue;
      for (const name of names) {
        p95[name].push(quantile(times.get(name) ?? [], 0.95));
      }
    }
    const page = JSON.parse((await api.get(reads.page())).text);
    const tooLong = await api.get('/v1/objectives?limit=501');
    return {
      primaryKey: median(p95.primaryKey),
      detail: median(p95.detail),
      entity: median(p95.entity),
      page: median(p95.page),
      pageItems: page.items.length,
      totalItems: page.totalItems,
      tooLong: tooLong.status,
    };
  } finally {
    await api.stop();
  }
}
