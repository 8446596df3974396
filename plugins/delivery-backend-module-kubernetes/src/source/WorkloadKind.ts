import type { Strategy } from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { TemplateOwner } from '@ghostlight/reliability-kubernetes';
import type { Past, Telling } from './history';
import type { Told } from './Memory';

/** What became of a revision. */
export interface Standing {
  outcome: Exclude<Told['outcome'], 'unknown'>;
  finishedAt?: number;
  /** When the controller last said so. */
  saidAt?: number;
}

/** A kind of object whose revisions are told, and how it is read. */
export interface WorkloadKind<T extends TemplateOwner> extends Telling {
  plural: 'deployments' | 'rollouts';
  /** Of an owner reference. */
  kind: string;
  driver: string;
  /** The label of pods and ReplicaSets that tells the templates apart. */
  hashLabel: string;
  /** How it is remembered: this, and the uid. */
  remembered: string;
  /** Whether a cluster may be without it. */
  optional: boolean;
  replicasOf(owner: T): number;
  strategyOf(owner: T): Strategy;
  /** What it means now; undefined as long as object, ReplicaSets and status do not belong together. */
  currentOf(owner: T, history: Past[]): Past | undefined;
  /** What still runs while another revision is on its way, where the controller says so. */
  stableOf(owner: T, history: Past[]): Past | undefined;
  standingOf(owner: T, current: Past): Standing;
  /** What is told beside an aborted revision: that what ran before runs again. */
  reportAbort?(options: {
    owner: T;
    /** Of the revision that was aborted. */
    report: ChangeReport;
    stable: Past;
    /** Epoch milliseconds. */
    at: number;
  }): ChangeReport;
}
