import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { ResourcePermission } from '@backstage/plugin-permission-common';
import type { May } from '@ghostlight/plugin-runbooks-common';
import type { EntityResource } from '@ghostlight/reliability-node';
import type { Visibility } from './targetRules';

/** Who asks, and (set by the authorising decorators) what they may see and do. */
export interface CallOptions {
  credentials: BackstageCredentials;
  visible?: Visibility;
  /** Whether they may do it to what is named; asked of what is shown only. */
  may?: (
    permission: ResourcePermission,
    resources: EntityResource[],
  ) => Promise<May[]>;
}
