import type { ApprovalItem } from '@ghostlight/plugin-runbooks-common';
import {
  EntityName,
  Link,
  More,
  uiClasses,
  When,
} from '@ghostlight/reliability-react';
import { useId } from 'react';
import { useRunbooksLinks } from '../hooks';
import { Markdown } from '../markdown/Markdown';
import { PlannedSteps } from '../plan/PlannedSteps';
import { EvidenceList } from '../remediation/EvidenceList';
import { useRunbooksText } from '../translation';
import { Actor, Actors, IncidentLink, SaidList } from '../words';
import { Decision } from './Decision';
import { Until } from './Until';
import type { Decidable } from './useDecide';
import classes from './approvals.module.css';

/** What the decision on an item is sent to. */
function decidableOf(item: ApprovalItem): Decidable {
  const { kind, id, attemptId, executionId, stepId } = item;
  if (kind === 'attempt') return { kind, id: attemptId ?? id };
  return kind === 'step' && stepId && executionId
    ? { kind, executionId, stepId }
    : { kind: 'execution', id: executionId ?? id };
}

/** One thing that waits: what will run, for what, why, until when, and who may decide. */
export function ApprovalCard(props: {
  item: ApprovalItem;
  onDecided(item: ApprovalItem, approve: boolean): void;
}) {
  const t = useRunbooksText();
  const id = useId();
  const links = useRunbooksLinks();
  const { item, onDecided } = props;
  const { plan, evidence, text, incidentId, reason, may } = item;
  // A policy's reasons are what it rests on.
  const isOfPolicy = item.requestedBy.startsWith('remediationpolicy:');
  const page =
    item.kind === 'attempt'
      ? links.attempt(item.attemptId ?? item.id)
      : links.run(item.executionId ?? item.id);
  return (
    <article className={classes.card} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <h4 id={id} className={classes.cardTitle}>
          <Link href={page}>{item.title}</Link>
        </h4>
        <strong className={classes.until}>
          <Until iso={item.until} />
        </strong>
      </div>
      <p className={classes.plain}>
        {t(`approvals.kind_${item.kind}`)}
        {item.entityRef && (
          <>
            {' '}
            {t('run.for')} <EntityName entityRef={item.entityRef} />
          </>
        )}{' '}
        ({item.environment})
        {incidentId && (
          <>
            {' · '}
            <IncidentLink id={incidentId} href={links.incident(incidentId)} />
          </>
        )}
        {' · '}
        {t('run.askedBy')} <Actor name={item.requestedBy} />{' '}
        <When iso={item.at} />
      </p>
      {reason && !isOfPolicy && (
        <p className={classes.plain}>
          {t('approvals.why')} {reason}
        </p>
      )}
      {text && <Markdown text={text} />}
      {plan ? (
        <More summary={t('approvals.willRun')} open={may.allowed}>
          <SaidList sentences={plan.refusals} />
          <PlannedSteps steps={plan.steps} />
          <p className={uiClasses.muted}>
            {t('words.asOf')} <When iso={plan.asOf} />
          </p>
        </More>
      ) : (
        <p className={uiClasses.muted}>
          <Link href={page}>{t('approvals.seeRun')}</Link>
        </p>
      )}
      {evidence.length > 0 && (
        <More summary={t('approvals.evidence', { count: evidence.length })}>
          <EvidenceList evidence={evidence} />
        </More>
      )}
      <p className={uiClasses.muted}>
        {t('approvals.approvers')} <Actors names={item.approvers} />
      </p>
      <Decision
        item={decidableOf(item)}
        may={may}
        until={item.until}
        onDecided={approve => onDecided(item, approve)}
      />
    </article>
  );
}
