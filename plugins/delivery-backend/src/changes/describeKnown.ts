import type { Change } from '@ghostlight/plugin-delivery-common';
import type { DeploymentRow } from './DeploymentRow';
import type { Saying } from './mergeKnown';

/** What is told of a change, of all that is known: as the API has it, but for what its neighbours say. */
export function describeKnown(row: DeploymentRow, known: Saying): Change {
  const isOver = row.outcome !== 'running';
  return defined({
    id: row.same_as ?? row.id,
    kind: row.kind as Change['kind'],
    title: known.title ?? row.version ?? 'A change',
    entityRef: row.entity_ref ?? undefined,
    environment: row.environment,
    version: known.version,
    previousVersion: known.previousVersion,
    commit: known.commit,
    commitAt: iso(known.commitAt),
    author: known.author,
    pullRequest: known.pullRequest,
    imageDigest: known.imageDigest,
    strategy: known.strategy ?? 'unknown',
    startedAt: new Date(row.started_at).toISOString(),
    finishedAt: isOver ? iso(known.finishedAt) : undefined,
    outcome: row.outcome as Change['outcome'],
    startedBy: known.startedBy ?? { kind: 'unknown' },
    source: row.source,
    url: known.url,
    values: known.values,
  });
}

/** What is looked through for words. */
export function searchedOf(change: Change): string {
  const { title, version, commit, author, entityRef } = change;
  return [title, version, commit, author, entityRef]
    .filter(Boolean)
    .join('\n')
    .toLowerCase();
}

function iso(at: number | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString();
}

function defined<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as T;
}
