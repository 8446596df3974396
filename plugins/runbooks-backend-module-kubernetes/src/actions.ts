import type { Action } from '@ghostlight/plugin-runbooks-node';
import { createAction } from './action/createAction';
import type { KubernetesAction, Tools } from './action/KubernetesAction';
import { litmus } from './chaos/litmus';
import { network } from './chaos/network';
import { pods } from './chaos/pods';
import { cleanJobs } from './cleaning/cleanJobs';
import { cleanOrphans } from './cleaning/cleanOrphans';
import { removeMade } from './cleaning/removeMade';
import { circuitBreak } from './istio/circuitBreak';
import { rateLimit } from './istio/rateLimit';
import { restoreTrafficPolicy } from './istio/restoreTrafficPolicy';
import { createCordon } from './nodes/createCordon';
import { deletePod } from './workloads/deletePod';
import { deletePods } from './workloads/deletePods';
import { patchHpa } from './workloads/patchHpa';
import { restartRollout } from './workloads/restartRollout';
import { scale } from './workloads/scale';

const all: KubernetesAction[] = [
  restartRollout,
  deletePod,
  deletePods,
  scale,
  createCordon(true),
  createCordon(false),
  patchHpa,
  cleanJobs,
  cleanOrphans,
  removeMade,
  circuitBreak,
  restoreTrafficPolicy,
  rateLimit,
  network,
  pods,
  litmus,
];

/** All that can be done to clusters. */
export function createActions(tools: Tools): Action[] {
  return all.map(action => createAction(action, tools));
}
