import { useApi } from '@backstage/frontend-plugin-api';
import type {
  Alert,
  Matcher,
  Silence,
} from '@ghostlight/plugin-incidents-common';
import {
  ConfirmDialog,
  dataOf,
  EntitySelect,
  Select,
  TextField,
  useFormats,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { isComplete, matchable, sameKind, whichText } from './matcherText';
import { Matchers } from './Matchers';

/** Hours. */
const LENGTHS = { '1h': 1, '4h': 4, '1d': 24, '3d': 72, '7d': 168 } as const;
type Length = keyof typeof LENGTHS;

const KINDS = ['component', 'resource', 'api', 'system'];

/** Keeps alerts quiet for a time: says which, until when, and what it does not do. */
export function SilenceDialog(props: {
  alert?: Alert;
  onClose(): void;
  onDone(made: Silence): void;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const client = useApi(incidentsApiRef);
  const { alert, onClose, onDone } = props;
  const [matchers, setMatchers] = useState<Matcher[]>(
    alert ? sameKind(alert) : [],
  );
  const [entity, setEntity] = useState<string[]>(
    alert?.entityRef ? [alert.entityRef] : [],
  );
  const [length, setLength] = useState<Length>('1h');
  const [reason, setReason] = useState('');
  const [opened] = useState(() => Date.now());
  const until = opened + LENGTHS[length] * 3_600_000;
  const which = whichText({ matchers, entityRef: entity[0] }, t);
  // An entity alone is enough.
  const saysWhich =
    isComplete(matchers) || (matchers.length === 0 && entity.length > 0);

  return (
    <ConfirmDialog
      title={t('inbox.silenceTitle')}
      what={
        !saysWhich
          ? t('inbox.silenceWhatEmpty')
          : t('inbox.silenceWhat', {
              which,
              until: format.time(until / 1000, 'dateTime'),
            })
      }
      confirm={t('inbox.silenceConfirm')}
      width={640}
      isReady={saysWhich && reason.trim() !== ''}
      onClose={onClose}
      onConfirm={async () => {
        const made = await dataOf(
          client.request('post', '/v1/silences', {
            body: {
              ...(matchers.length > 0 ? { matchers } : {}),
              ...(entity.length > 0 ? { entityRef: entity[0] } : {}),
              reason: reason.trim(),
              until: new Date(
                Date.now() + LENGTHS[length] * 3_600_000,
              ).toISOString(),
            },
          }),
        );
        onDone(made);
      }}
    >
      <Matchers
        value={matchers}
        onChange={setMatchers}
        labels={alert && matchable(alert)}
      />
      <EntitySelect
        label={t('inbox.silenceEntity')}
        placeholder={t('inbox.silenceAnyEntity')}
        kinds={KINDS}
        value={entity}
        onChange={refs => setEntity(refs.slice(-1))}
      />
      <Select
        size="small"
        label={t('inbox.silenceLength')}
        options={(Object.keys(LENGTHS) as Length[]).map(id => ({
          id,
          label: format.window(id),
        }))}
        value={length}
        onChange={chosen => setLength((chosen ?? '1h') as Length)}
      />
      <TextField
        label={t('inbox.silenceReason')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
        isRequired
      />
    </ConfirmDialog>
  );
}
