import { InputError, NotFoundError } from '@backstage/errors';
import type {
  Correction,
  CorrectionRequest,
} from '@ghostlight/plugin-slo-common';
import type { Knex } from 'knex';
import { randomUUID } from 'node:crypto';
import {
  deleteCorrection as removeCorrection,
  getCorrection,
  insertCorrection,
} from '../database/corrections';
import { getObjectiveRows, type ObjectiveRow } from '../database/objectiveRows';
import type { CallOptions } from '../ObjectivesService';
import { readEntityRef, callerOf } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';
import { readReason } from './overrides';

const day = 24 * 3600;

/** Marks a span, and counts the budgets it touches anew. */
export async function createCorrection(
  context: ServiceContext,
  request: CorrectionRequest,
  { credentials }: CallOptions,
): Promise<Correction> {
  const { kind, link } = request;
  const { entityRef, ref, rows } = await subjectOf(context, request);
  const createdAt = context.now();
  const { from, to } = readSpan(request, createdAt);
  const correction: Correction = {
    id: randomUUID(),
    entityRef,
    ...(ref && { ref }),
    from,
    to,
    kind,
    reason: readReason(request.reason),
    ...(link && { link }),
    createdBy: callerOf(credentials),
    createdAt,
  };
  await change(context, rows, correction, tx =>
    insertCorrection(tx, correction),
  );
  return correction;
}

/** Takes a correction back: its span counts again. */
export async function deleteCorrection(
  context: ServiceContext,
  id: string,
): Promise<void> {
  const { db } = context;
  const correction = await getCorrection(db, id);
  if (!correction) throw new NotFoundError(`No correction '${id}'`);
  const { ref, entityRef } = correction;
  const rows = await getObjectiveRows(
    db,
    ref ? { refs: [ref] } : { entityRef },
  );
  await change(context, rows, correction, async tx => {
    if (!(await removeCorrection(tx, id)))
      throw new NotFoundError(`No correction '${id}'`);
  });
}

async function subjectOf(
  { db }: ServiceContext,
  request: CorrectionRequest,
): Promise<{ entityRef: string; ref?: string; rows: ObjectiveRow[] }> {
  const { ref } = request;
  const entityRef =
    request.entityRef && readEntityRef('entityRef', request.entityRef);
  if (!ref) {
    if (!entityRef)
      throw new InputError('entityRef: give it, or ref for one objective');
    return { entityRef, rows: await getObjectiveRows(db, { entityRef }) };
  }
  const rows = await getObjectiveRows(db, { refs: [ref] });
  if (!rows.length) throw new NotFoundError(`No objective '${ref}'`);
  const measured = rows[0].entityRef;
  if (entityRef && entityRef !== measured) {
    throw new InputError(
      `entityRef: '${ref}' measures ${measured}; leave entityRef out or give that`,
    );
  }
  return { entityRef: measured, ref, rows };
}

/** Whole minutes that hold the span. */
function readSpan(
  request: { from: number; to: number },
  now: number,
): { from: number; to: number } {
  const from = Math.floor(request.from / 60) * 60;
  const to = Math.ceil(request.to / 60) * 60;
  if (request.to <= request.from)
    throw new InputError('to: must be after from (both epoch seconds)');
  if (to - from > 31 * day)
    throw new InputError('to: a correction spans at most 31 days');
  if (to > now + 90 * day)
    throw new InputError(
      `to: at most 90 days ahead, ${now + 90 * day}; are these seconds?`,
    );
  return { from, to };
}

/** Writes and counts anew in one transaction, so that the ledger always agrees; then judges anew. */
async function change(
  { db, ledger, judge }: ServiceContext,
  rows: ObjectiveRow[],
  correction: Correction,
  write: (tx: Knex.Transaction) => Promise<void>,
): Promise<void> {
  const counts = correction.kind !== 'simulated';
  await db.transaction(async tx => {
    await write(tx);
    if (counts) await ledger.recount(correction, { transaction: tx });
  });
  if (counts) await judge(rows.map(row => row.id));
}
