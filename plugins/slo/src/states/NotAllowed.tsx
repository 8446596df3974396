import { sloObjectiveReadPermission } from '@ghostlight/plugin-slo-common';
import { ForbiddenState } from '@ghostlight/reliability-react';
import { useSloText } from '../translation';

/** The reader may not see objectives, and what to ask for. */
export function NotAllowed({ service }: { service?: string }) {
  const t = useSloText();
  return (
    <ForbiddenState
      what={
        service
          ? t('state.forbiddenWhat', { service })
          : t('state.forbiddenWhatAll')
      }
      who={t('state.forbiddenHint', {
        permission: sloObjectiveReadPermission.name,
      })}
    />
  );
}
