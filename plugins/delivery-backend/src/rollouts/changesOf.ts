import type { Outcome, Starter } from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { ownDocumentOf, type RolloutRow } from './RolloutRow';

/** The rollout in the feed: a deployment, as far as it is. */
export function changeOf(
  row: RolloutRow,
  outcome: Outcome,
  at: number,
): ChangeReport {
  const document = ownDocumentOf(row);
  const { strategy, previousVersion, target } = document;
  return {
    key: keyOf(row),
    kind: 'deployment',
    title: `Ship ${row.version} by ${strategy.type}`,
    entityRef: row.entity_ref,
    environment: row.environment,
    version: row.version,
    ...(previousVersion !== undefined && { previousVersion }),
    ...(digestOf(document.image) && { imageDigest: digestOf(document.image) }),
    strategy: strategy.type,
    startedAt: Number(row.started_at),
    ...(outcome !== 'running' && { finishedAt: at }),
    outcome,
    reportedAt: at,
    startedBy: starterOf(document.requestedBy),
    target,
  };
}

/** Its being taken back in the feed. */
export function backChangeOf(
  row: RolloutRow,
  options: {
    outcome: Outcome;
    startedAt: number;
    at: number;
    /** Who aborted it; a gate did when nobody is named. */
    by?: string;
  },
): ChangeReport {
  const { outcome, startedAt, at, by } = options;
  const { previousVersion, target, strategy } = ownDocumentOf(row);
  return {
    key: `${keyOf(row)}:back`,
    kind: 'rollback',
    title: `Take back ${row.version}`,
    entityRef: row.entity_ref,
    environment: row.environment,
    ...(previousVersion !== undefined && { version: previousVersion }),
    previousVersion: row.version,
    strategy: strategy.type,
    startedAt,
    ...(outcome !== 'running' && { finishedAt: at }),
    outcome,
    reportedAt: at,
    startedBy: by ? starterOf(by) : { kind: 'policy', name: 'rollout gates' },
    target,
    undoes: keyOf(row),
  };
}

function keyOf(row: RolloutRow): string {
  return `rollout:${row.id}:${ownDocumentOf(row).attempt}`;
}

function starterOf(by: string): Starter {
  return by.startsWith('user:')
    ? { kind: 'person', name: by }
    : { kind: 'ghostlight', name: by };
}

function digestOf(image: string): string | undefined {
  return /@(sha256:[0-9a-f]{64})$/.exec(image)?.[1];
}
