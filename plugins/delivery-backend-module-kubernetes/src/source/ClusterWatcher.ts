import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import {
  type Deployment,
  type KubeClient,
  type ReplicaSet,
  type TemplateOwner,
  rolloutLabel,
} from '@ghostlight/reliability-kubernetes';
import type { Rollout } from '../argo/Rollout';
import type { KindName } from '../kube/paths';
import { addAnalyses } from './addAnalyses';
import { deploymentKind } from './deploymentKind';
import type { Memory } from './Memory';
import { mirror, type MirrorListener } from './Mirror';
import { Objects } from './Objects';
import { OwnedSets } from './OwnedSets';
import { referredBy, rolloutKind } from './rolloutKind';
import type { WorkloadKind } from './WorkloadKind';
import { WorkloadReader } from './WorkloadReader';

/** Events come in bursts: what happens within this time is looked at once. */
const gatherMs = 150;

/** Keeps the Deployments, Rollouts and ReplicaSets of one cluster, and says what is new of those that changed. */
export class ClusterWatcher {
  private readonly deployments = Objects.create<Deployment>(
    ({ metadata: { namespace, name } }) => `${namespace}/${name}`,
  );
  private readonly rollouts = Objects.create<Rollout>(referredBy);
  private readonly sets = OwnedSets.create([deploymentKind, rolloutKind]);
  private readonly readers: Pick<WorkloadReader<TemplateOwner>, 'look'>[];
  private readonly dirty = new Set<string>();
  private readonly unlisted = new Set<string>();
  private readonly hidden = new Set<string>();
  private readonly problems = new Map<string, string>();
  private wake: (() => void) | undefined;

  private constructor(
    private readonly options: {
      client: KubeClient;
      memory: Memory;
      logger: LoggerService;
      lookAgainMs: number;
      record(reports: ChangeReport[]): Promise<void>;
      health(problem: string | undefined): void;
    },
  ) {
    const { client, memory } = options;
    const { deployments, rollouts } = this;
    this.readers = [
      WorkloadReader.create({
        client,
        memory,
        kind: deploymentKind,
        objects: deployments,
        isToldOtherwise: ({ metadata: { namespace, name } }) =>
          rollouts.find(`${namespace}/${name}`) !== undefined,
      }),
      WorkloadReader.create({
        client,
        memory,
        kind: rolloutKind,
        objects: rollouts,
        templateOwnerOf: rollout => deployments.find(referredBy(rollout)),
        complete: (reports, rollout, current, signal) =>
          addAnalyses({ client, reports, rollout, current, signal }),
      }),
    ];
  }

  static create(options: {
    client: KubeClient;
    memory: Memory;
    logger: LoggerService;
    /** After how many milliseconds a kind is looked for again that the cluster is without. */
    lookAgainMs: number;
    /** Resolves when they are durable. */
    record(reports: ChangeReport[]): Promise<void>;
    health(problem: string | undefined): void;
  }): ClusterWatcher {
    return new ClusterWatcher(options);
  }

  /** Until the signal aborts. */
  async run(signal: AbortSignal): Promise<void> {
    const places = this.options.client.cluster.namespaces ?? [undefined];
    const stop = new AbortController();
    const both = AbortSignal.any([signal, stop.signal]);
    both.addEventListener('abort', () => this.wake?.());
    try {
      await Promise.all([
        ...places.flatMap(place => [
          this.follow(
            'deployments',
            place,
            both,
            this.workloads(deploymentKind, this.deployments, place),
          ),
          this.follow(
            'rollouts',
            place,
            both,
            this.workloads(rolloutKind, this.rollouts, place),
          ),
          this.follow('replicasets', place, both, this.replicaSets(place)),
        ]),
        this.report(both),
      ]);
    } finally {
      stop.abort();
    }
  }

  private follow<T extends TemplateOwner | ReplicaSet>(
    kind: KindName,
    namespace: string | undefined,
    signal: AbortSignal,
    listener: Pick<MirrorListener<T>, 'changed' | 'gone' | 'listed'>,
  ): Promise<void> {
    const { client, logger, lookAgainMs } = this.options;
    const key = `${kind} ${namespace ?? ''}`;
    this.unlisted.add(key);
    return mirror<T>({
      client,
      kind,
      namespace,
      signal,
      ...(kind === rolloutKind.plural && { lookAgainMs }),
      listener: {
        ...listener,
        listed: uids => {
          listener.listed(uids);
          this.hidden.delete(key);
          this.listed(key);
        },
        hidden: why => {
          if (!this.hidden.has(key))
            logger.info(
              `Nothing is told of ${kind} in ${client.cluster.name}: ${why}`,
            );
          this.hidden.add(key);
          this.listed(key);
        },
        health: problem => this.health(key, problem),
      },
    });
  }

  private workloads<T extends TemplateOwner>(
    { remembered }: WorkloadKind<T>,
    objects: Objects<T>,
    place: string | undefined,
  ) {
    const { memory, client } = this.options;
    return {
      changed: (object: T) => {
        const { uid, labels } = object.metadata;
        if (labels?.[rolloutLabel]) return;
        objects.set(object);
        this.mark(uid);
      },
      gone: ({ metadata: { uid } }: T) => {
        objects.delete(uid);
        memory.forget(client.cluster.name, `${remembered}${uid}`);
      },
      listed: (uids: Set<string>) => objects.keep(uids, place),
    };
  }

  private replicaSets(place: string | undefined) {
    const { sets } = this;
    return {
      changed: (set: ReplicaSet) => {
        const owner = sets.set(set);
        if (owner) this.mark(owner);
      },
      gone: (set: ReplicaSet) => sets.delete(set),
      listed: (uids: Set<string>) => sets.keep(uids, place),
    };
  }

  private mark(uid: string) {
    this.dirty.add(uid);
    this.wake?.();
  }

  private listed(key: string) {
    this.unlisted.delete(key);
    const { memory, client } = this.options;
    // Memory of what is gone can go once everything that is there is known.
    if (!this.unlisted.size)
      memory.keep(
        client.cluster.name,
        new Set([
          ...idsOf(deploymentKind, this.deployments),
          ...idsOf(rolloutKind, this.rollouts),
        ]),
        this.hidden.size ? [rolloutKind.remembered] : [],
      );
    this.wake?.();
  }

  private health(key: string, problem: string | undefined) {
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
          uids.flatMap(uid =>
            this.readers.map(reader =>
              reader.look(uid, this.sets.of(uid), signal),
            ),
          ),
        );
        const reports = looked.flatMap(found => found?.reports ?? []);
        if (signal.aborted) return;
        if (reports.length) await record(reports);
        for (const found of looked) found?.settle();
      }
    }
  }
}

function idsOf<T extends TemplateOwner>(
  { remembered }: WorkloadKind<T>,
  objects: Objects<T>,
): string[] {
  return [...objects.keys()].map(uid => `${remembered}${uid}`);
}
