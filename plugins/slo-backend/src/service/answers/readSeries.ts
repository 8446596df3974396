import { InputError, NotFoundError } from '@backstage/errors';
import type { Series } from '@ghostlight/plugin-slo-common';
import { listCorrections } from '../database/corrections';
import { getObjectiveRows } from '../database/objectiveRows';
import type { SeriesRequest } from '../ObjectivesService';
import type { ServiceContext } from '../ServiceContext';

/** Buckets, the course of the budget, violations and forecast, with the marks on that time. */
export async function readSeries(
  { db, now, series }: ServiceContext,
  request: SeriesRequest,
): Promise<Series> {
  const { ref, from, to = now(), points } = request;
  const [row] = await getObjectiveRows(db, { refs: [ref] });
  if (!row) throw new NotFoundError(`No objective '${ref}'`);
  if (from !== undefined && from >= Math.min(to, now())) {
    throw new InputError(
      `from: must be before to and before now, ${now()} (all epoch seconds)`,
    );
  }
  const { objective, entityRef } = row;
  const measured = await series.read({ objective, from, to, points });
  const span = { from: measured.from, to: measured.to };
  const marks = await listCorrections(db, { entityRef, ref, ...span });
  return { ...measured, marks };
}
