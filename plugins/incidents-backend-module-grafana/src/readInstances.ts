import type { RootConfigService } from '@backstage/backend-plugin-api';
import { readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  readVendorInstance,
  readVendorRotations,
  type VendorInstance,
} from '@ghostlight/plugin-incidents-node';

const root = 'incidents.oncall.grafana';

/** A level and the schedule it asks. */
export interface GrafanaLevel {
  schedule: string;
  escalatesAfterMinutes?: number;
}

export interface GrafanaInstance extends VendorInstance {
  token: string;
  /** Of the Grafana stack, when the token is a service account's. */
  stackUrl?: string;
  rotations: Map<string, GrafanaLevel[]>;
}

/** @throws InputError that names the key */
export function readInstances(config: RootConfigService): GrafanaInstance[] {
  const entries = config.getOptionalConfigArray(root) ?? [];
  return entries.map((entry, index) => {
    const key = `${root}[${index}]`;
    const stackUrl = entry.getOptionalString('stackUrl');
    return {
      ...readVendorInstance(entry, { key, name: 'grafana' }),
      token: entry.getString('token'),
      ...(stackUrl && { stackUrl }),
      rotations: readVendorRotations(entry, key, (rotation, where) => {
        const levels = rotation.getConfigArray('levels').map(level => ({
          schedule: level.getString('schedule'),
          ...(level.has('escalateAfter') && {
            escalatesAfterMinutes:
              durationToMilliseconds(
                readDurationFromConfig(level, { key: 'escalateAfter' }),
              ) / 60_000,
          }),
        }));
        if (!levels.length)
          throw new InputError(`${where}.levels: write at least one`);
        return levels;
      }),
    };
  });
}
