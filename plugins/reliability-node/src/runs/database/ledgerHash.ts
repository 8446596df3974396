import { createHash } from 'node:crypto';
import { canonicalJson } from '../canonicalJson';
import type { LedgerEntry } from '../Run';

/** SHA-256 over the row with the hash of the one before it in it. */
export function ledgerHash(entry: Omit<LedgerEntry, 'hash'>): string {
  const { seq, at, actionId, runId, stepId, state, effect, token } = entry;
  const { previousHash } = entry;
  return createHash('sha256')
    .update(
      canonicalJson({
        seq,
        at,
        actionId,
        runId,
        stepId,
        state,
        effect,
        token,
        previousHash,
      }),
    )
    .digest('hex');
}
