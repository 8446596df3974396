import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import { ConfirmDialog, TextAreaField } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';
import type { IncidentActs } from '../useIncidentActs';

/** Records that what should help has been done, and what it was. */
export function MitigationDialog(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
  onClose(): void;
}) {
  const t = useIncidentsText();
  const { incident, acts, onClose } = props;
  const [text, setText] = useState(incident.mitigation ?? '');
  return (
    <ConfirmDialog
      title={t('incident.mitigateTitle')}
      what={t('incident.mitigateWhat')}
      confirm={t('incident.mitigateConfirm')}
      onClose={onClose}
      onConfirm={() =>
        acts.edit({
          version: incident.version,
          mitigated: true,
          ...(text.trim() ? { mitigation: text.trim() } : {}),
        })
      }
    >
      <TextAreaField
        label={t('incident.mitigation')}
        placeholder={t('incident.mitigationPlaceholder')}
        value={text}
        onChange={setText}
        maxLength={20_000}
        rows={3}
      />
    </ConfirmDialog>
  );
}
