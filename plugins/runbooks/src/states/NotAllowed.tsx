import { runbookReadPermission } from '@ghostlight/plugin-runbooks-common';
import { ForbiddenState } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

/** The reader may not see it, and what to ask for. */
export function NotAllowed(props: {
  /** Of the organisation, not of one entity. */
  all?: boolean;
}) {
  const t = useRunbooksText();
  return (
    <ForbiddenState
      what={t(props.all ? 'state.forbiddenAll' : 'state.forbidden')}
      who={t('state.forbiddenWho', { permission: runbookReadPermission.name })}
    />
  );
}
