import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import type { Visibility } from './Visibility';

/** Who asks, and (set by the authorising decorators) what they may see. */
export interface CallOptions {
  credentials: BackstageCredentials;
  visible?: {
    incidents?: Visibility;
    alerts?: Visibility;
    /** Whether people on call are shown by name; they are unless this is false. */
    people?: boolean;
  };
}
