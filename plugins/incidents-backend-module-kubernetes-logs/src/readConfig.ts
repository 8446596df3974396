import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  readClusters,
  type ClusterConfig,
} from '@ghostlight/reliability-kubernetes';

const root = 'incidents.logs.kubernetes';
/** Of the delivery family, so that a portal writes its clusters once. */
const fallback = 'delivery.kubernetes.clusters';

export interface PodLogConfig {
  clusters: ClusterConfig[];
  timeoutMs: number;
  mostPods: number;
  mostBytes: number;
  sidecars: string[];
}

/**
 * Undefined when the section is not there, or there is no cluster to ask.
 *
 * @throws InputError that names the key
 */
export function readConfig(
  config: RootConfigService,
): PodLogConfig | undefined {
  const section = config.getOptionalConfig(root);
  if (!section) return undefined;
  const clusters = readClusters(config, [`${root}.clusters`, fallback]);
  if (!clusters.length) return undefined;
  const number = (
    key: string,
    standard: number,
    least: number,
    most: number,
  ) => {
    const found = section.getOptionalNumber(key) ?? standard;
    if (!Number.isInteger(found) || found < least || found > most)
      throw new InputError(
        `${root}.${key}: a whole number from ${least} to ${most}`,
      );
    return found;
  };
  const timeoutMs = section.has('timeout')
    ? durationToMilliseconds(
        readDurationFromConfig(section, { key: 'timeout' }),
      )
    : 8_000;
  if (timeoutMs < 100)
    throw new InputError(`${root}.timeout: must be at least 0.1 seconds`);
  return {
    clusters,
    timeoutMs,
    mostPods: number('pods', 8, 1, 50),
    mostBytes: number('bytes', 1024 * 1024, 1024, 16 * 1024 * 1024),
    sidecars: section.getOptionalStringArray('sidecars') ?? [
      'istio-proxy',
      'linkerd-proxy',
      'vault-agent',
    ],
  };
}
