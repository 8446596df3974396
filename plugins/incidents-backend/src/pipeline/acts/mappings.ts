import { NotFoundError } from '@backstage/errors';
import type {
  IncidentRules,
  Mapping,
  MappingRequest,
  TaughtMapping,
} from '@ghostlight/plugin-incidents-common';
import type { Knex } from 'knex';
import { nextOf } from '@ghostlight/reliability-node';
import { writeSaid } from '../../database/readSaid';
import type { Graph } from '../../graph/Graph';
import { listOf } from '../database/tuples';
import { openAlertsMatching } from './openAlertsMatching';

/** Which labels mean which entity: the rules' in their order, then what was taught, the latest first. */
export async function listMappings(
  db: Knex,
  options: { rules: IncidentRules },
): Promise<Mapping[]> {
  const taught = await db('mappings').orderBy('id', 'desc').select();
  return [
    ...options.rules.mapping.map(
      ({ name, match, entityRef }): Mapping => ({
        id: `rule:${name}`,
        matchers: match,
        entityRef,
        source: 'config',
      }),
    ),
    ...taught.map(readMapping),
  ];
}

/**
 * Teaches what labels mean. Open alerts of no known entity that they hold for have it at once, and go
 * through the pipeline again.
 *
 * @throws NotFoundError when the catalog does not have the entity
 */
export async function teachMapping(
  trx: Knex.Transaction,
  request: MappingRequest,
  options: { by: string; now: number; graph: Graph },
): Promise<TaughtMapping> {
  const { by, now, graph } = options;
  const { matchers, entityRef } = request;
  const entity = graph.get(entityRef);
  if (!entity)
    throw new NotFoundError(`The catalog does not have ${entityRef}`);
  await nextOf(trx, 'correlation');
  const [row] = await trx('mappings')
    .insert({
      matchers: JSON.stringify(matchers),
      entity_ref: entityRef,
      created_by: by,
      created_at: now,
    })
    .returning('*');
  const ids = await openAlertsMatching(trx, { matchers, unresolvedOnly: true });
  if (ids.length)
    await trx.raw(
      `update alerts set entity_ref = ?, entity_confidence = 1, entity_reason = ?,
         entity_said = ?, owner_ref = ?, recheck_at = ? where id in (select v from ? w)`,
      [
        entityRef,
        `Taught by ${by}`,
        writeSaid({ code: 'entity.taught', params: { by } }),
        entity.ownerRef ?? null,
        now,
        listOf(trx, 'bigint', ids),
      ],
    );
  return { mapping: readMapping(row), applied: ids.length };
}

/**
 * Forgets what was taught. Alerts that it found an entity for keep it.
 *
 * @throws NotFoundError
 */
export async function forgetMapping(
  trx: Knex.Transaction,
  id: string,
): Promise<void> {
  await nextOf(trx, 'correlation');
  const gone = isId(id) ? await trx('mappings').where({ id }).delete() : 0;
  if (!gone) throw new NotFoundError(`There is no taught mapping '${id}'`);
}

/** Whether a text can be the id of a row. */
export function isId(text: string): boolean {
  return /^[1-9]\d{0,14}$/.test(text);
}

function readMapping(row: {
  id: number | string;
  matchers: string;
  entity_ref: string;
  created_by: string;
  created_at: number | string;
}): Mapping {
  return {
    id: String(row.id),
    matchers: JSON.parse(row.matchers),
    entityRef: row.entity_ref,
    source: 'taught',
    createdBy: row.created_by,
    createdAt: new Date(Number(row.created_at)).toISOString(),
  };
}
