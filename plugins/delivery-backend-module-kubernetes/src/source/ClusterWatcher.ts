import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { rolloutLabel } from '../describe/annotations';
import { hashLabelOf, mainContainer } from '../describe/templates';
import type { KubeClient } from '../kube/KubeClient';
import { KubeError } from '../kube/KubeError';
import { pathOf } from '../kube/paths';
import { labelSelectorOf } from '../kube/selectors';
import type { Deployment, Pod, ReplicaSet } from '../kube/types';
import type { Past } from './history';
import type { Memory } from './Memory';
import { mirror, type MirrorListener } from './Mirror';
import { reportDeployment } from './reportDeployment';

/** Events come in bursts: what happens within this time is looked at once. */
const gatherMs = 150;

interface Collections {
  deployments: Map<string, Deployment>;
  /** By the uid of the Deployment, then by their own. */
  sets: Map<string, Map<string, ReplicaSet>>;
}

/** Keeps the Deployments and ReplicaSets of one cluster, and says what is new of those that changed. */
export class ClusterWatcher {
  private readonly known: Collections = {
    deployments: new Map(),
    sets: new Map(),
  };
  private readonly dirty = new Set<string>();
  private readonly unlisted = new Set<string>();
  private readonly problems = new Map<string, string>();
  private wake: (() => void) | undefined;

  private constructor(
    private readonly options: {
      client: KubeClient;
      memory: Memory;
      logger: LoggerService;
      record(reports: ChangeReport[]): Promise<void>;
      health(problem: string | undefined): void;
    },
  ) {}

  static create(options: {
    client: KubeClient;
    memory: Memory;
    logger: LoggerService;
    /** Resolves when they are durable. */
    record(reports: ChangeReport[]): Promise<void>;
    health(problem: string | undefined): void;
  }): ClusterWatcher {
    return new ClusterWatcher(options);
  }

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const { client } = this.options;
    const places = client.cluster.namespaces ?? [undefined];
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    both.addEventListener('abort', () => this.wake?.());
    for (const place of places)
      for (const kind of ['deployments', 'replicasets'])
        this.unlisted.add(`${kind} ${place ?? ''}`);
    try {
      await Promise.all([
        ...places.flatMap(namespace => [
          mirror<Deployment>({
            client,
            kind: 'deployments',
            namespace,
            listener: this.deployments(namespace),
            signal: both,
          }),
          mirror<ReplicaSet>({
            client,
            kind: 'replicasets',
            namespace,
            listener: this.replicaSets(namespace),
            signal: both,
          }),
        ]),
        this.report(both),
      ]);
    } finally {
      stop.abort();
    }
  }

  private deployments(place: string | undefined): MirrorListener<Deployment> {
    const { memory, client } = this.options;
    const { deployments } = this.known;
    return {
      changed: deployment => {
        const { uid, labels } = deployment.metadata;
        if (labels?.[rolloutLabel]) return;
        deployments.set(uid, deployment);
        this.mark(uid);
      },
      gone: ({ metadata: { uid } }) => {
        deployments.delete(uid);
        memory.forget(client.cluster.name, uid);
      },
      listed: uids => {
        for (const [uid, { metadata }] of deployments)
          if (inPlace(metadata.namespace, place) && !uids.has(uid))
            deployments.delete(uid);
        this.listed('deployments', place);
      },
      health: problem => this.health('deployments', place, problem),
    };
  }

  private replicaSets(place: string | undefined): MirrorListener<ReplicaSet> {
    const { sets } = this.known;
    return {
      changed: set => {
        const owner = ownerOf(set);
        if (!owner) return;
        const own = sets.get(owner) ?? new Map<string, ReplicaSet>();
        own.set(set.metadata.uid, set);
        sets.set(owner, own);
        this.mark(owner);
      },
      gone: set => {
        const owner = ownerOf(set);
        const own = owner && sets.get(owner);
        if (!own) return;
        own.delete(set.metadata.uid);
        if (!own.size) sets.delete(owner);
      },
      listed: uids => {
        for (const own of sets.values())
          for (const [uid, { metadata }] of own)
            if (inPlace(metadata.namespace, place) && !uids.has(uid))
              own.delete(uid);
        this.listed('replicasets', place);
      },
      health: problem => this.health('replicasets', place, problem),
    };
  }

  private mark(uid: string) {
    this.dirty.add(uid);
    this.wake?.();
  }

  private listed(kind: string, place: string | undefined) {
    this.unlisted.delete(`${kind} ${place ?? ''}`);
    const { memory, client } = this.options;
    // Memory of what is gone can go once everything that is there is known.
    if (!this.unlisted.size)
      memory.keep(client.cluster.name, new Set(this.known.deployments.keys()));
    this.wake?.();
  }

  private health(
    kind: string,
    place: string | undefined,
    problem: string | undefined,
  ) {
    const key = `${kind} ${place ?? ''}`;
    if (problem) this.problems.set(key, problem);
    else this.problems.delete(key);
    this.options.health([...this.problems.values()][0]);
  }

  private async report(signal: AbortSignal): Promise<void> {
    const { record } = this.options;
    while (!signal.aborted) {
      if (!this.dirty.size || this.unlisted.size) {
        await new Promise<void>(resolve => {
          this.wake = resolve;
        });
        this.wake = undefined;
      } else {
        await new Promise(resolve => {
          setTimeout(resolve, gatherMs);
        });
        const uids = [...this.dirty];
        this.dirty.clear();
        const looked = await Promise.all(
          uids.map(uid => this.look(uid, signal)),
        );
        const reports = looked.flatMap(found => found?.reports ?? []);
        if (signal.aborted) return;
        if (reports.length) await record(reports);
        for (const found of looked) found?.settle();
      }
    }
  }

  private async look(uid: string, signal: AbortSignal) {
    const { client, memory } = this.options;
    const deployment = this.known.deployments.get(uid);
    if (!deployment) return undefined;
    const { reports, told, current } = reportDeployment({
      client,
      deployment,
      sets: this.known.sets.get(uid)?.values() ?? [],
      told: memory.get(client.cluster.name, uid),
    });
    if (!told) return undefined;
    const done = reports.find(
      ({ outcome, details }) =>
        outcome === 'succeeded' && details?.revision === told.revision,
    );
    const imageDigest =
      done && current && (await this.digestOf(deployment, current, signal));
    if (done && imageDigest) done.imageDigest = imageDigest;
    return {
      reports,
      settle: () => memory.set(client.cluster.name, uid, told),
    };
  }

  /** The digest that a pod of the revision runs, as the node found it. */
  private async digestOf(
    { metadata, spec }: Deployment,
    { set }: Past,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    const hash = hashLabelOf(set.metadata.labels);
    const container = mainContainer(set.spec.template)?.name;
    const selector = labelSelectorOf(spec.selector);
    try {
      const { items } = await this.options.client.list<Pod>(
        pathOf('pods', metadata.namespace),
        {
          query: { labelSelector: `${selector},pod-template-hash=${hash}` },
          signal,
        },
      );
      const image = items
        .flatMap(({ status }) => status?.containerStatuses ?? [])
        .find(({ name, imageID }) => name === container && imageID)?.imageID;
      return /sha256:[0-9a-f]{64}/.exec(image ?? '')?.[0];
    } catch (error) {
      if (!(error instanceof KubeError)) throw error;
      this.options.logger.debug(`Pods could not be read: ${error.message}`);
      return undefined;
    }
  }
}

function ownerOf({ metadata }: ReplicaSet): string | undefined {
  return metadata.ownerReferences?.find(
    ({ kind, controller }) => kind === 'Deployment' && controller,
  )?.uid;
}

function inPlace(namespace: string | undefined, place: string | undefined) {
  return !place || namespace === place;
}
