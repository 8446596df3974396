import type { Deployment, Pod, ReplicaSet } from '../objects';
import { builtInResource } from '../resources';
import type { Store } from '../storage/Store';
import { isComplete } from './deploymentStatus';
import { controllerOf, isReady, tagOf } from './ReplicaSetController';
import { revisionOf } from './revisions';

/** What a Deployment runs now. */
export interface RunningImages {
  namespace: string;
  deployment: string;
  /** Of the Deployment's pods. */
  labels: { [name: string]: string };
  /** Ready pods by image, the most pods first. */
  images: { image: string; tag: string; ready: number }[];
}

/** A Deployment whose pods are all of one template and available. */
export interface RolledOut {
  namespace: string;
  deployment: string;
  image: string;
  tag: string;
  revision: number;
  ready: number;
}

const deployments = builtInResource('deployments');
const sets = builtInResource('replicasets');
const pods = builtInResource('pods');

/** Tells those who want to know what runs, when it changes. */
export class Rollouts {
  private readonly known = new Map<string, string>();
  private readonly complete = new Map<string, number>();
  private readonly onImages = new Set<(running: RunningImages) => void>();
  private readonly onDone = new Set<(rolledOut: RolledOut) => void>();

  private constructor(private readonly store: Store) {}

  static create(options: { store: Store }): Rollouts {
    return new Rollouts(options.store);
  }

  onRunning(listener: (running: RunningImages) => void): () => void {
    this.onImages.add(listener);
    return () => this.onImages.delete(listener);
  }

  onRolledOut(listener: (rolledOut: RolledOut) => void): () => void {
    this.onDone.add(listener);
    return () => this.onDone.delete(listener);
  }

  /** Looks what is different. */
  look() {
    const ready = this.readyBySet();
    const all = this.store.list(sets) as ReplicaSet[];
    for (const deployment of this.store.list(deployments) as Deployment[]) {
      const own = all.filter(
        set => controllerOf(set)?.uid === deployment.metadata.uid,
      );
      this.tellRunning(deployment, own, ready);
      this.tellRolledOut(deployment);
    }
  }

  private readyBySet(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const pod of this.store.list(pods) as Pod[]) {
      const uid = controllerOf(pod)?.uid;
      if (uid && isReady(pod)) counts.set(uid, (counts.get(uid) ?? 0) + 1);
    }
    return counts;
  }

  private tellRunning(
    { metadata, spec }: Deployment,
    own: ReplicaSet[],
    ready: Map<string, number>,
  ) {
    const images = own
      .map(({ metadata: { uid }, spec: { template } }) => {
        const { image } = template.spec.containers[0];
        return { image, tag: tagOf(image), ready: ready.get(uid!) ?? 0 };
      })
      .filter(entry => entry.ready)
      .sort((one, other) => other.ready - one.ready);
    const state = JSON.stringify(images);
    if (this.known.get(metadata.uid!) === state) return;
    this.known.set(metadata.uid!, state);
    for (const listener of this.onImages)
      listener({
        namespace: metadata.namespace!,
        deployment: metadata.name,
        labels: spec.template.metadata.labels,
        images,
      });
  }

  private tellRolledOut(deployment: Deployment) {
    const { metadata, spec, status } = deployment;
    const revision = revisionOf(deployment);
    if (!revision || !isComplete(deployment)) return;
    if (this.complete.get(metadata.uid!) === revision) return;
    this.complete.set(metadata.uid!, revision);
    const { image } = spec.template.spec.containers[0];
    for (const listener of this.onDone)
      listener({
        namespace: metadata.namespace!,
        deployment: metadata.name,
        image,
        tag: tagOf(image),
        revision,
        ready: status.readyReplicas ?? 0,
      });
  }
}
