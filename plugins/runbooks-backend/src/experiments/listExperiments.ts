import { NotFoundError } from '@backstage/errors';
import type {
  ExecutionBrief,
  Experiment,
  ExperimentPage,
  ExperimentSpec,
  RunbooksPaths,
} from '@ghostlight/plugin-runbooks-common';
import {
  readCursor,
  readEntityRef,
  writeCursor,
} from '@ghostlight/reliability-node';
import type { Knex } from 'knex';
import {
  briefOf,
  documentOf,
  findDocument,
  whereVisibleDocuments,
  type Document,
  type DocumentRow,
} from '../documents';
import type { ExecutionRow } from '../executions';
import type { Visibility } from '../service/targetRules';
import { readSwitches } from '../switches';
import { describeExperiment } from './describeExperiment';
import type { ExperimentContext } from './ExperimentContext';
import type { ScheduleRow } from './ScheduleKeeper';

export type ListExperimentsRequest = NonNullable<
  RunbooksPaths['/v1/experiments']['get']['parameters']['query']
>;

type Reads = Pick<ExperimentContext, 'db' | 'now'>;

const order = 'experiments';

/** One page, by title. */
export async function listExperiments(
  context: Reads,
  request: ListExperimentsRequest,
  visible: Visibility,
): Promise<ExperimentPage> {
  const { db } = context;
  const { limit = 50, owner } = request;
  const after = readCursor(order, request.cursor, 'string', 'string');
  const entityRef =
    request.entityRef && readEntityRef('entityRef', request.entityRef);
  const narrowed = () => {
    const query = db<DocumentRow>('documents').where({ kind: 'experiment' });
    whereVisibleDocuments(query, visible);
    if (owner)
      query.where({ owner_ref: readEntityRef('owner', owner, 'group') });
    if (entityRef)
      query.whereIn(
        'ref',
        db('document_keys')
          .where({ kind: 'experiment', key: `entity:${entityRef}` })
          .select('ref'),
      );
    return query;
  };
  const query = narrowed()
    .orderBy(['title', 'ref'])
    .limit(limit + 1);
  if (after) query.whereRaw('(title, ref) > (?, ?)', [after.value, after.id]);
  const [rows, [{ total }]] = await Promise.all([
    query as Promise<DocumentRow[]>,
    narrowed().count({ total: '*' }) as unknown as Promise<
      { total: number | string }[]
    >,
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page[page.length - 1] : undefined;
  return {
    items: await describeAll(
      context,
      page.map(row => documentOf<ExperimentSpec>(row)),
    ),
    total: Number(total),
    ...(last && {
      nextCursor: writeCursor(order, { value: last.title, id: last.ref }),
    }),
  };
}

/** @throws NotFoundError */
export async function findExperiment(
  db: Knex,
  given: string,
): Promise<Document<ExperimentSpec>> {
  const ref = readEntityRef('ref', given, 'chaosexperiment');
  const found = await findDocument<ExperimentSpec>(db, 'experiment', ref);
  if (!found) throw new NotFoundError(`No experiment '${ref}'`);
  return found;
}

/** @throws NotFoundError */
export async function readExperiment(
  context: Reads,
  ref: string,
): Promise<Experiment> {
  const document = await findExperiment(context.db, ref);
  const [experiment] = await describeAll(context, [document]);
  return experiment;
}

async function describeAll(
  { db, now }: Reads,
  documents: Document<ExperimentSpec>[],
): Promise<Experiment[]> {
  const refs = documents.map(({ ref }) => ref);
  const [switches, last, schedules] = await Promise.all([
    readSwitches(db, refs),
    lastRuns(db, refs),
    db<ScheduleRow>('schedules').whereIn('ref', refs),
  ]);
  const scheduled = new Map(
    (schedules as ScheduleRow[]).map(row => [row.ref, row]),
  );
  return documents.map(document =>
    describeExperiment(document, {
      switch: switches.get(document.ref)!,
      lastRun: last.get(document.ref),
      schedule: scheduled.get(document.ref),
      now: now(),
    }),
  );
}

async function lastRuns(
  db: Knex,
  refs: string[],
): Promise<Map<string, ExecutionBrief>> {
  if (!refs.length) return new Map();
  const rows: ExecutionRow[] = await db<ExecutionRow>('executions').whereIn(
    'seq',
    db('executions')
      .whereIn('experiment_ref', refs)
      .where({ kind: 'experiment' })
      .groupBy('experiment_ref')
      .max('seq'),
  );
  return new Map(rows.map(row => [row.experiment_ref!, briefOf(row)]));
}
