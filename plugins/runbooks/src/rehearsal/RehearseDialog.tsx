import { useApi } from '@backstage/frontend-plugin-api';
import type { Incident } from '@ghostlight/plugin-incidents-common';
import {
  ConfirmDialog,
  dataOf,
  LoadingState,
  messageOf,
  secondsOf,
  Select,
  TextField,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { runbooksApiRef } from '../api';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import type { Rehearsed } from './Rehearse';
import { usePastIncidents } from './usePastIncidents';

/** Which incident; then the run that replays it. */
export function RehearseDialog(props: {
  of: Rehearsed;
  title: string;
  entityRefs?: string[];
  onClose(): void;
}) {
  const t = useRunbooksText();
  const client = useApi(runbooksApiRef);
  const navigate = useNavigate();
  const links = useRunbooksLinks();
  const [chosen, setChosen] = useState('');
  const [typed, setTyped] = useState('');
  const incidentId = typed.trim() || chosen;
  return (
    <ConfirmDialog
      title={t('rehearse.title', { title: props.title })}
      what={t('rehearse.what')}
      confirm={t('rehearse.confirm')}
      isReady={incidentId !== ''}
      onClose={props.onClose}
      onConfirm={async () => {
        const run = await dataOf(
          client.request('post', '/v1/rehearsals', {
            body: { ...props.of, incidentId },
          }),
        );
        navigate(links.run(run.id));
      }}
    >
      <PastIncidents
        entityRefs={props.entityRefs ?? []}
        chosen={chosen}
        onChoose={setChosen}
      />
      <TextField
        label={t('rehearse.other')}
        placeholder="INC-0042"
        value={typed}
        onChange={setTyped}
        maxLength={30}
      />
    </ConfirmDialog>
  );
}

function PastIncidents(props: {
  entityRefs: string[];
  chosen: string;
  onChoose(id: string): void;
}) {
  const t = useRunbooksText();
  const format = useFormats();
  const { entityRefs, chosen, onChoose } = props;
  const { data, error } = usePastIncidents(entityRefs);
  if (error && !data) {
    return (
      <p className={uiClasses.plain}>
        {t('rehearse.notListed', { why: messageOf(error) })}
      </p>
    );
  }
  if (!data) return <LoadingState what={t('words.incident')} lines={1} />;
  if (data.length === 0) {
    return <p className={uiClasses.plain}>{t('rehearse.none')}</p>;
  }
  const labelOf = ({ id, severity, title, startedAt }: Incident) =>
    [
      id,
      severity.toLocaleUpperCase('en'),
      format.time(secondsOf(startedAt) ?? 0, 'dateTime'),
      title,
    ].join(' · ');
  return (
    <Select
      label={t('rehearse.incident')}
      placeholder={t('rehearse.choose')}
      options={data.map(each => ({ id: each.id, label: labelOf(each) }))}
      value={chosen || null}
      onChange={id => onChoose(String(id ?? ''))}
    />
  );
}
