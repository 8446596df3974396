import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  readVendorInstance,
  readVendorRotations,
  type VendorInstance,
} from '@ghostlight/plugin-incidents-node';

const root = 'incidents.oncall.opsgenie';

/** What an owner points at, by id or name. */
export interface OpsgenieTarget {
  kind: 'escalation' | 'schedule' | 'team';
  identifier: string;
}

export interface OpsgenieInstance extends VendorInstance {
  apiKey: string;
  rotations: Map<string, OpsgenieTarget>;
}

const kinds = ['escalation', 'schedule', 'team'] as const;

/** @throws InputError that names the key */
export function readInstances(config: RootConfigService): OpsgenieInstance[] {
  const entries = config.getOptionalConfigArray(root) ?? [];
  return entries.map((entry, index) => {
    const key = `${root}[${index}]`;
    return {
      ...readVendorInstance(entry, {
        key,
        name: 'opsgenie',
        baseUrl: 'https://api.opsgenie.com',
      }),
      apiKey: entry.getString('apiKey'),
      rotations: readVendorRotations(entry, key, (rotation, where) => {
        const named = kinds.filter(kind => rotation.has(kind));
        if (named.length !== 1)
          throw new InputError(`${where}: name one of ${kinds.join(', ')}`);
        return { kind: named[0], identifier: rotation.getString(named[0]) };
      }),
    };
  });
}
