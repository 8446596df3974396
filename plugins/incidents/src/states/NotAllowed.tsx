import { incidentReadPermission } from '@ghostlight/plugin-incidents-common';
import { ForbiddenState } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';

/** The reader may not see it, and what to ask for. */
export function NotAllowed(props: {
  /** What may not be seen; default the incidents. */
  what?: string;
  /** Name of the permission that shows it, whoever owns what; default that of reading incidents. */
  permission?: string;
}) {
  const t = useIncidentsText();
  return (
    <ForbiddenState
      what={props.what ?? t('state.forbiddenIncidents')}
      who={
        props.permission
          ? t('state.forbiddenWhoPermission', { permission: props.permission })
          : t('state.forbiddenWho', { permission: incidentReadPermission.name })
      }
    />
  );
}
