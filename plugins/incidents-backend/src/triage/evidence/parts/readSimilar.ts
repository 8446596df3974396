import {
  incidentIdOf,
  incidentNumberOf,
} from '@ghostlight/plugin-incidents-common';
import { isoOrNot } from '../../../service/times';
import type { EvidencePart, PartContext } from '../EvidencePart';

interface SolvedRow {
  number: number;
  origin_ref: string | null;
  root_cause: string | null;
  mitigation: string | null;
  resolved_at: number | string | null;
}

/** Incidents like this one that the asking user may see, with what was at the bottom and what helped. */
export async function readSimilar({
  context: { db },
  related,
  visible,
  scope,
}: PartContext): Promise<EvidencePart> {
  const found = await related.related(scope.number, visible?.incidents);
  const numbers = found.map(({ id }) => incidentNumberOf(id) ?? 0);
  const rows: SolvedRow[] = numbers.length
    ? await db('incidents')
        .whereIn('number', numbers)
        .select(
          'number',
          'origin_ref',
          'root_cause',
          'mitigation',
          'resolved_at',
        )
    : [];
  const solved = new Map(rows.map(row => [incidentIdOf(row.number), row]));
  return {
    case: {
      similar: found.map(({ id, title, score, sharedEntities }) => {
        const row = solved.get(id);
        return {
          id,
          title,
          likeness: Math.min(1, Math.max(0, score)),
          entityRefs: sharedEntities,
          originRef: row?.origin_ref ?? undefined,
          rootCause: row?.root_cause ?? undefined,
          mitigation: row?.mitigation ?? undefined,
          resolvedAt: isoOrNot(row?.resolved_at ?? null),
        };
      }),
    },
  };
}
