import type {
  FollowUp,
  FollowUpRequest,
} from '@ghostlight/plugin-incidents-common';
import {
  ConfirmDialog,
  EntitySelect,
  Radio,
  RadioGroup,
  TextField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';

const PRIORITIES = ['high', 'medium', 'low'] as const;
const OWNERS = ['user', 'group'];

/** What is to be done, by whom, until when. */
export function FollowUpDialog(props: {
  /** Of the incident. */
  id: string;
  /** Left out for a new one. */
  followUp?: FollowUp;
  onClose(): void;
  onConfirm(body: FollowUpRequest): Promise<void>;
}) {
  const t = useIncidentsText();
  const { id, followUp, onClose, onConfirm } = props;
  const [title, setTitle] = useState(followUp?.title ?? '');
  const [owner, setOwner] = useState(followUp?.owner ? [followUp.owner] : []);
  const [due, setDue] = useState(followUp?.due ?? '');
  const [url, setUrl] = useState(followUp?.url ?? '');
  const [priority, setPriority] = useState<FollowUp['priority']>(
    followUp?.priority ?? 'medium',
  );
  const linkFits = url === '' || /^https?:\/\/\S+$/.test(url);
  return (
    <ConfirmDialog
      title={followUp ? t('followUps.edit') : t('followUps.add')}
      what={t('followUps.dialogWhat', { id })}
      confirm={t('act.save')}
      isReady={title.trim() !== '' && linkFits}
      onClose={onClose}
      onConfirm={() =>
        onConfirm({
          title: title.trim(),
          priority,
          ...(owner[0] ? { owner: owner[0] } : {}),
          ...(due ? { due } : {}),
          ...(url ? { url } : {}),
        })
      }
    >
      <TextField
        label={t('followUps.what')}
        value={title}
        onChange={setTitle}
        maxLength={500}
        isRequired
      />
      <EntitySelect
        label={t('followUps.owner')}
        kinds={OWNERS}
        value={owner}
        // One owner: the latest choice holds.
        onChange={refs => setOwner(refs.slice(-1))}
      />
      <label className={uiClasses.field}>
        {t('followUps.due')}
        <input
          className={uiClasses.input}
          type="date"
          value={due}
          onChange={event => setDue(event.target.value)}
        />
      </label>
      <RadioGroup
        label={t('priority.label')}
        orientation="horizontal"
        value={priority}
        onChange={value =>
          setPriority(PRIORITIES.find(each => each === value) ?? priority)
        }
      >
        {PRIORITIES.map(each => (
          <Radio key={each} value={each}>
            {t(`priority.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <TextField
        label={t('followUps.url')}
        type="url"
        placeholder="https://"
        value={url}
        onChange={setUrl}
        isInvalid={!linkFits}
        maxLength={2000}
      />
    </ConfirmDialog>
  );
}
