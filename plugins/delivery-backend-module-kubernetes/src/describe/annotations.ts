import { actionId, rememberAction } from '@ghostlight/reliability-kubernetes';

/** What the action wants: a pod-template-hash or an image. Whatever comes later and is something else is not of the action. */
export const actionTarget = 'ghostlight.dev/action-target';
export const actionReason = 'ghostlight.dev/action-reason';
/** On a Deployment or its template: what will not come back, such as `migration 0042`. */
export const oneWay = 'ghostlight.dev/one-way';

export const revision = 'deployment.kubernetes.io/revision';
export const revisionHistory = 'deployment.kubernetes.io/revision-history';

/** What a pipeline may say of a version. The first that is there holds. */
export const described = {
  commit: ['ghostlight.dev/commit', 'org.opencontainers.image.revision'],
  commitTime: ['ghostlight.dev/commit-time'],
  author: ['ghostlight.dev/author'],
  pullRequest: ['ghostlight.dev/pull-request'],
  startedBy: ['ghostlight.dev/started-by'],
  url: ['ghostlight.dev/url'],
  version: ['ghostlight.dev/version', 'org.opencontainers.image.version'],
  cause: ['kubernetes.io/change-cause'],
} satisfies Record<string, string[]>;

type Annotations = Record<string, string> | undefined;

export function saidOf(
  what: keyof typeof described,
  ...places: Annotations[]
): string | undefined {
  for (const name of described[what])
    for (const annotations of places)
      if (annotations?.[name]) return annotations[name];
  return undefined;
}

/** Annotations that describe a version, as an object had them; those it had not are gone. */
export function redescribed(
  annotations: Annotations,
  of: Annotations,
): Record<string, string> {
  const names: string[] = [...Object.values(described).flat(), oneWay];
  const kept = Object.entries(annotations ?? {}).filter(
    ([name]) => !names.includes(name),
  );
  const taken = Object.entries(of ?? {}).filter(([name]) =>
    names.includes(name),
  );
  return Object.fromEntries([...kept, ...taken]);
}

/** Annotations with an action written into them. */
export function withAction(
  annotations: Annotations,
  action: { id: string; target?: string; reason: string },
): Record<string, string> {
  const { [actionTarget]: _, ...others } = annotations ?? {};
  return {
    ...rememberAction(others, action.id),
    [actionId]: action.id,
    [actionReason]: action.reason,
    ...(action.target && { [actionTarget]: action.target }),
  };
}
