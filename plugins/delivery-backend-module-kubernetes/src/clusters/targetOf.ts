import type { TargetRef } from '@ghostlight/plugin-delivery-node';
import type { Place } from '@ghostlight/reliability-kubernetes';

/** The address of an object, and its name for people. */
export function targetOf(
  driver: string,
  { client, namespace, name }: Place,
  plural: string,
): TargetRef {
  const { cluster } = client;
  return {
    driver,
    ref: `${cluster.name}/${namespace}/${plural}/${name}`,
    title: `${plural.slice(0, -1)} ${name} in ${namespace} (${cluster.name})`,
    environment: cluster.environment,
  };
}
