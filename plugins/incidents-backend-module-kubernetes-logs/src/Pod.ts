import type { KubeObject, Kind } from '@ghostlight/reliability-kubernetes';

export const pods: Kind = {
  group: '',
  version: 'v1',
  plural: 'pods',
  kind: 'Pod',
};

interface ContainerStatus {
  name: string;
  ready?: boolean;
  restartCount?: number;
  lastState?: { terminated?: { finishedAt?: string } };
}

/** A pod, as far as its logs go. */
export interface Pod extends KubeObject {
  spec?: { containers?: { name: string }[] };
  status?: { containerStatuses?: ContainerStatus[] };
}

/** A container whose log is read. */
export interface PodContainer {
  name: string;
  /** It was started again since, so what it wrote before is of interest. */
  restarted: boolean;
}

const defaultContainer = 'kubectl.kubernetes.io/default-container';

/** The container that the pod says is the one, or all but those that are passed over. */
export function containersOf(
  { metadata, spec, status }: Pod,
  options: { sidecars: readonly string[]; since: number },
): PodContainer[] {
  const names = spec?.containers?.map(({ name }) => name) ?? [];
  const main = metadata.annotations?.[defaultContainer];
  const asked =
    main && names.includes(main)
      ? [main]
      : names.filter(name => !options.sidecars.includes(name)).slice(0, 3);
  return asked.map(name => {
    const found = status?.containerStatuses?.find(each => each.name === name);
    const ended = found?.lastState?.terminated?.finishedAt;
    return {
      name,
      restarted: ended !== undefined && Date.parse(ended) >= options.since,
    };
  });
}

/** How much is wrong with it: restarts, and containers that are not ready. */
export function troubleOf({ status }: Pod): number {
  return (status?.containerStatuses ?? []).reduce(
    (sum, { ready = false, restartCount = 0 }) =>
      sum + Math.min(restartCount, 10) + (ready ? 0 : 5),
    0,
  );
}
