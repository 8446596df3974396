import type { TriageRun } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  QueryBoundary,
  uiClasses,
  useUrlState,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';
import { Told, useActorName } from '../../words';
import { useTriageState } from '../TriageContext';
import { triageUrl } from '../triageUrl';
import { useMoney } from '../useMoney';
import { useRuns } from '../useTriage';
import { VerdictWord } from '../VerdictWord';

/** All that was asked about the incident, to look at again. */
export function Runs() {
  const t = useIncidentsText();
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={uiClasses.more}
      // The list is read when somebody wants to see it.
      onToggle={event => setOpen(event.currentTarget.open)}
    >
      <summary>{t('runs.title')}</summary>
      {isOpen && <List />}
    </details>
  );
}

function List() {
  const t = useIncidentsText();
  const { incident, triage, runId } = useTriageState();
  const runs = useRuns(incident.id, triage.data?.latest?.id);
  return (
    <QueryBoundary
      query={runs}
      what={t('runs.title')}
      isEmpty={({ items }) => items.length === 0}
      empty={<p className={uiClasses.muted}>{t('runs.none')}</p>}
    >
      {({ items }) => (
        <ul className={uiClasses.list}>
          {items.map(each => (
            <OneRun key={each.id} run={each} isShown={each.id === runId} />
          ))}
        </ul>
      )}
    </QueryBoundary>
  );
}

function OneRun({ run, isShown }: { run: TriageRun; isShown: boolean }) {
  const t = useIncidentsText();
  const actor = useActorName();
  const money = useMoney();
  const [, setUrl] = useUrlState(triageUrl);
  const right = run.feedback.filter(each => each.verdict === 'right').length;
  const wrong = run.feedback.length - right;
  return (
    <li>
      <div className={uiClasses.row}>
        {isShown || run.task !== 'analysis' ? (
          <strong>{run.id}</strong>
        ) : (
          <Button
            size="small"
            variant="secondary"
            aria-label={t('runs.show', { id: run.id })}
            onPress={() =>
              setUrl({ run: run.id, evidence: '' }, { push: true })
            }
          >
            {run.id}
          </Button>
        )}
        <span>{t(`task.${run.task}`)}</span>
        <When iso={run.startedAt} />
        <span className={uiClasses.muted}>
          {t('run.by', { who: actor(run.by) })}
        </span>
        {run.usage && <span>{money(run.usage.cost)}</span>}
        {isShown && <span className={uiClasses.muted}>{t('runs.shown')}</span>}
        {right + wrong > 0 && (
          <span className={uiClasses.muted}>
            {t('runs.feedback', { right: String(right), wrong: String(wrong) })}
          </span>
        )}
      </div>
      {run.state === 'unavailable' && run.unavailable && (
        <p className={uiClasses.muted}>
          <Told sentence={run.unavailable} />
        </p>
      )}
      {run.analysis && (
        <p className={uiClasses.plain} lang={run.language}>
          <VerdictWord verdict={run.analysis.verdict} /> {run.analysis.headline}
        </p>
      )}
    </li>
  );
}
