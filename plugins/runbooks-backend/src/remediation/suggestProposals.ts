import type { Suggestion } from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import type { SuggestRequest } from '../documents';
import type { Visibility } from '../service/targetRules';
import { describeAttempt } from './describeAttempt';
import { listAttemptRows } from './listAttempts';

/** Before any runbook: policies have looked at this very incident. */
const score = 100;
const most = 10;

/** What policies propose for an incident, or for an entity, and nobody has decided. */
export async function suggestProposals(
  db: Knex,
  { incidentId, entityRef }: SuggestRequest,
  visible: Visibility,
): Promise<Suggestion[]> {
  if (!incidentId && !entityRef) return [];
  const rows = await listAttemptRows(
    db,
    {
      ...(incidentId ? { incidentId } : { entityRef: [entityRef!] }),
      state: ['suggested', 'waiting-approval'],
      limit: most,
    },
    visible,
  );
  return rows.slice(0, most).map(row => {
    const attempt = describeAttempt(row);
    return { kind: 'policy', attempt, because: [attempt.said], score };
  });
}
