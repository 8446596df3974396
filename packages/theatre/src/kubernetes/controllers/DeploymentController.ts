import { equal } from '../equal';
import type { Deployment, ReplicaSet } from '../objects';
import { builtInResource } from '../resources';
import type { Store } from '../storage/Store';
import { deploymentStatus, isComplete } from './deploymentStatus';
import { controllerOf } from './ReplicaSetController';
import { annotationsFor, revisionAnnotation, revisionOf } from './revisions';
import { bounds, newReplicas, oldReplicas } from './scale';
import { hashOf, labelled, sameTemplate } from './templates';

const deployments = builtInResource('deployments');
const sets = builtInResource('replicasets');

/** Makes and scales ReplicaSets as a Deployment says, and says how far it is. */
export class DeploymentController {
  private constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  static create(options: { store: Store; now(): number }) {
    return new DeploymentController(options.store, options.now);
  }

  /** One look at everything. */
  reconcile() {
    const owned = new Map<string, ReplicaSet[]>();
    for (const set of this.store.list(sets) as ReplicaSet[]) {
      const owner = controllerOf(set);
      if (owner) owned.set(owner.uid, [...(owned.get(owner.uid) ?? []), set]);
    }
    for (const deployment of this.store.list(deployments) as Deployment[]) {
      this.sync(deployment, owned.get(deployment.metadata.uid!) ?? []);
    }
  }

  private sync(deployment: Deployment, all: ReplicaSet[]) {
    const { spec } = deployment;
    const known = all
      .sort((one, other) => revisionOf(one) - revisionOf(other))
      .find(set => sameTemplate(set.spec.template, spec.template));
    const old = all.filter(set => set !== known);
    if (spec.paused) {
      if (known && !old.some(set => set.spec.replicas))
        this.scale(known, spec.replicas);
      this.report(deployment, known, old, false);
      return;
    }
    const oldRuns = old.some(set => set.spec.replicas || set.status.replicas);
    if (spec.strategy.type === 'Recreate' && oldRuns) {
      for (const set of old) this.scale(set, 0);
      this.report(deployment, known, old, false);
      return;
    }
    const revision = Math.max(0, ...old.map(revisionOf)) + 1;
    const fresh = known
      ? this.adopt(deployment, known, revision)
      : this.make(deployment, old, revision);
    this.scale(
      fresh,
      newReplicas(deployment, [...old, fresh], fresh.spec.replicas),
    );
    if (known && spec.strategy.type === 'RollingUpdate')
      for (const [set, replicas] of oldReplicas(deployment, old, fresh))
        this.scale(set, replicas);
    this.report(deployment, fresh, old, !known);
    if (isComplete(deployment)) this.thin(old, spec.revisionHistoryLimit);
  }

  private make(
    deployment: Deployment,
    old: ReplicaSet[],
    revision: number,
  ): ReplicaSet {
    const { metadata, spec } = deployment;
    const hash = hashOf(spec.template);
    const template = labelled(spec.template, hash);
    const name = `${metadata.name}-${hash}`;
    return this.store.create(sets, {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        name,
        namespace: metadata.namespace,
        labels: template.metadata.labels,
        annotations: annotationsFor(deployment, undefined, {
          revision,
          surge: bounds(deployment).surge,
        }),
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            kind: 'Deployment',
            name: metadata.name,
            uid: metadata.uid!,
            controller: true,
            blockOwnerDeletion: true,
          },
        ],
      },
      spec: {
        replicas: newReplicas(deployment, old, 0),
        selector: {
          matchLabels: {
            ...spec.selector.matchLabels,
            'pod-template-hash': hash,
          },
        },
        template,
        ...(spec.minReadySeconds && { minReadySeconds: spec.minReadySeconds }),
      },
      status: { replicas: 0 },
    }) as ReplicaSet;
  }

  /** An older ReplicaSet that is meant again gets the next revision. */
  private adopt(
    deployment: Deployment,
    set: ReplicaSet,
    revision: number,
  ): ReplicaSet {
    const annotations = annotationsFor(deployment, set, {
      revision,
      surge: bounds(deployment).surge,
    });
    if (equal(annotations, set.metadata.annotations)) return set;
    set.metadata.annotations = annotations;
    return Object.assign(set, this.store.update(sets, set));
  }

  private scale(set: ReplicaSet, replicas: number) {
    if (set.spec.replicas === replicas) return;
    set.spec.replicas = replicas;
    set.metadata.generation = (set.metadata.generation ?? 0) + 1;
    Object.assign(set, this.store.update(sets, set));
  }

  private report(
    deployment: Deployment,
    fresh: ReplicaSet | undefined,
    old: ReplicaSet[],
    made: boolean,
  ) {
    const { name, namespace } = deployment.metadata;
    const current = this.store.get(deployments, namespace, name) as Deployment;
    const revision = fresh?.metadata.annotations?.[revisionAnnotation];
    if (revision)
      current.metadata.annotations = {
        ...current.metadata.annotations,
        [revisionAnnotation]: revision,
      };
    current.status = deploymentStatus(current, fresh, old, {
      made,
      now: this.now(),
    });
    Object.assign(deployment, this.store.update(deployments, current));
  }

  private thin(old: ReplicaSet[], limit: number) {
    const idle = old
      .filter(({ spec, status }) => !spec.replicas && !status.replicas)
      .sort((one, other) => revisionOf(one) - revisionOf(other));
    for (const { metadata } of idle.slice(0, Math.max(0, idle.length - limit)))
      this.store.remove(sets, metadata.namespace, metadata.name);
  }
}
