import type { BackstageCredentials } from '@backstage/backend-plugin-api';

/**
 * Who a record is signed with: a user's entity ref, or a service's subject.
 *
 * @public
 */
export function callerOf(credentials: BackstageCredentials): string {
  const principal = credentials.principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return principal.userEntityRef ?? principal.subject ?? 'unknown';
}
