import { usePermission } from '@backstage/plugin-permission-react';
import type {
  alertUpdatePermission,
  inboxManagePermission,
} from '@ghostlight/plugin-incidents-common';
import { useIncidentsText } from '../translation';

/**
 * Who may do something, in words, when the reader may not; undefined when they may. While it is not
 * known, or cannot be asked, the reader may try: the server decides in any case.
 */
export function useRefusal(
  asked:
    | { permission: typeof inboxManagePermission }
    | {
        permission: typeof alertUpdatePermission;
        resourceRef: string | undefined;
      },
): string | undefined {
  const t = useIncidentsText();
  const { loading, allowed, error } = usePermission(asked);
  if (loading || allowed || error) return undefined;
  return t('act.whoMayPermission', { permission: asked.permission.name });
}
