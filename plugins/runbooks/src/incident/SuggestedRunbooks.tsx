import { QueryBoundary, uiClasses } from '@ghostlight/reliability-react';
import { OpenRun } from '../entity/OpenRuns';
import { hasSomething, SuggestionList } from '../entity/Suggestions';
import { OPEN, useExecutions, useSuggestions } from '../hooks';
import { PendingAttempts } from '../remediation';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import classes from './incident.module.css';

/** What may help in an incident, with why, where it is run, and what of it is under way. */
export function SuggestedRunbooks({ incidentId }: { incidentId: string }) {
  const t = useRunbooksText();
  const suggestions = useSuggestions({ incidentId });
  const runs = useExecutions({ incidentId, state: [...OPEN], limit: 10 });
  return (
    <div className={classes.help}>
      <h4 className={classes.title}>{t('incident.title')}</h4>
      {runs.items.map(run => (
        <OpenRun key={run.id} run={run} />
      ))}
      <PendingAttempts
        incidentId={incidentId}
        except={suggestions.data?.items.flatMap(
          ({ attempt }) => attempt?.id ?? [],
        )}
      />
      <QueryBoundary
        query={suggestions}
        what={t('state.runbooks')}
        forbidden={<NotAllowed all />}
        isEmpty={({ items }) => !items.some(hasSomething)}
        empty={<p className={uiClasses.muted}>{t('incident.none')}</p>}
      >
        {({ items }) => (
          <SuggestionList items={items} incidentId={incidentId} />
        )}
      </QueryBoundary>
    </div>
  );
}
