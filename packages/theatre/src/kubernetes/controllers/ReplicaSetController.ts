import { createHash } from 'node:crypto';
import { equal } from '../equal';
import {
  timestamp,
  type KubeObject,
  type Pod,
  type ReplicaSet,
} from '../objects';
import { builtInResource } from '../resources';
import type { Store } from '../storage/Store';

/** What decides whether a pod is ready. */
export interface PodFacts {
  namespace: string;
  name: string;
  /** Of the Deployment, when it is of one. */
  deployment?: string;
  /** Of the first container. */
  image: string;
  tag: string;
  labels: { [name: string]: string };
}

const sets = builtInResource('replicasets');
const pods = builtInResource('pods');

/** Makes pods, ends them, and says how many are ready. */
export class ReplicaSetController {
  /** When each pod was made, by its uid. */
  private readonly madeAt = new Map<string, number>();

  private constructor(
    private readonly options: {
      store: Store;
      now(): number;
      startMs: number;
      ready(pod: PodFacts): boolean;
    },
  ) {}

  static create(options: {
    store: Store;
    now(): number;
    /** Until a container runs. */
    startMs: number;
    ready(pod: PodFacts): boolean;
  }): ReplicaSetController {
    return new ReplicaSetController(options);
  }

  /** One look at everything. */
  reconcile() {
    const { store } = this.options;
    const owned = new Map<string, Pod[]>();
    for (const pod of store.list(pods) as Pod[]) {
      const owner = controllerOf(pod);
      if (owner) owned.set(owner.uid, [...(owned.get(owner.uid) ?? []), pod]);
    }
    for (const set of store.list(sets) as ReplicaSet[]) {
      this.sync(set, owned.get(set.metadata.uid!) ?? []);
    }
  }

  private sync(set: ReplicaSet, owned: Pod[]) {
    const { store, now } = this.options;
    const wanted = set.spec.replicas;
    const ranked = [...owned].sort(
      (one, other) => Number(isReady(other)) - Number(isReady(one)),
    );
    for (const { metadata } of ranked.slice(wanted)) {
      this.madeAt.delete(metadata.uid!);
      store.remove(pods, metadata.namespace, metadata.name);
    }
    const kept = ranked.slice(0, wanted).map(pod => this.live(pod, set));
    for (let n = owned.length; n < wanted; n++) kept.push(this.make(set));
    const ready = kept.filter(isReady);
    const settled = (set.spec as { minReadySeconds?: number }).minReadySeconds;
    const availableCount = ready.filter(
      pod => now() - readySince(pod) >= (settled ?? 0) * 1000,
    ).length;
    const status = {
      replicas: kept.length,
      ...(kept.length && { fullyLabeledReplicas: kept.length }),
      ...(ready.length && { readyReplicas: ready.length }),
      ...(availableCount && { availableReplicas: availableCount }),
      observedGeneration: set.metadata.generation,
    };
    if (!equal(status, set.status)) store.update(sets, { ...set, status });
  }

  private make(set: ReplicaSet): Pod {
    const { metadata, spec } = set.spec.template;
    const { name, namespace, uid } = set.metadata;
    const suffix = createHash('sha256')
      .update(`${uid}${Math.random()}`)
      .digest('hex')
      .slice(0, 5);
    const { creationTimestamp, ...rest } = metadata as KubeObject['metadata'];
    const now = this.options.now();
    const made = this.options.store.create(pods, {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        ...rest,
        name: `${name}-${suffix}`,
        generateName: `${name}-`,
        namespace,
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'ReplicaSet',
            name,
            uid: uid!,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec,
      status: {
        phase: 'Pending',
        startTime: timestamp(now),
      },
    }) as Pod;
    this.madeAt.set(made.metadata.uid!, now);
    return made;
  }

  /** Lets the pod come up, and be ready or not. */
  private live(pod: Pod, set: ReplicaSet): Pod {
    const { store, now, startMs, ready } = this.options;
    const made = this.madeAt.get(pod.metadata.uid!) ?? 0;
    const started = made + startMs <= now();
    const isUp = started && ready(factsOf(pod, set));
    if (isUp === isReady(pod) && started === (pod.status.phase === 'Running'))
      return pod;
    return store.update(pods, {
      ...pod,
      status: {
        ...pod.status,
        phase: started ? 'Running' : 'Pending',
        conditions: [
          {
            type: 'Ready',
            status: isUp ? 'True' : 'False',
            ...(!isUp && { reason: 'ContainersNotReady' }),
            lastTransitionTime: timestamp(now()),
          },
        ],
        containerStatuses: started
          ? pod.spec.containers.map(({ name, image }) => ({
              name,
              image,
              imageID: imageIdOf(image),
              ready: isUp,
              started: true,
              restartCount: 0,
              state: { running: { startedAt: timestamp(now()) } },
            }))
          : [],
      },
    }) as Pod;
  }
}

export function isReady({ status }: Pod): boolean {
  return Boolean(
    status.conditions?.some(
      ({ type, status: holds }) => type === 'Ready' && holds === 'True',
    ),
  );
}

export function controllerOf({ metadata }: KubeObject) {
  return metadata.ownerReferences?.find(({ controller }) => controller);
}

export function tagOf(image: string): string {
  const [, tag] = /:([^:/@]+)(?:@|$)/.exec(image) ?? [];
  return tag ?? 'latest';
}

/** The same digest for the same image. */
export function digestOf(image: string): string {
  return `sha256:${createHash('sha256').update(image).digest('hex')}`;
}

function imageIdOf(image: string): string {
  return image.includes('@')
    ? image
    : `${image.replace(/:[^:/]+$/, '')}@${digestOf(image)}`;
}

function readySince({ status }: Pod): number {
  const ready = status.conditions?.find(({ type }) => type === 'Ready');
  return ready ? Date.parse(ready.lastTransitionTime) : Infinity;
}

function factsOf({ metadata, spec }: Pod, set: ReplicaSet): PodFacts {
  const owner = controllerOf(set);
  const { image } = spec.containers[0];
  return {
    namespace: metadata.namespace!,
    name: metadata.name,
    ...(owner?.kind === 'Deployment' && { deployment: owner.name }),
    image,
    tag: tagOf(image),
    labels: metadata.labels ?? {},
  };
}
