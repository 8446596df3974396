import { InputError } from '@backstage/errors';
import type {
  Evaluation,
  EvaluationRequest,
} from '@ghostlight/plugin-delivery-common';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';

interface EvaluationRow {
  id: string;
  entity_ref: string;
  version: string;
  suite: string;
  passed: number;
  total: number;
  at: number | string;
  url: string | null;
}

/** Milliseconds that a sender's clock may be ahead. */
const skew = 5 * 60_000;

/** @throws InputError that names the field */
export async function recordEvaluation(
  db: Knex,
  request: EvaluationRequest,
  now: number,
): Promise<Evaluation> {
  const { version, suite, passed, total, url } = request;
  if (passed > total) throw new InputError('passed: cannot be more than total');
  const at = request.at ? Date.parse(request.at) : now;
  if (at > now + skew) throw new InputError('at: must not be in the future');
  if (url !== undefined && !/^https?:\/\//.test(url))
    throw new InputError('url: must begin with https:// or http://');
  const row: EvaluationRow = {
    id: randomUUID(),
    entity_ref: readEntityRef('entityRef', request.entityRef, 'component'),
    version,
    suite,
    passed,
    total,
    at,
    url: url ?? null,
  };
  await db('evaluations').insert(row);
  return describe(row);
}

/** Of an entity, the latest first. */
export async function listEvaluations(
  db: Knex,
  entityRef: string,
  limit: number,
): Promise<Evaluation[]> {
  const rows = await db<EvaluationRow>('evaluations')
    .where({ entity_ref: entityRef })
    .orderBy('at', 'desc')
    .limit(limit);
  return rows.map(describe);
}

/** The latest of each suite that a version had. */
export async function latestEvaluations(
  db: Knex,
  entityRef: string,
  version: string,
): Promise<Evaluation[]> {
  const rows = await db<EvaluationRow>('evaluations')
    .where({ entity_ref: entityRef, version })
    .orderBy('at', 'desc')
    .limit(200);
  const bySuite = new Map(rows.reverse().map(row => [row.suite, row]));
  return [...bySuite.values()].map(describe);
}

function describe(row: EvaluationRow): Evaluation {
  return {
    id: row.id,
    entityRef: row.entity_ref,
    version: row.version,
    suite: row.suite,
    passed: row.passed,
    total: row.total,
    at: new Date(Number(row.at)).toISOString(),
    ...(row.url !== null && { url: row.url }),
  };
}
