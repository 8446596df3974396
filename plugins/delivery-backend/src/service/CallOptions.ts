import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { May } from '@ghostlight/plugin-delivery-common';
import type { ReleaseResource, Visibility } from './releaseRules';

/** Who asks, and (set by the authorising decorators) what they may see and do. */
export interface CallOptions {
  credentials: BackstageCredentials;
  visible?: Visibility;
  /** Whether they may act on what is named; asked of what is shown only. */
  mayApply?: (resources: ReleaseResource[]) => Promise<May[]>;
}
