import { useApi } from '@backstage/frontend-plugin-api';
import {
  ConfirmDialog,
  EntitySelect,
  TextField,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useDeliveryText } from '../translation';
import { freezeRequestOf, newFreeze, type FreezeForm } from './freezeForm';
import { useFreezeSentence } from './useFreezeSentence';

const ENTITIES = ['component', 'resource', 'api'];
const OWNERS = ['group', 'user'];

/** Plans a time in which nothing goes out: says which, from when to when, before it is done. */
export function FreezeDialog(props: { onClose(): void; onDone(): void }) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const { onClose, onDone } = props;
  const [form, setForm] = useState(newFreeze);
  const put = (changes: Partial<FreezeForm>) =>
    setForm(last => ({ ...last, ...changes }));
  const body = freezeRequestOf(form);
  return (
    <ConfirmDialog
      title={t('freezes.planTitle')}
      what={useFreezeSentence(form)}
      confirm={t('freezes.planConfirm')}
      width={640}
      isReady={body !== undefined}
      onClose={onClose}
      onConfirm={async () => {
        if (!body) return;
        await client.request('post', '/v1/freezes', { body });
        onDone();
      }}
    >
      <TextField
        label={t('freezes.title')}
        description={t('freezes.titleHint')}
        isRequired
        value={form.title}
        onChange={title => put({ title })}
        maxLength={200}
      />
      <div className={uiClasses.row}>
        <TimeField
          label={t('freezes.from')}
          value={form.from}
          onChange={from => put({ from })}
        />
        <TimeField
          label={t('freezes.until')}
          value={form.until}
          onChange={until => put({ until })}
        />
      </div>
      <TextField
        label={t('freezes.environments')}
        description={t('freezes.environmentsHint')}
        value={form.environments}
        onChange={environments => put({ environments })}
        maxLength={1000}
      />
      <EntitySelect
        label={t('freezes.owners')}
        placeholder={t('freezes.anyOwner')}
        kinds={OWNERS}
        value={form.owners}
        onChange={owners => put({ owners })}
      />
      <EntitySelect
        label={t('freezes.entities')}
        placeholder={t('freezes.anyEntity')}
        kinds={ENTITIES}
        value={form.entityRefs}
        onChange={entityRefs => put({ entityRefs })}
      />
      <TextField
        label={t('words.reason')}
        value={form.reason}
        onChange={reason => put({ reason })}
        maxLength={1000}
      />
    </ConfirmDialog>
  );
}

function TimeField(props: {
  label: string;
  value: string;
  onChange(value: string): void;
}) {
  return (
    <label className={uiClasses.field}>
      {props.label}
      <input
        className={uiClasses.input}
        type="datetime-local"
        required
        value={props.value}
        onChange={event => props.onChange(event.target.value)}
      />
    </label>
  );
}
