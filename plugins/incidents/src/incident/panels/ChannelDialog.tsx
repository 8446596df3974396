import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import { ConfirmDialog, TextField } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';
import type { IncidentActs } from '../useIncidentActs';

/** Where people talk about the incident. */
export function ChannelDialog(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
  onClose(): void;
}) {
  const t = useIncidentsText();
  const { incident, acts, onClose } = props;
  const [url, setUrl] = useState(incident.channelUrl ?? '');
  const fits = url === '' || /^https:\/\/\S+$/.test(url);
  return (
    <ConfirmDialog
      title={t('incident.channel')}
      what={t('incident.channelWhat')}
      confirm={t('act.save')}
      isReady={fits && url !== (incident.channelUrl ?? '')}
      onClose={onClose}
      onConfirm={() =>
        acts.edit({ version: incident.version, channelUrl: url })
      }
    >
      <TextField
        label={t('incident.channelLabel')}
        type="url"
        placeholder="https://"
        value={url}
        onChange={setUrl}
        isInvalid={!fits}
        maxLength={2000}
      />
    </ConfirmDialog>
  );
}
