import type { RootConfigService } from '@backstage/backend-plugin-api';
import { InputError } from '@backstage/errors';
import {
  readVendorInstance,
  readVendorRotations,
  type VendorInstance,
} from '@ghostlight/plugin-incidents-node';

const root = 'incidents.oncall.pagerduty';

/** What an owner points at. */
export interface PagerDutyTarget {
  kind: 'escalationPolicy' | 'schedule' | 'service';
  id: string;
}

export interface PagerDutyInstance extends VendorInstance {
  token: string;
  rotations: Map<string, PagerDutyTarget>;
}

const kinds = ['escalationPolicy', 'schedule', 'service'] as const;

/** @throws InputError that names the key */
export function readInstances(config: RootConfigService): PagerDutyInstance[] {
  const entries = config.getOptionalConfigArray(root) ?? [];
  return entries.map((entry, index) => {
    const key = `${root}[${index}]`;
    return {
      ...readVendorInstance(entry, {
        key,
        name: 'pagerduty',
        baseUrl: 'https://api.pagerduty.com',
      }),
      token: entry.getString('token'),
      rotations: readVendorRotations(entry, key, (rotation, where) => {
        const named = kinds.filter(kind => rotation.has(kind));
        if (named.length !== 1)
          throw new InputError(`${where}: name one of ${kinds.join(', ')}`);
        return { kind: named[0], id: rotation.getString(named[0]) };
      }),
    };
  });
}
