import type { Policy } from '@ghostlight/plugin-runbooks-common';
import {
  LoadingState,
  Panel,
  QueryBoundary,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useParams } from 'react-router-dom';
import { refOf } from '../hooks';
import { Findings } from '../runbook/Findings';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { Actor, Out } from '../words';
import { AttemptList } from './AttemptList';
import { ModeText } from './ModeText';
import { PolicyRules } from './PolicyRules';
import { PolicySentence } from './PolicySentence';
import { Simulated } from './Simulated';
import { SwitchControl } from './SwitchControl';
import { TallyText } from './TallyText';
import { useAttempts, usePolicy } from './useRemediation';
import classes from './remediation.module.css';

/** A policy: when it acts, how far it may go, what it did, and what it would have done. */
export function PolicyPage() {
  const t = useRunbooksText();
  const { policy: segment = '' } = useParams();
  const ref = refOf(segment);
  const policy = usePolicy(ref);
  return (
    <QueryBoundary
      query={policy}
      what={t('policy.policy')}
      loading={<LoadingState what={t('policy.policy')} lines={4} block={240} />}
      forbidden={<NotAllowed />}
    >
      {data => <PolicyDetail policy={data} onChanged={policy.refresh} />}
    </QueryBoundary>
  );
}

function PolicyDetail(props: { policy: Policy; onChanged(): void }) {
  const t = useRunbooksText();
  const { policy, onChanged } = props;
  const { ref, title, description, owner, viewUrl } = policy;
  return (
    <article className={classes.page} aria-labelledby="policy-title">
      <div className={classes.top}>
        <div className={classes.heading}>
          <h2 id="policy-title" className={classes.sentence}>
            {title}
          </h2>
          <p className={classes.said}>
            <PolicySentence policy={policy} />
          </p>
          <p className={uiClasses.muted}>
            {owner && (
              <>
                {t('words.owner')}: <Actor name={owner} />
                {viewUrl && ' · '}
              </>
            )}
            {viewUrl && <Out href={viewUrl}>{t('policy.source')}</Out>}
          </p>
        </div>
        <SwitchControl
          title={title}
          value={policy.switch}
          may={policy.may.switch}
          onChanged={onChanged}
        />
      </div>
      {description && <p className={classes.plain}>{description}</p>}
      <Panel title={t('mode.label')}>
        <p className={classes.plain}>
          <ModeText policy={policy} />
        </p>
        <p className={uiClasses.muted}>{t('mode.meaning')}</p>
      </Panel>
      <Findings findings={policy.findings} />
      <PolicyRules policy={policy} />
      <Did policy={policy} />
      <Simulated
        key={ref}
        policyRef={ref}
        policyTitle={title}
        isBroken={policy.findings.some(({ severity }) => severity === 'error')}
      />
    </article>
  );
}

/** What it did, the latest first. */
function Did({ policy }: { policy: Policy }) {
  const t = useRunbooksText();
  const attempts = useAttempts({ policyRef: policy.ref });
  return (
    <Panel title={t('policy.did')}>
      <p className={classes.plain}>
        <TallyText tally={policy.tally} />
      </p>
      <QueryBoundary
        query={attempts}
        what={t('policy.did')}
        forbidden={<NotAllowed />}
        isEmpty={() => attempts.items.length === 0}
        empty={<p className={uiClasses.plain}>{t('policy.didNothing')}</p>}
      >
        {() => <AttemptList pages={attempts} />}
      </QueryBoundary>
    </Panel>
  );
}
