import type { RunbookDetail } from '@ghostlight/plugin-runbooks-common';
import {
  Duration,
  LoadingState,
  Panel,
  QueryBoundary,
  ToneWord,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useParams } from 'react-router-dom';
import { refOf, useRunbook, useRunbooksLinks } from '../hooks';
import { Markdown } from '../markdown/Markdown';
import { Rehearse } from '../rehearsal';
import { NotAllowed } from '../states/NotAllowed';
import { DocsLink } from '../techdocs/DocsLink';
import { useRunbooksText } from '../translation';
import {
  Actors,
  isSafe,
  Out,
  Said,
  SeverityWord,
  useTriggerText,
} from '../words';
import { Causes } from './Causes';
import { Communications, Escalations } from './Escalations';
import { Findings } from './Findings';
import { Inputs } from './Inputs';
import { Phases } from './Phases';
import { LastTime } from './RunbookItem';
import { RunButton } from './RunButton';
import { VerificationText } from './VerificationText';
import classes from './runbook.module.css';

/** A runbook to be read, and the way to run it. */
export function RunbookPage() {
  const t = useRunbooksText();
  const ref = refOf(useParams().runbook ?? '');
  const runbook = useRunbook(ref);
  return (
    <QueryBoundary
      query={runbook}
      what={t('state.runbook')}
      loading={<LoadingState what={t('state.runbook')} lines={4} block={320} />}
      forbidden={<NotAllowed all />}
    >
      {data => <RunbookText runbook={data} />}
    </QueryBoundary>
  );
}

function RunbookText({ runbook }: { runbook: RunbookDetail }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { ref, title, description, markdown, verification } = runbook;
  const [only, ...others] = runbook.serviceRefs;
  return (
    <article className={classes.page} aria-labelledby="runbook-title">
      <div className={classes.top}>
        <div className={classes.heading}>
          <h2 id="runbook-title" className={classes.sentence}>
            {title}
          </h2>
          <Facts runbook={runbook} />
          <LastTime runbook={runbook} />
        </div>
        <div className={uiClasses.row}>
          <Rehearse
            of={{ runbookRef: ref }}
            title={title}
            entityRefs={runbook.serviceRefs}
            isBroken={!runbook.runnable}
          />
          <RunButton
            href={links.plan(ref, {
              entityRef: others.length === 0 ? only : undefined,
            })}
            may={runbook.may.run}
            runnable={runbook.runnable}
          />
        </div>
      </div>
      {runbook.stale && (
        <p className={uiClasses.plain}>
          <ToneWord tone="warning" word={t('runbook.stale')} />{' '}
          <Said sentence={runbook.stale} />
        </p>
      )}
      <Findings findings={runbook.findings} />
      {description && (
        <Panel title={t('runbook.what')}>
          <Markdown text={description} />
        </Panel>
      )}
      <Triggers runbook={runbook} />
      {/* A Markdown one is read as it is written; its steps are what a run does. */}
      {markdown && (
        <Panel title={t('runbook.text')}>
          <Markdown text={markdown} />
        </Panel>
      )}
      <Phases phases={runbook.phases} />
      <Causes
        title={t('runbook.causes')}
        causes={runbook.causes}
        helps={t('runbook.mitigation')}
      />
      {verification && (
        <Panel title={t('runbook.verification')}>
          <VerificationText verification={verification} />
        </Panel>
      )}
      <Escalations items={runbook.escalation} />
      <Causes
        title={t('runbook.rollback')}
        causes={runbook.rollback}
        helps={t('runbook.wayBack')}
      />
      <Communications items={runbook.communication} />
      <Inputs inputs={runbook.inputs} />
    </article>
  );
}

function Facts({ runbook }: { runbook: RunbookDetail }) {
  const t = useRunbooksText();
  const { severity, estimatedSeconds, steps, owner, serviceRefs } = runbook;
  return (
    <div className={uiClasses.row}>
      {severity && <SeverityWord severity={severity} />}
      <span>
        {t('runbook.stepCount', { count: steps })}
        {estimatedSeconds !== undefined && (
          <>
            {', '}
            {t('runbook.about')} <Duration seconds={estimatedSeconds} />
          </>
        )}
      </span>
      {serviceRefs.length > 0 && (
        <span>
          {t('runbook.for')} <Actors names={serviceRefs} />
        </span>
      )}
      {owner && (
        <span>
          {t('words.owner')}: <Actors names={[owner]} />
        </span>
      )}
      <DocsLink runbookRef={runbook.ref} />
      {isSafe(runbook.viewUrl) && (
        <Out href={runbook.viewUrl}>{t('runbook.source')}</Out>
      )}
      {isSafe(runbook.editUrl) && (
        <Out href={runbook.editUrl}>{t('runbook.edit')}</Out>
      )}
    </div>
  );
}

function Triggers({ runbook }: { runbook: RunbookDetail }) {
  const t = useRunbooksText();
  const say = useTriggerText();
  const texts = [...new Set(runbook.triggers.map(say))];
  return (
    <Panel title={t('runbook.when')}>
      {texts.length === 0 ? (
        <p className={uiClasses.plain}>{t('trigger.none')}</p>
      ) : (
        <ul className={uiClasses.bullets}>
          {texts.map(text => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
