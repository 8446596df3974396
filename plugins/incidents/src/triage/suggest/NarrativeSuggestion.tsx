import { useApi } from '@backstage/frontend-plugin-api';
import type { Narrative } from '@ghostlight/plugin-incidents-common';
import { uiClasses } from '@ghostlight/reliability-react';
import { incidentsApiRef } from '../../api';
import type { Section } from '../../incident/postmortem/sections';
import { useIncidentsText } from '../../translation';
import { AskFor } from './AskFor';
import { NarrativePart } from './NarrativePart';
import { narrativeParts } from './narrativeParts';
import { RunOutcome } from './RunOutcome';
import { unlinked } from './unlinked';
import { useSuggestion } from './useSuggestion';
import classes from '../triage.module.css';

/** Has the prose of a postmortem written around its facts; the reader puts it where it belongs. */
export function NarrativeSuggestion(props: {
  mayNot: boolean;
  /** Adds it to a section of the postmortem that is being edited. */
  onUse(section: Section, text: string): void;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { made: narrative, ask } = useSuggestion<Narrative>(about =>
    client.request(
      'post',
      '/v1/incidents/{incidentId}/postmortem/narrative',
      about,
    ),
  );
  const parts = narrativeParts(narrative?.markdown ?? '');
  return (
    <section
      aria-label={t('suggest.narrativeTitle')}
      className={classes.stages}
    >
      <AskFor ask={ask} label={who => t('suggest.narrative', { who })} />
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
