import type {
  PolicySpec,
  RunbookSpec,
} from '@ghostlight/plugin-runbooks-common';
import type { Knex } from 'knex';
import { createHash } from 'node:crypto';
import type { ActionDirectory } from '../ActionDirectory';
import { documentOf, type Document, type DocumentRow } from '../documents';
import { programSteps } from '../executions';

/** Refs in one statement, whose parameters are bounded. */
const chunk = 500;

/** Runbooks by their ref. */
export type LadderRunbooks = ReadonlyMap<string, Document<RunbookSpec>>;
type Laddered = Pick<PolicySpec, 'ladder'>;

/** The runbooks that ladders name. */
export async function readLadderRunbooks(
  db: Knex,
  policies: Laddered[],
): Promise<LadderRunbooks> {
  const refs = [...new Set(policies.flatMap(runbooksOf))];
  const found = new Map<string, Document<RunbookSpec>>();
  for (let at = 0; at < refs.length; at += chunk) {
    const rows: DocumentRow[] = await db<DocumentRow>('documents')
      .where({ kind: 'runbook' })
      .whereIn('ref', refs.slice(at, at + chunk));
    for (const row of rows) found.set(row.ref, documentOf<RunbookSpec>(row));
  }
  return found;
}

/** Whether all that a policy may do can be taken back. What is not installed or has errors cannot. */
export function ladderIsReversible(
  actions: ActionDirectory,
  runbooks: LadderRunbooks,
  { ladder }: Laddered,
): boolean {
  const isReversible = (id: string = '') =>
    actions.get(id)?.reversible === true;
  return ladder.every(rung => {
    if ('action' in rung) return isReversible(rung.action);
    const steps = runbooks
      .get(rung.runbookRef)
      ?.spec?.phases.flatMap(phase => programSteps(phase));
    return (
      steps?.every(
        ({ kind, action }) => kind !== 'action' || isReversible(action),
      ) ?? false
    );
  });
}

/** The same for as long as a policy does the same: its ladder, and the runbooks on it as written. */
export function hashOfLadder(
  runbooks: LadderRunbooks,
  policy: Laddered,
): string {
  const written = runbooksOf(policy).map(ref => runbooks.get(ref)?.hash ?? '');
  return createHash('sha256')
    .update(JSON.stringify([policy.ladder, written]))
    .digest('base64url');
}

function runbooksOf({ ladder }: Laddered): string[] {
  return ladder.flatMap(rung => ('runbookRef' in rung ? rung.runbookRef : []));
}
