import {
  whereaboutsOf,
  type KubeClient,
} from '@ghostlight/reliability-kubernetes';
import type { PlanCall } from '../action/KubernetesAction';
import { Refusal } from '../action/Refusal';
import type { PlaceInput } from './targetInput';

/**
 * The clusters that are meant: those of the environment, or the one that is named if it is of it.
 *
 * @throws Refusal
 */
export function findClients(
  { cluster }: PlaceInput,
  { clusters, environment, entity }: PlanCall,
): KubeClient[] {
  const wanted = cluster ?? whereaboutsOf(entity).cluster;
  const here = clusters.all.filter(
    client => client.cluster.environment === environment,
  );
  const found = here.filter(
    client => !wanted || client.cluster.name === wanted,
  );
  if (found.length) return found;
  if (wanted)
    throw Refusal.of(
      'no-cluster',
      `There is no cluster ${wanted} in environment ${environment}`,
      { cluster: wanted, environment },
    );
  throw Refusal.of(
    'no-clusters',
    `There is no cluster of environment ${environment}`,
    { environment },
  );
}

/** @throws Refusal when there are several */
export function findClient(input: PlaceInput, call: PlanCall): KubeClient {
  const [client, ...more] = findClients(input, call);
  if (!more.length) return client;
  throw Refusal.of(
    'which-cluster',
    `Environment ${call.environment} has several clusters: say which`,
    { environment: call.environment },
  );
}

/** @throws Refusal */
export function findNamespace(
  input: PlaceInput,
  { entity }: PlanCall,
  { cluster }: KubeClient,
): string {
  const namespace = input.namespace ?? whereaboutsOf(entity).namespace;
  if (!namespace)
    throw Refusal.of(
      'no-namespace',
      'Say which namespace: nothing names one here',
    );
  if (cluster.namespaces && !cluster.namespaces.includes(namespace))
    throw Refusal.of(
      'namespace',
      `Namespace ${namespace} of cluster ${cluster.name} is not among those that may be touched`,
      { namespace, cluster: cluster.name },
    );
  return namespace;
}
