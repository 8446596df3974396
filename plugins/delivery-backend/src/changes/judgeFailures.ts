import type { FailureCause } from '@ghostlight/plugin-delivery-common';
import { isRelease, type DeploymentRow } from './DeploymentRow';

/**
 * Says whether a deployment counts as failed by what became of it; what else it broke (incidents, budget, a
 * watch) stays as it was found.
 *
 * @param undoer - the rollback that undid it
 */
export function judgeFailures(
  row: DeploymentRow,
  undoer: DeploymentRow | undefined,
): void {
  row.rolled_back_by = undoer?.id ?? null;
  const causes: FailureCause[] = JSON.parse(row.failed_because);
  const others = causes.filter(
    ({ kind }) => kind !== 'failed' && kind !== 'rollback',
  );
  if (isRelease(row) && row.outcome === 'failed')
    others.push({
      kind: 'failed',
      said: { code: 'failure.failed', text: 'It did not get through' },
    });
  if (undoer)
    others.push({
      kind: 'rollback',
      ref: undoer.rollback_id ?? undoer.id,
      said: undoer.version
        ? {
            code: 'failure.rollback',
            text: `It was rolled back to ${undoer.version}`,
            params: { version: undoer.version },
          }
        : { code: 'failure.rolledBack', text: 'It was rolled back' },
    });
  row.failed_because = JSON.stringify(others);
  row.failed = others.length > 0;
  // What else it broke may take longer, and is not known here.
  if (others.every(({ kind }) => kind === 'failed' || kind === 'rollback'))
    row.recovered_at = undoer?.active_from ?? null;
}
