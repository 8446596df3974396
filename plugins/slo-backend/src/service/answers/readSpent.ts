import { InputError } from '@backstage/errors';
import {
  badOf,
  budgetOf,
  windowBounds,
  type Spent,
} from '@ghostlight/plugin-slo-common';
import { LedgerView, readMeasured, type Measured } from '../../verdicts';
import { getEnvironments } from '../database/getEnvironments';
import { getObjectiveRows, type ObjectiveRow } from '../database/objectiveRows';
import type { CallOptions, SpentRequest } from '../ObjectivesService';
import { readEntityRef } from '@ghostlight/reliability-node';
import type { ServiceContext } from '../ServiceContext';

const longest = 90 * 24 * 3600;
const mostObjectives = 1000;

/**
 * What objectives of entities spent of their budgets in a span. Counted in minutes of the budget that
 * is shown: bad events of the span over those that the window allows, times the window's minutes, so
 * that what several spans spent adds up to what is gone.
 */
export async function readSpent(
  { db, ledger, now }: ServiceContext,
  request: SpentRequest,
  { visible }: CallOptions,
): Promise<Spent[]> {
  const { from } = request;
  if (request.to <= from || request.to - from > longest)
    throw new InputError(
      'to: must be after from, by 90 days at most (both epoch seconds)',
    );
  const entityRefs = request.entityRef.map(ref =>
    readEntityRef('entityRef', ref),
  );
  const to = Math.min(request.to, now());
  const rows = await getObjectiveRows(db, { entityRefs }, visible);
  const found = rows.slice(0, mostObjectives);
  const [measured, environments] = await Promise.all([
    readMeasured(db, found),
    getEnvironments(
      db,
      found.map(({ objective }) => objective.documentRef),
    ),
  ]);
  const view = LedgerView.create(ledger);
  const asked = found.flatMap(row => {
    const of = measured.get(row.id);
    return of ? [{ row, of, ...spansOf(row, from, to) }] : [];
  });
  for (const { of, span, window } of asked)
    view.want(of, [span.from, span.to, window.from]);
  await view.load();
  return asked.map(each => {
    const environment = environments.get(each.row.objective.documentRef);
    return { ...describe(each, view), ...(environment && { environment }) };
  });
}

interface Asked {
  row: ObjectiveRow;
  of: Measured;
  span: { from: number; to: number };
  window: { from: number; bounds: { seconds: number; elapsed: number } };
}

/** In minutes: the span, and the window that ends with it. */
function spansOf({ objective }: ObjectiveRow, from: number, to: number) {
  const end = Math.max(Math.ceil(from / 60), Math.floor(to / 60));
  const bounds = windowBounds(objective.window, end * 60);
  return {
    span: { from: Math.floor(from / 60), to: end },
    window: { from: Math.floor(bounds.start / 60), bounds },
  };
}

function describe({ row, of, span, window }: Asked, view: LedgerView): Spent {
  const { objective, entityRef } = row;
  const sums = view.sums(of, span.from, span.to);
  const budget = budgetOf({
    objective,
    sums: view.sums(of, window.from, span.to),
    bounds: window.bounds,
  });
  const { allowedMinutes, allowedEvents, coverage } = budget;
  return {
    ref: objective.ref,
    title: objective.title,
    entityRef,
    spentMinutes:
      sums.total > 0 && allowedEvents > 0
        ? (badOf(sums) / allowedEvents) * allowedMinutes
        : null,
    budgetMinutes: allowedMinutes,
    measuredMinutes: sums.minutes,
    coverage,
  };
}
