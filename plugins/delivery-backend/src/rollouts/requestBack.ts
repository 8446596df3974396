import type { RolloutContext } from './RolloutContext';
import { ownDocumentOf, type RolloutRow } from './RolloutRow';
import { backRun } from './runOf';

/** Asks for the run that takes a rollout back; once per attempt, however often it is called. */
export async function requestBack(
  { runs, settings }: RolloutContext,
  row: RolloutRow,
  requestedBy: string,
): Promise<void> {
  await runs.request(
    backRun({
      id: row.id,
      entityRef: row.entity_ref,
      environment: row.environment,
      version: row.version,
      driver: row.target_driver,
      document: ownDocumentOf(row),
      startTimeout: settings.startTimeout,
      requestedBy,
    }),
  );
}
