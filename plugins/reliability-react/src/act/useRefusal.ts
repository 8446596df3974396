import { usePermission } from '@backstage/plugin-permission-react';
import { useTexts } from '../texts/useTexts';

/**
 * What {@link useRefusal} asks about: a permission, of a resource where it has one.
 *
 * @public
 */
export type AskedPermission = Parameters<typeof usePermission>[0];

/**
 * Who may do something, in words, when the reader may not; undefined when they may. While it is not
 * known, or cannot be asked, the reader may try: the server decides in any case.
 *
 * @public
 */
export function useRefusal(asked: AskedPermission): string | undefined {
  const { t } = useTexts();
  const { loading, allowed, error } = usePermission(asked);
  if (loading || allowed || error) return undefined;
  return t('act.whoMayPermission', { permission: asked.permission.name });
}
