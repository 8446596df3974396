import type { Revision } from '@ghostlight/plugin-delivery-node';
import {
  historyOf,
  revisionsOf,
  sourcesOf,
  timeOf,
  type Application,
  type HistoryRow,
} from '../argo/Application';
import type { Revisions } from '../argo/Revisions';
import { sourceDigest } from '../describe/canonical';
import { isCommit } from '../describe/images';
import { versionOf } from '../source/reportsOf';

/** Rows whose image is asked for: rendering costs Argo CD something. */
const rendered = 6;

/** A row of the history, and what it is as a version. */
export interface DescribedRow {
  row: HistoryRow;
  revision: Revision;
}

/** What an application can go to, the latest first; of rows that put out the same the last one. */
export async function describeRows(options: {
  app: Application;
  revisions: Revisions;
  signal: AbortSignal;
}): Promise<DescribedRow[]> {
  const { app, revisions, signal } = options;
  const rows = historyOf(app)
    .filter((row, index, all) => !isSame(row, all[index + 1]))
    .reverse();
  return Promise.all(
    rows.map(async (row, index) => {
      const image =
        index < rendered
          ? await revisions.image({ app, row }, signal)
          : undefined;
      const place = { sources: sourcesOf(row), revisions: revisionsOf(row) };
      const [commit] = place.revisions;
      return {
        row,
        revision: {
          id: String(row.id),
          version: versionOf(place, image) ?? `history ${row.id}`,
          ...(image && { image }),
          ...(isCommit(commit) && { commit }),
          at: timeOf(row.deployedAt),
          current: index === 0,
        },
      };
    }),
  );
}

/** Whether two rows put out the same. */
export function isSame(
  row: HistoryRow,
  other: HistoryRow | undefined,
): boolean {
  return (
    other !== undefined &&
    revisionsOf(row).join() === revisionsOf(other).join() &&
    sourceDigest(sourcesOf(row)) === sourceDigest(sourcesOf(other))
  );
}
