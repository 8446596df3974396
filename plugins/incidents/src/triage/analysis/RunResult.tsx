import type { TriageRun } from '@ghostlight/plugin-incidents-common';
import { Alert, uiClasses, When } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Told, useActorName } from '../../words';
import { EvidenceScope } from '../evidence/EvidenceContext';
import { useLanguageAsked } from '../useLanguageAsked';
import { VerdictWord } from '../VerdictWord';
import { Actions } from './Actions';
import { AnalysisTimeline } from './AnalysisTimeline';
import { Claims } from './Claims';
import { Dropped } from './Dropped';
import { Feedback } from './Feedback';
import { Hypotheses } from './Hypotheses';
import { Injections } from './Injections';
import { LastAnswer } from './LastAnswer';
import { OpenQuestions } from './OpenQuestions';
import { RunFacts } from './RunFacts';
import { RunbooksNamed } from './RunbooksNamed';
import classes from '../triage.module.css';

/** One analysis: what it says and on what grounds, or why there is none. All of its text is plain text. */
export function RunResult(props: {
  run: TriageRun;
  /** The evidence has changed since. */
  isOld: boolean;
}) {
  const t = useIncidentsText();
  const actor = useActorName();
  const language = useLanguageAsked();
  const { run, isOld } = props;
  const { analysis } = run;

  if (run.state === 'running') {
    return (
      <p role="status" className={uiClasses.plain}>
        {t('analysis.underWay', { who: actor(run.by) })}{' '}
        <When iso={run.startedAt} />
        {run.stage && run.stage !== 'done' && ` · ${t(`stage.${run.stage}`)}`}
      </p>
    );
  }
  if (!analysis) {
    return (
      <>
        <Alert
          status="info"
          icon
          title={t('analysis.unavailable')}
          description={
            run.unavailable ? (
              <Told sentence={run.unavailable} />
            ) : (
              t('analysis.unknown')
            )
          }
        />
        <p className={uiClasses.plain}>{t('ask.stands')}</p>
        <LastAnswer incidentId={run.incidentId} latest={run.id} />
        <RunFacts run={run} />
      </>
    );
  }
  return (
    <EvidenceScope scope={run.id} items={run.evidence}>
      <p className={classes.headline} lang={run.language}>
        <VerdictWord verdict={analysis.verdict} />{' '}
        <span className={classes.untrusted}>{analysis.headline}</span>
      </p>
      {isOld && (
        <p className={uiClasses.muted}>
          {t('analysis.old')} <When iso={run.startedAt} />
        </p>
      )}
      {run.language !== language && (
        <p className={uiClasses.muted}>
          {t('analysis.inLanguage', {
            language:
              new Intl.DisplayNames(language, { type: 'language' }).of(
                run.language,
              ) ?? run.language,
          })}
        </p>
      )}
      <Injections injections={analysis.injections} />
      <Hypotheses hypotheses={analysis.hypotheses} language={run.language} />
      <Actions run={run} />
      <div className={classes.columns}>
        <AnalysisTimeline
          timeline={analysis.timeline}
          language={run.language}
        />
        <Claims
          title={t('analysis.ruledOut')}
          claims={analysis.ruledOut}
          language={run.language}
        />
        <Claims
          title={t('analysis.verification')}
          claims={analysis.verification}
          language={run.language}
        />
        <Claims
          title={t('analysis.prevention')}
          claims={analysis.prevention}
          language={run.language}
        />
        <RunbooksNamed runbooks={analysis.runbooks} />
        <OpenQuestions
          questions={analysis.openQuestions}
          language={run.language}
        />
      </div>
      <Dropped dropped={analysis.dropped} />
      <RunFacts run={run} />
      <Feedback run={run} />
    </EvidenceScope>
  );
}
