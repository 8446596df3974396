import {
  addressOf,
  findObjects,
  whereaboutsOf,
  type Deployment,
  type FoundObject,
} from '@ghostlight/reliability-kubernetes';
import type { PlanCall } from '../action/KubernetesAction';
import { kinds, titleOf } from '../action/kinds';
import { Refusal } from '../action/Refusal';
import { findClient, findClients, findNamespace } from './findPlace';
import type { DeploymentInput } from './targetInput';

const shown = 5;

/** A Deployment, and how it is called. */
export interface FoundDeployment extends FoundObject<Deployment> {
  namespace: string;
  name: string;
  /** `Deployment payments` */
  title: string;
  /** `deployment/shop/payments` */
  target: string;
  cluster: string;
}

/**
 * The one Deployment that is meant: by name, by selector, or by the annotations of the entity.
 *
 * @throws Refusal when there is none, or several
 */
export async function findDeployment(
  input: DeploymentInput,
  call: PlanCall,
): Promise<FoundDeployment> {
  return describe(
    input.name
      ? await byName(input.name, input, call)
      : await bySelector(input, call),
  );
}

async function byName(
  name: string,
  input: DeploymentInput,
  call: PlanCall,
): Promise<FoundObject<Deployment>> {
  const client = findClient(input, call);
  const namespace = findNamespace(input, call, client);
  const object = await client.find<Deployment>(
    addressOf(kinds.deployments, namespace, name),
    { signal: call.signal },
  );
  if (object) return { client, object };
  const title = titleOf('deployments', name);
  throw Refusal.of(
    'not-there',
    `${title} is not there in namespace ${namespace} of ${client.cluster.name}`,
    { title, namespace, cluster: client.cluster.name },
  );
}

async function bySelector(
  input: DeploymentInput,
  call: PlanCall,
): Promise<FoundObject<Deployment>> {
  const where = whereaboutsOf(call.entity);
  const selector = input.selector ?? where.selector;
  if (!selector)
    throw Refusal.of(
      'no-target',
      'Nothing says which Deployment: name one, or give the entity the annotation backstage.io/kubernetes-id',
    );
  const found = await findObjects<Deployment>({
    kind: kinds.deployments,
    where: { selector, namespace: input.namespace ?? where.namespace },
    clients: findClients(input, call),
    logger: call.logger,
    signal: call.signal,
  });
  if (!found.length)
    throw Refusal.of(
      'no-deployment',
      `No Deployment of environment ${call.environment} has the labels ${selector}`,
      { selector, environment: call.environment },
    );
  if (found.length > 1) {
    const names = found
      .slice(0, shown)
      .map(
        ({ client, object: { metadata } }) =>
          `${client.cluster.name}/${metadata.namespace}/${metadata.name}`,
      )
      .join(', ');
    throw Refusal.of(
      'several',
      `Several Deployments are meant, say which: ${names}`,
      { names },
    );
  }
  return found[0];
}

function describe(found: FoundObject<Deployment>): FoundDeployment {
  const { name, namespace = '' } = found.object.metadata;
  return {
    ...found,
    namespace,
    name,
    title: titleOf('deployments', name),
    target: `deployment/${namespace}/${name}`,
    cluster: found.client.cluster.name,
  };
}
