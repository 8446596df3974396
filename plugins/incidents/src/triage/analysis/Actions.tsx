import { useApi } from '@backstage/frontend-plugin-api';
import type {
  AnalysisAction,
  TriageRun,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  ConfirmDialog,
  dataOf,
  Link,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useRunbookLinks } from '../../hooks';
import { refusalOf } from '../../incident/refusalOf';
import { useIncidentsText } from '../../translation';
import { EntityLink } from '../EntityLink';
import { Chips } from '../evidence/Chips';
import { useTriageState } from '../TriageContext';
import { ActionInput } from './ActionInput';
import classes from '../triage.module.css';

/** What could be done: from the list of installed actions, and nothing of it before a person approves. */
export function Actions({ run }: { run: TriageRun }) {
  const t = useIncidentsText();
  const { incident } = useTriageState();
  const actions = run.analysis?.actions ?? [];
  if (actions.length === 0) return null;
  const refusal = refusalOf(incident, t);
  return (
    <section aria-label={t('actions.title')} className={classes.part}>
      <h4 className={classes.subtitle}>{t('actions.title')}</h4>
      <p className={uiClasses.muted}>{refusal ?? t('actions.approved')}</p>
      <ol className={classes.stack}>
        {actions.map(action => (
          <Action
            key={action.index}
            run={run}
            action={action}
            mayNot={refusal !== undefined}
          />
        ))}
      </ol>
    </section>
  );
}

function Action(props: {
  run: TriageRun;
  action: AnalysisAction;
  mayNot: boolean;
}) {
  const t = useIncidentsText();
  const client = useApi(incidentsApiRef);
  const { hold } = useTriageState();
  const { run, action, mayNot } = props;
  const [isProposing, setProposing] = useState(false);

  const propose = async () => {
    const { attemptId } = await dataOf(
      client.request(
        'post',
        '/v1/triage-runs/{runId}/actions/{index}/proposal',
        { params: { path: { runId: run.id, index: action.index } } },
      ),
    );
    if (!run.analysis) return;
    hold({
      ...run,
      analysis: {
        ...run.analysis,
        actions: run.analysis.actions.map(each =>
          each.index === action.index ? { ...each, attemptId } : each,
        ),
      },
    });
  };
  return (
    <li className={classes.hypothesis}>
      <div className={uiClasses.row}>
        <strong lang={run.language}>{action.title}</strong>
        <code>{action.action}</code>
        {action.entityRef && <EntityLink entityRef={action.entityRef} />}
        {action.reversible !== undefined && (
          <span className={uiClasses.muted}>
            {action.reversible
              ? t('actions.reversible')
              : t('actions.irreversible')}
          </span>
        )}
      </div>
      <p className={uiClasses.plain}>
        <span lang={run.language}>{action.why}</span>{' '}
        <Chips ids={action.evidence} label={t('claim.cites')} />
      </p>
      <ActionInput input={action.input} />
      <div className={uiClasses.row}>
        {action.attemptId ? (
          <Proposed id={action.attemptId} />
        ) : (
          <Button
            size="small"
            variant="secondary"
            isDisabled={mayNot}
            aria-label={t('actions.proposeLabel', { title: action.title })}
            onPress={() => setProposing(true)}
          >
            {t('actions.propose')}
          </Button>
        )}
      </div>
      {isProposing && (
        <ConfirmDialog
          title={t('actions.proposeTitle')}
          what={t('actions.proposeWhat', { title: action.title })}
          confirm={t('actions.proposeConfirm')}
          onClose={() => setProposing(false)}
          onConfirm={propose}
        >
          <div>
            <code>{action.action}</code>{' '}
            {action.entityRef && <EntityLink entityRef={action.entityRef} />}
            <ActionInput input={action.input} />
          </div>
        </ConfirmDialog>
      )}
    </li>
  );
}

function Proposed({ id }: { id: string }) {
  const t = useIncidentsText();
  const href = useRunbookLinks().attempt(id);
  return (
    <span role="status">
      {t('actions.proposed')} {href ? <Link href={href}>{id}</Link> : id}
      {'. '}
      {t('actions.waits')}
    </span>
  );
}
