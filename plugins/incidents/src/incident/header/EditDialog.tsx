import { useApi } from '@backstage/frontend-plugin-api';
import type {
  IncidentDetail,
  Severity,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  ConfirmDialog,
  dataOf,
  EntitySelect,
  isConflict,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { SummarySuggestion } from '../../triage/suggest/SummarySuggestion';
import { SEVERITIES } from '../../words';
import type { IncidentActs } from '../useIncidentActs';
import { Conflict } from './Conflict';
import {
  changesOf,
  formOf,
  theirs,
  type EditForm,
  type Difference,
} from './editForm';

const KINDS = ['component', 'resource', 'api', 'system'];

/**
 * Changes what is written about an incident. When another's change came first, both are shown and
 * the reader says which holds.
 */
export function EditDialog(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
  onClose(): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { acts, onClose } = props;
  const [base, setBase] = useState(props.incident);
  const [form, setForm] = useState<EditForm>(() => formOf(props.incident));
  const [differences, setDifferences] = useState<Difference[]>([]);
  const set = (change: Partial<EditForm>) => setForm({ ...form, ...change });
  const changes = changesOf(form, base);

  const save = async () => {
    try {
      await acts.edit({ version: base.version, ...changes });
    } catch (error) {
      if (!isConflict(error)) throw error;
      const latest = await dataOf(
        client.request('get', '/v1/incidents/{incidentId}', {
          params: { path: { incidentId: base.id } },
        }),
      );
      const found = theirs(base, latest, form);
      // What only they changed is theirs; what both changed is asked about.
      setForm({ ...formOf(latest), ...mine(changes, form) });
      setDifferences(found);
      setBase(latest);
      throw new Error(t('incident.conflict'));
    }
  };

  return (
    <ConfirmDialog
      title={t('incident.editTitle', { id: base.id })}
      what={t('incident.editWhat')}
      confirm={differences.length > 0 ? t('incident.keepMine') : t('act.save')}
      isReady={form.title.trim() !== '' && Object.keys(changes).length > 0}
      width={640}
      onClose={onClose}
      onConfirm={save}
    >
      {differences.length > 0 && (
        <Conflict
          differences={differences}
          onTakeTheirs={each => {
            set({ [each.field]: each.theirs });
            setDifferences(differences.filter(other => other !== each));
          }}
        />
      )}
      <TextField
        label={t('incident.titleLabel')}
        value={form.title}
        onChange={title => set({ title })}
        maxLength={300}
        isRequired
      />
      <RadioGroup
        label={t('severity.label')}
        orientation="horizontal"
        value={form.severity}
        onChange={value =>
          set({
            severity:
              SEVERITIES.find((each): each is Severity => each === value) ??
              form.severity,
          })
        }
      >
        {SEVERITIES.map(each => (
          <Radio key={each} value={each}>
            {each}
          </Radio>
        ))}
      </RadioGroup>
      <EntitySelect
        label={t('incident.affected')}
        kinds={KINDS}
        value={form.entityRefs}
        onChange={entityRefs => set({ entityRefs })}
      />
      <TextAreaField
        label={t('incident.summary')}
        description={t('incident.markdown')}
        value={form.summary}
        onChange={summary => set({ summary })}
        maxLength={20_000}
        rows={3}
      />
      <TextAreaField
        label={t('incident.rootCause')}
        value={form.rootCause}
        onChange={rootCause => set({ rootCause })}
        maxLength={20_000}
        rows={2}
      />
      <TextAreaField
        label={t('incident.mitigation')}
        value={form.mitigation}
        onChange={mitigation => set({ mitigation })}
        maxLength={20_000}
        rows={2}
      />
      <SummarySuggestion onUse={set} />
      {changes.severity && (
        <Alert
          status="info"
          icon
          title={t('incident.severityTold', {
            from: base.severity,
            to: changes.severity,
          })}
        />
      )}
    </ConfirmDialog>
  );
}

/** The reader's own changes, as a form has them. */
function mine(changes: object, form: EditForm): Partial<EditForm> {
  return Object.fromEntries(
    Object.entries(form).filter(([field]) => field in changes),
  );
}
