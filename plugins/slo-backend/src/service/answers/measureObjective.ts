import { InputError, NotFoundError } from '@backstage/errors';
import {
  unitOf,
  type EpochSeconds,
  type Measurement,
  type Minute,
  type Objective,
} from '@ghostlight/plugin-slo-common';
import type { SourceMeasurement } from '@ghostlight/plugin-slo-node';
import { timeSliceOf } from '../../ledger';
import { LedgerView, readMeasured } from '../../verdicts';
import { getObjectiveRows, type ObjectiveRow } from '../database/objectiveRows';
import type { MeasurementRequest } from '../ObjectivesService';
import type { ServiceContext } from '../ServiceContext';
import { countSamples } from './countSamples';
import { readLabels } from './readLabels';

const longest = 6 * 3600;
const mostLatest = 600;
/** Milliseconds that a source gets. */
const patience = 10_000;

type Span = { from: Minute; to: Minute };
type Counted = Pick<Measurement, 'good' | 'total' | 'asOf' | 'unavailable'>;

/** What an objective counts in a short span: from the ledger, or of the series with certain labels. */
export async function measureObjective(
  context: ServiceContext,
  request: MeasurementRequest,
): Promise<Measurement> {
  const { ref, from, to, latest } = request;
  if (to <= from || to - from > longest)
    throw new InputError(
      'to: must be after from, by six hours at most (both epoch seconds)',
    );
  const labels = readLabels(request.label ?? []);
  if (latest && (Object.keys(labels).length || to - from > mostLatest))
    throw new InputError(
      'latest: of at most ten minutes, and of no labels in particular',
    );
  const [row] = await getObjectiveRows(context.db, { refs: [ref] });
  if (!row) throw new NotFoundError(`No objective '${ref}'`);
  const { objective, entityRef } = row;
  const about = {
    ref,
    title: objective.title,
    entityRef,
    target: objective.target,
    unit: unitOf(objective),
  };
  const newest = latest && (await fromLatest(context, objective, request));
  if (newest) return { ...about, ...newest };
  const first = Math.ceil(from / 60);
  const span = {
    from: first,
    to: Math.max(first, Math.floor(Math.min(to, context.now()) / 60)),
  };
  const counted = Object.keys(labels).length
    ? await fromSource(context, objective, labels, span)
    : await fromLedger(context, row, span);
  return {
    ...about,
    from: span.from * 60,
    to: span.to * 60,
    ...counted,
  };
}

async function fromLedger(
  { db, ledger }: ServiceContext,
  row: ObjectiveRow,
  { from, to }: Span,
): Promise<Counted> {
  const measured = (await readMeasured(db, [row])).get(row.id);
  if (!measured || to <= from) return { good: 0, total: 0, asOf: null };
  const view = LedgerView.create(ledger);
  view.want(measured, [from, to]);
  await view.load();
  const { good, total } = view.sums(measured, from, to);
  return { good, total, asOf: within(view.asOf(measured, to), from) };
}

/** @returns undefined where nobody can tell it faster than the ledger */
async function fromLatest(
  { sources, now }: ServiceContext,
  objective: Objective,
  { from, to }: MeasurementRequest,
): Promise<(Counted & Pick<Measurement, 'from' | 'to'>) | undefined> {
  const { indicator } = objective;
  if (indicator.kind === 'push' || indicator.kind === 'composite')
    return undefined;
  const source = sources.get(indicator.source);
  // Slices are of whole minutes.
  if (!source?.readLatest || timeSliceOf(objective)) return undefined;
  const end = Math.min(to, Math.floor(now()));
  const minutes = Math.max(1, Math.floor((end - from) / 60));
  const found = await inTime(signal =>
    source.readLatest!({ indicator, end, minutes, signal }),
  );
  if ('failure' in found || !found.samples.length) return undefined;
  return {
    ...countSamples(found.samples, undefined),
    from: end - minutes * 60,
    to: end,
    asOf: end,
  };
}

async function fromSource(
  { sources }: ServiceContext,
  objective: Objective,
  labels: Record<string, string>,
  span: Span,
): Promise<Counted> {
  const { indicator } = objective;
  if (indicator.kind === 'push' || indicator.kind === 'composite')
    return unavailable(
      'not-split',
      `Objectives of the kind ${indicator.kind} have no labels`,
    );
  const source = sources.get(indicator.source);
  if (!source)
    return unavailable(
      'source-failed',
      `No source '${indicator.source}' is configured`,
    );
  if (!source.measure)
    return unavailable(
      'source-unable',
      `The source '${source.name}' cannot tell series apart by labels`,
    );
  if (span.to <= span.from) return { good: 0, total: 0, asOf: null };
  const found = await inTime(signal =>
    source.measure!({ indicator, labels, ...span, signal }),
  );
  if ('failure' in found) {
    const { reason, message } = found.failure;
    return unavailable('source-failed', `${reason}: ${message}`);
  }
  const inSpan = found.samples.filter(
    ({ minute }) => minute >= span.from && minute < span.to,
  );
  return {
    ...countSamples(inSpan, timeSliceOf(objective)),
    asOf: inSpan.length
      ? Math.max(...inSpan.map(({ minute }) => minute + 1)) * 60
      : null,
  };
}

/** A source that throws all the same, or never answers, has failed. */
async function inTime(
  ask: (signal: AbortSignal) => Promise<SourceMeasurement>,
): Promise<SourceMeasurement> {
  const signal = AbortSignal.timeout(patience);
  const late = new Promise<never>((_, reject) =>
    signal.addEventListener('abort', () =>
      reject(new Error(`no answer within ${patience / 1000} s`)),
    ),
  );
  try {
    return await Promise.race([ask(signal), late]);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return { failure: { reason: 'unreachable', message } };
  }
}

function unavailable(
  reason: NonNullable<Measurement['unavailable']>['reason'],
  message: string,
): Counted {
  return {
    good: 0,
    total: 0,
    asOf: null,
    unavailable: { reason, message: message.slice(0, 500) },
  };
}

/** What was measured before the span says nothing of it. */
function within(asOf: EpochSeconds | null, from: Minute): EpochSeconds | null {
  return asOf !== null && asOf > from * 60 ? asOf : null;
}
