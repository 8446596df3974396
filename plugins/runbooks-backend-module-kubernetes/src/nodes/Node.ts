import type { KubeObject } from '@ghostlight/reliability-kubernetes';

/** What of a node is looked at. */
export interface Node extends KubeObject {
  spec?: { unschedulable?: boolean };
}
