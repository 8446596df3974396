import type { JsonObject } from '@backstage/types';
import type {
  ChangeKind,
  ChangedValue,
  Outcome,
  Starter,
  Strategy,
} from '@ghostlight/plugin-delivery-common';

/**
 * What a source or adapter says of one change. All text is untrusted. Reported again under the same
 * key, it updates what is known; what is left out stays as it was.
 *
 * @public
 */
export interface ChangeReport {
  /** Identity at the sender; with the sender's id it is unique. At most 300 characters. */
  key: string;
  kind: ChangeKind;
  title: string;
  /** The entity, when the sender names one outright. Otherwise it is found by `hints`. */
  entityRef?: string;
  hints?: EntityHints;
  environment?: string;
  version?: string;
  previousVersion?: string;
  /** Git SHA. */
  commit?: string;
  /** Epoch milliseconds, as all instants here. When the commit was made. */
  commitAt?: number;
  author?: string;
  /** Address. Shown as a link when it is http(s); never fetched. */
  pullRequest?: string;
  /** `sha256:…` */
  imageDigest?: string;
  strategy?: Strategy;
  startedAt: number;
  finishedAt?: number;
  outcome: Outcome;
  /** When the sender said so: of two reports of a change the later one counts. By default `finishedAt`, else `startedAt`. */
  reportedAt?: number;
  startedBy?: Starter;
  url?: string;
  values?: ChangedValue[];
  /** Where it runs, when the sender acts on a platform that has a driver. */
  target?: TargetRef;
  /** Key of the change that this one undoes, at the same sender. */
  undoes?: string;
  /** Action id that a driver of ours wrote with it: ties it to the rollback or rollout that made it. */
  actionId?: string;
  /** What else the sender said that is worth keeping, small. */
  details?: JsonObject;
}

/**
 * What an entity may be known by at a sender.
 *
 * @public
 */
export interface EntityHints {
  /** A name that a component may have. */
  name?: string;
  /** Annotations that the entity has with this value: `{'github.com/project-slug': 'shop/payments'}`. */
  annotations?: Record<string, string>;
  /** Labels of the object on the platform, for `backstage.io/kubernetes-id` and label selectors. */
  labels?: Record<string, string>;
  namespace?: string;
}

/**
 * A thing on a platform that runs an entity in an environment.
 *
 * @public
 */
export interface TargetRef {
  /** Id of the driver. */
  driver: string;
  /** Address within the driver: `prod/shop/deployments/payments`. */
  ref: string;
  /** For people: `deployment payments in shop (prod)`. */
  title: string;
  environment: string;
}
