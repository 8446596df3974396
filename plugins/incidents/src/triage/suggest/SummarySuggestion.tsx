import { useApi } from '@backstage/frontend-plugin-api';
import type { IncidentSummary } from '@ghostlight/plugin-incidents-common';
import { Button, uiClasses } from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { AskFor } from './AskFor';
import { RunOutcome } from './RunOutcome';
import { unlinked } from './unlinked';
import { useSuggestion } from './useSuggestion';
import classes from '../triage.module.css';

/** Has a title and a summary suggested; the reader takes them into the form, or not. */
export function SummarySuggestion(props: {
  onUse(suggested: { title?: string; summary?: string }): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const {
    made: suggested,
    ask,
    forget,
  } = useSuggestion<IncidentSummary>(about =>
    client.request('post', '/v1/incidents/{incidentId}/summary', about),
  );
  const { title, summary } = suggested ?? {};
  const hasText = title !== undefined || summary !== undefined;

  return (
    <section aria-label={t('suggest.summaryTitle')} className={classes.stages}>
      <AskFor ask={ask} label={who => t('suggest.summary', { who })} />
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
                  forget();
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
