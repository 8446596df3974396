import type {
  Alert,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  ConfirmDialog,
  listOf,
  TextField,
  useLanguage,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';

const NAMED = 3;

/** Says which alerts leave for an incident of their own, and asks for its title. */
export function SplitDialog(props: {
  incident: IncidentDetail;
  alerts: Alert[];
  onClose(): void;
  onConfirm(title: string | undefined): Promise<void>;
}) {
  const t = useIncidentsText();
  const language = useLanguage();
  const { incident, alerts, onClose, onConfirm } = props;
  const [title, setTitle] = useState('');
  const named = alerts.slice(0, NAMED).map(each => each.title);
  const more = alerts.length - named.length;
  return (
    <ConfirmDialog
      title={t('alerts.splitTitle', { id: incident.id })}
      what={t('alerts.splitWhat', {
        id: incident.id,
        alerts: listOf(
          more > 0 ? [...named, t('alerts.more', { count: more })] : named,
          language,
        ),
      })}
      confirm={t('alerts.splitConfirm')}
      onClose={onClose}
      onConfirm={() => onConfirm(title.trim() || undefined)}
    >
      <TextField
        label={t('alerts.splitName')}
        placeholder={alerts[0]?.title}
        value={title}
        onChange={setTitle}
        maxLength={300}
      />
    </ConfirmDialog>
  );
}
