import { useApi } from '@backstage/frontend-plugin-api';
import type {
  ExecutionPlan,
  ExecutionRequest,
} from '@ghostlight/plugin-runbooks-common';
import {
  Alert,
  Button,
  dataOf,
  Panel,
  TextAreaField,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { runbooksApiRef } from '../api';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import { Actors, MayNot, Said } from '../words';
import { DryRunResult } from './DryRunResult';

/** Why, who has to agree, and the buttons. What keeps them from being pressed stands beside them. */
export function StartForm(props: {
  plan: ExecutionPlan;
  request: ExecutionRequest;
  /** Of this plan: pressed twice, it is one run. */
  onceKey: string;
  isCurrent: boolean;
}) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const navigate = useNavigate();
  const client = useApi(runbooksApiRef);
  const { plan, request, onceKey: key, isCurrent } = props;
  const [reason, setReason] = useState('');
  const [dryRun, setDryRun] = useState<string>();
  const start = (change: ExecutionRequest) =>
    dataOf(
      client.request('post', '/v1/executions', {
        body: { ...request, reason: reason.trim() || undefined, ...change },
      }),
    );
  const run = useAct(async () => {
    const made = await start({ key, dryRun: false });
    navigate(links.run(made.id));
  });
  const tryIt = useAct(async () => {
    setDryRun((await start({ key: `${key}-dry`, dryRun: true })).id);
  });
  const isBusy = run.pending || tryIt.pending;
  const failure = run.failure ?? tryIt.failure;
  const canRun =
    isCurrent && plan.may.allowed && plan.refusals.length === 0 && !isBusy;
  return (
    <Panel title={t('plan.start')}>
      <TextAreaField
        label={t('words.reason')}
        description={t('words.reasonHint')}
        value={reason}
        onChange={setReason}
        maxLength={1000}
      />
      <Approval plan={plan} />
      {!plan.may.allowed && (
        <p className={uiClasses.plain}>
          <MayNot may={plan.may} />
        </p>
      )}
      {failure && <Alert status="danger" icon title={failure} />}
      <div className={uiClasses.row}>
        <Button
          variant="secondary"
          isDisabled={!isCurrent || !plan.may.allowed || isBusy}
          isPending={tryIt.pending}
          onPress={() => tryIt.run()}
        >
          {t('plan.dryRun')}
        </Button>
        <Button
          isDisabled={!canRun}
          isPending={run.pending}
          onPress={() => run.run()}
        >
          {plan.approval.needed ? t('plan.ask') : t('plan.run')}
        </Button>
        <span className={uiClasses.muted}>{t('plan.dryRunHint')}</span>
      </div>
      {dryRun && <DryRunResult id={dryRun} />}
    </Panel>
  );
}

function Approval({ plan }: { plan: ExecutionPlan }) {
  const t = useRunbooksText();
  const { needed, why, approvers } = plan.approval;
  if (!needed) return <p className={uiClasses.plain}>{t('plan.noApproval')}</p>;
  return (
    <p className={uiClasses.plain}>
      <strong>{t('plan.approval')}</strong> {why && <Said sentence={why} />}{' '}
      {approvers.length > 0 && (
        <>
          {t('plan.askThem')} <Actors names={approvers} />
        </>
      )}
    </p>
  );
}
