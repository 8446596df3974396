import { useApi } from '@backstage/frontend-plugin-api';
import type { Narrative } from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  dataOf,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import type { Section } from '../../incident/postmortem/sections';
import { useIncidentsText } from '../../translation';
import { AskButton } from '../ask/AskButton';
import { modelName } from '../ask/modelName';
import { useTriageState } from '../TriageContext';
import { useLanguageAsked } from '../useLanguageAsked';
import { NarrativePart } from './NarrativePart';
import { narrativeParts } from './narrativeParts';
import { RunOutcome } from './RunOutcome';
import { unlinked } from './unlinked';
import classes from '../triage.module.css';

/** Has the prose of a postmortem written around its facts; the reader puts it where it belongs. */
export function NarrativeSuggestion(props: {
  mayNot: boolean;
  /** Adds it to a section of the postmortem that is being edited. */
  onUse(section: Section, text: string): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const language = useLanguageAsked();
  const { incident, triage, refusal } = useTriageState();
  const [narrative, setNarrative] = useState<Narrative>();
  const ask = useAct(async () => {
    setNarrative(
      await dataOf(
        client.request(
          'post',
          '/v1/incidents/{incidentId}/postmortem/narrative',
          {
            params: { path: { incidentId: incident.id } },
            body: { language, again: false },
          },
        ),
      ),
    );
  });
  const model = triage.data?.model;
  const parts = narrativeParts(narrative?.markdown ?? '');
  return (
    <section
      aria-label={t('suggest.narrativeTitle')}
      className={classes.stages}
    >
      <div className={uiClasses.row}>
        <AskButton
          label={t('suggest.narrative', { who: modelName(model?.model) })}
          model={model}
          refusal={refusal}
          isPending={ask.pending}
          variant="secondary"
          onPress={() => ask.run()}
        />
      </div>
      {ask.failure && <Alert status="danger" icon title={ask.failure} />}
      {narrative && (
        <>
          {parts.length > 0 && (
            <>
              <p className={uiClasses.muted}>{t('suggest.useHint')}</p>
              <ol
                className={classes.stack}
                aria-label={t('suggest.narrativeTitle')}
              >
                {parts.map((part, index) => (
                  <NarrativePart
                    key={`${narrative.run.id} ${index}`}
                    part={part}
                    language={narrative.run.language}
                    mayNot={props.mayNot}
                    onUse={section => props.onUse(section, unlinked(part.text))}
                  />
                ))}
              </ol>
            </>
          )}
          <RunOutcome run={narrative.run} />
        </>
      )}
    </section>
  );
}
