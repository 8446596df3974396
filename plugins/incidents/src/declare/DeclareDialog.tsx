import { useApi } from '@backstage/frontend-plugin-api';
import type { Severity } from '@ghostlight/plugin-incidents-common';
import {
  ConfirmDialog,
  dataOf,
  EntitySelect,
  listOf,
  nameOf,
  onceKey,
  Radio,
  RadioGroup,
  TextAreaField,
  TextField,
  useLanguage,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../api';
import { useIncidentsText } from '../translation';
import { SEVERITIES } from '../words';

const KINDS = ['component', 'resource', 'api', 'system'];

/** Asks what is wrong and how bad it is, says who will be told, and opens an incident. */
export function DeclareDialog(props: {
  /** Affected entities that are known already. */
  entityRefs?: string[];
  /** Alerts that it is made from. */
  alertIds?: string[];
  title?: string;
  severity?: Severity;
  onClose(): void;
  onDeclared(id: string): void;
}) {
  const t = useIncidentsText();
  const language = useLanguage();
  const client = useApi(incidentsApiRef);
  const { alertIds = [], onClose, onDeclared } = props;
  const [title, setTitle] = useState(props.title ?? '');
  const [severity, setSeverity] = useState<Severity>(props.severity ?? 'SEV3');
  const [entityRefs, setEntityRefs] = useState(props.entityRefs ?? []);
  const [summary, setSummary] = useState('');
  // Pressed twice, or sent again after a lost answer, it is still one incident.
  const [key] = useState(onceKey);
  const names = listOf(entityRefs.map(nameOf), language);

  return (
    <ConfirmDialog
      title={t('declare.title')}
      what={
        <>
          {entityRefs.length > 0
            ? t('declare.what', { entities: names })
            : t('declare.whatUnknown')}{' '}
          {alertIds.length > 0 &&
            t('declare.fromAlerts', { count: alertIds.length })}
        </>
      }
      confirm={t('declare.confirm')}
      isReady={title.trim().length > 0}
      width={600}
      onClose={onClose}
      onConfirm={async () => {
        const { id } = await dataOf(
          client.request('post', '/v1/incidents', {
            body: {
              title: title.trim(),
              severity,
              key,
              ...(entityRefs.length > 0 ? { entityRefs } : {}),
              ...(alertIds.length > 0 ? { alertIds } : {}),
              ...(summary.trim() ? { summary: summary.trim() } : {}),
            },
          }),
        );
        onDeclared(id);
      }}
    >
      <TextField
        label={t('declare.titleLabel')}
        placeholder={t('declare.titlePlaceholder')}
        value={title}
        onChange={setTitle}
        maxLength={300}
        isRequired
      />
      <RadioGroup
        label={t('severity.label')}
        value={severity}
        onChange={value =>
          setSeverity(SEVERITIES.find(each => each === value) ?? severity)
        }
      >
        {SEVERITIES.map(each => (
          <Radio key={each} value={each}>
            {each}: {t(`declare.${each}`)}
          </Radio>
        ))}
      </RadioGroup>
      <EntitySelect
        label={t('declare.entities')}
        placeholder={t('declare.entitiesPlaceholder')}
        kinds={KINDS}
        value={entityRefs}
        onChange={setEntityRefs}
      />
      <TextAreaField
        label={t('declare.summary')}
        description={t('declare.summaryHint')}
        value={summary}
        onChange={setSummary}
        maxLength={20_000}
        rows={3}
      />
    </ConfirmDialog>
  );
}
