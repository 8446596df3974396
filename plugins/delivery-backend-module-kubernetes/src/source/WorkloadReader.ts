import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type {
  KubeClient,
  ReplicaSet,
  TemplateOwner,
} from '@ghostlight/reliability-kubernetes';
import { findDigest } from './findDigest';
import { historyOf, type Past } from './history';
import type { Memory } from './Memory';
import type { Objects } from './Objects';
import { reportWorkload } from './reportWorkload';
import type { Workload } from './Workload';
import type { WorkloadKind } from './WorkloadKind';

/** What is new of an object. */
export interface Looked {
  reports: ChangeReport[];
  /** Called once they are durable. */
  settle(): void;
}

/** Says what is new of the objects of one kind. */
export class WorkloadReader<T extends TemplateOwner> {
  private constructor(
    private readonly options: {
      client: KubeClient;
      kind: WorkloadKind<T>;
      memory: Memory;
      objects: Objects<T>;
      templateOwnerOf?(owner: T): TemplateOwner | undefined;
      isToldOtherwise?(owner: T): boolean;
      complete?(
        reports: ChangeReport[],
        owner: T,
        current: Past,
        signal: AbortSignal,
      ): Promise<void>;
    },
  ) {}

  static create<T extends TemplateOwner>(options: {
    client: KubeClient;
    kind: WorkloadKind<T>;
    memory: Memory;
    objects: Objects<T>;
    /** Another object that has its template. */
    templateOwnerOf?(owner: T): TemplateOwner | undefined;
    /** Whether what becomes of it is told of another object. */
    isToldOtherwise?(owner: T): boolean;
    /** Adds to the reports what has to be asked for. */
    complete?(
      reports: ChangeReport[],
      owner: T,
      current: Past,
      signal: AbortSignal,
    ): Promise<void>;
  }): WorkloadReader<T> {
    return new WorkloadReader(options);
  }

  async look(
    uid: string,
    sets: Iterable<ReplicaSet>,
    signal: AbortSignal,
  ): Promise<Looked | undefined> {
    const { client, kind, memory, objects, complete } = this.options;
    const owner = objects.get(uid);
    if (!owner) return undefined;
    const id = `${kind.remembered}${uid}`;
    const workload: Workload<T> = {
      client,
      kind,
      owner,
      templateOwner: this.options.templateOwnerOf?.(owner),
    };
    const { reports, told, current } = reportWorkload({
      workload,
      history: historyOf(sets, kind),
      told: memory.get(client.cluster.name, id),
    });
    if (!told || !current) return undefined;
    const settle = () => memory.set(client.cluster.name, id, told);
    // It is remembered as if it had been told, in case it is its own again.
    if (this.options.isToldOtherwise?.(owner)) return { reports: [], settle };
    const done = reports.find(
      ({ outcome, details }) =>
        outcome === 'succeeded' && details?.revision === told.revision,
    );
    const imageDigest = done && (await findDigest(workload, current, signal));
    if (done && imageDigest) done.imageDigest = imageDigest;
    if (reports.length) await complete?.(reports, owner, current, signal);
    return { reports, settle };
  }
}
