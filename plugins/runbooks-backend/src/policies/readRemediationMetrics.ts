import { InputError } from '@backstage/errors';
import type {
  RemediationMetrics,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import type { Visibility } from '../service/targetRules';
import { readTallies, sumTallies } from './tallies';

export type MetricsRequest = NonNullable<
  RunbooksPaths['/v1/remediation-metrics']['get']['parameters']['query']
>;

const day = 86_400_000;
const usual = 30 * day;
const longest = 366 * day;
/** Pieces of the trend. */
const pieces = 10;
const most = 200;

/** What remediation did in a span: of all, by policy, and how it went over time. */
export async function readRemediationMetrics(
  db: Knex,
  request: MetricsRequest,
  visible: Visibility,
  now: number,
): Promise<RemediationMetrics> {
  const to = request.to ? Date.parse(request.to) : now;
  const from = request.from ? Date.parse(request.from) : to - usual;
  if (!(from < to) || to - from > longest)
    throw new InputError('from, to: a span of at most 366 days');
  const policyRefs = request.owner
    ? await db('documents')
        .where({ kind: 'policy', owner_ref: request.owner })
        .limit(1_000)
        .pluck('ref')
    : undefined;
  const read = (since: number, until: number) =>
    readTallies(db, { since, until, policyRefs, visible });
  const width = (to - from) / pieces;
  const edges = Array.from({ length: pieces }, (_, n) => from + n * width);
  const [tallies, ...trend] = await Promise.all([
    read(from, to),
    ...edges.map(edge => read(edge, edge + width)),
  ]);
  const refs = [...tallies.keys()].filter(Boolean).slice(0, most);
  const titles = new Map<string, string>(
    (await db('documents').whereIn('ref', refs).select('ref', 'title')).map(
      ({ ref, title }) => [ref, title],
    ),
  );
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    from: iso(from),
    to: iso(to),
    asOf: iso(now),
    all: sumTallies([...tallies.values()], from),
    policies: [...tallies]
      .slice(0, most)
      .map(([ref, tally]) => ({
        ...(ref && { ref }),
        title: titles.get(ref) ?? ref,
        tally,
      }))
      .sort((a, b) => b.tally.tried - a.tally.tried),
    trend: trend.map((piece, n) => ({
      from: iso(edges[n]),
      to: iso(edges[n] + width),
      tally: sumTallies([...piece.values()], edges[n]),
    })),
    missing: [],
  };
}
