import { NotFoundError } from '@backstage/errors';
import type { Indicator, ObjectiveDetail } from '@ghostlight/plugin-slo-common';
import { definitionOf } from '../definitionOf';
import { environmentOf } from '../environmentOf';
import { getDocument } from '../database/getDocument';
import { getObjectiveRows } from '../database/objectiveRows';
import { getVerdict } from '../database/getVerdict';
import { lowTrafficFindings } from '../lowTrafficFindings';
import type { ServiceContext } from '../ServiceContext';
import { readSpenders } from './readSpenders';

/** One objective with its document, queries and findings. */
export async function describeObjective(
  context: ServiceContext,
  ref: string,
): Promise<ObjectiveDetail> {
  const { db } = context;
  const [[row], verdict] = await Promise.all([
    getObjectiveRows(db, { refs: [ref] }),
    getVerdict(db, ref),
  ]);
  if (!row || !verdict) throw new NotFoundError(`No objective '${ref}'`);
  const document = await getDocument(db, row.objective.documentRef);
  const environment = environmentOf(document?.entity);
  const spentBy = await readSpenders(context, row, environment);
  const { indicator } = row.objective;
  return {
    ...verdict,
    ...definitionOf(document?.entity),
    queries: queriesOf(context, indicator),
    findings: [
      ...(document?.findings ?? []),
      ...lowTrafficFindings(verdict, row.objective),
    ],
    ...(spentBy && { spentBy }),
    ...(indicator.kind === 'composite' && { members: indicator.members }),
  };
}

function queriesOf(
  { sources }: ServiceContext,
  indicator: Indicator,
): ObjectiveDetail['queries'] {
  if (indicator.kind === 'push' || indicator.kind === 'composite') return [];
  try {
    const explained = sources.get(indicator.source)?.explain(indicator);
    if (explained) return explained;
  } catch {
    // A query that cannot be parsed is shown as written; the findings say what is wrong with it.
  }
  if (indicator.kind === 'raw')
    return [{ name: 'raw', query: indicator.raw.query }];
  if (indicator.kind === 'threshold')
    return [{ name: 'threshold', query: indicator.metric.query }];
  const { good, bad, total } = indicator;
  return [
    ...(good ? [{ name: 'good' as const, query: good.query }] : []),
    ...(bad ? [{ name: 'bad' as const, query: bad.query }] : []),
    { name: 'total', query: total.query },
  ];
}
