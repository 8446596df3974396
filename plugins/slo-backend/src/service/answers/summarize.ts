import type {
  Status,
  StatusCounts,
  Summary,
} from '@ghostlight/plugin-slo-common';
import { readCursor, writeCursor } from '@ghostlight/reliability-node';
import { countMet } from '../database/countMet';
import { countServices } from '../database/countServices';
import { countVerdicts } from '../database/countVerdicts';
import { summarizeVerdicts } from '../database/summarizeVerdicts';
import type { ServiceContext } from '../ServiceContext';
import type { CallOptions, SummaryRequest } from '../ObjectivesService';

/** Above any share of a budget: nothing is known. */
const unknown = 1e9;

/** Roll-ups by owner, system or domain, and the totals of all the reader may see. */
export async function summarize(
  { db }: ServiceContext,
  request: SummaryRequest,
  { visible }: CallOptions,
): Promise<Summary> {
  const { by, limit = 100 } = request;
  const after = readCursor(by, request.cursor, 'number', 'string');
  const [page, totals, services, met] = await Promise.all([
    summarizeVerdicts(db, { by, visible, limit, after }),
    countVerdicts(db, { visible }),
    countServices(db, visible),
    countMet(db, visible),
  ]);
  return {
    items: page.items.map(({ least, worst, ...item }) => ({
      ...item,
      status: worstOf(item.counts),
      ...(least < unknown && { worst }),
    })),
    totals,
    ...services,
    met,
    ...(page.next && { nextCursor: writeCursor(by, page.next) }),
  };
}

const worstFirst: Status[] = [
  'critical',
  'warning',
  'healthy',
  'low-traffic',
  'no-data',
];

function worstOf(counts: StatusCounts): Status {
  return worstFirst.find(status => counts[status] > 0) ?? 'no-data';
}
