import { useApi } from '@backstage/frontend-plugin-api';
import type { IncidentSummary } from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  dataOf,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { AskButton } from '../ask/AskButton';
import { modelName } from '../ask/modelName';
import { useTriageState } from '../TriageContext';
import { useLanguageAsked } from '../useLanguageAsked';
import { RunOutcome } from './RunOutcome';
import { unlinked } from './unlinked';
import classes from '../triage.module.css';

/** Has a title and a summary suggested; the reader takes them into the form, or not. */
export function SummarySuggestion(props: {
  onUse(suggested: { title?: string; summary?: string }): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const language = useLanguageAsked();
  const { incident, triage, refusal } = useTriageState();
  const [suggested, setSuggested] = useState<IncidentSummary>();
  const ask = useAct(async () => {
    setSuggested(
      await dataOf(
        client.request('post', '/v1/incidents/{incidentId}/summary', {
          params: { path: { incidentId: incident.id } },
          body: { language, again: false },
        }),
      ),
    );
  });
  const model = triage.data?.model;
  const { title, summary } = suggested ?? {};
  const hasText = title !== undefined || summary !== undefined;

  return (
    <section aria-label={t('suggest.summaryTitle')} className={classes.stages}>
      <div className={uiClasses.row}>
        <AskButton
          label={t('suggest.summary', { who: modelName(model?.model) })}
          model={model}
          refusal={refusal}
          isPending={ask.pending}
          variant="secondary"
          onPress={() => ask.run()}
        />
      </div>
      {ask.failure && <Alert status="danger" icon title={ask.failure} />}
      {suggested && (
        <>
          {hasText && (
            <div className={classes.prose} lang={suggested.run.language}>
              {title && <strong>{title}</strong>}
              {title && summary && '\n'}
              {summary}
            </div>
          )}
          <RunOutcome run={suggested.run} />
          {hasText && (
            <div className={uiClasses.row}>
              <Button
                size="small"
                variant="secondary"
                onPress={() => {
                  props.onUse({
                    ...(title ? { title: title.slice(0, 300) } : {}),
                    ...(summary ? { summary: unlinked(summary) } : {}),
                  });
                  setSuggested(undefined);
                }}
              >
                {t('suggest.use')}
              </Button>
              <span className={uiClasses.muted}>{t('suggest.useHint')}</span>
            </div>
          )}
        </>
      )}
    </section>
  );
}
