import type {
  PodTemplate,
  ReplicaSet,
} from '@ghostlight/reliability-kubernetes';

/** A ReplicaSet with the revision that it has, and those that it had. */
export interface Past {
  set: ReplicaSet;
  /** As it was asked for: without what a controller put on. */
  template: PodTemplate;
  revision: number;
  earlier: number[];
}

/** How the ReplicaSets of a kind tell their revisions. */
export interface Telling {
  annotations: { revision: string; history: string };
  templateOf(set: ReplicaSet): PodTemplate;
}

/** The ReplicaSets of a Deployment or Rollout, the oldest revision first. */
export function historyOf(
  sets: Iterable<ReplicaSet>,
  { annotations: { revision, history }, templateOf }: Telling,
): Past[] {
  return [...sets]
    .map(set => {
      const annotations = set.metadata.annotations ?? {};
      return {
        set,
        template: templateOf(set),
        revision: Number(annotations[revision] ?? 0),
        earlier: (annotations[history] ?? '')
          .split(',')
          .map(Number)
          .filter(Boolean),
      };
    })
    .filter(past => past.revision > 0)
    .sort((one, other) => one.revision - other.revision);
}

/**
 * Whether a revision goes back: its template was an older revision's, and the one before it had not come
 * from there by going back itself (that would be rolling out anew what was rolled back).
 */
export function goesBack(past: Past, before: Past | undefined): boolean {
  const last = past.earlier.at(-1);
  if (last === undefined || !before) return false;
  const undone = before.earlier.at(-1);
  return undone === undefined || undone > last;
}
