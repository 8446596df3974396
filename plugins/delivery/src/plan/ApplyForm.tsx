import type { RollbackPlan } from '@ghostlight/plugin-delivery-common';
import {
  Alert,
  Button,
  Panel,
  TextAreaField,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useDeliveryLinks } from '../hooks';
import { useDeliveryText } from '../translation';
import { Actors, MayNot, Said } from '../words';
import { DryRunResult } from './DryRunResult';
import { Expiry, useHasExpired } from './Expiry';
import { LaneChoice } from './LaneChoice';
import { useRequest } from './useRequest';
import classes from './plan.module.css';

const LEAST_REASON = 5;

/** How, why and by whom; then the buttons. What keeps them from being pressed stands beside them. */
export function ApplyForm(props: { plan: RollbackPlan; incident?: string }) {
  const t = useDeliveryText();
  const links = useDeliveryLinks();
  const navigate = useNavigate();
  const { plan, incident } = props;
  const [lane, setLane] = useState(
    () =>
      (
        plan.lanes.find(each => each.recommended && each.available) ??
        plan.lanes.find(each => each.available)
      )?.id ?? '',
  );
  const [reason, setReason] = useState('');
  const [dryRun, setDryRun] = useState<string>();
  const request = useRequest(plan, incident);
  const apply = useAct(async () => {
    const made = await request({ lane, reason, dryRun: false });
    navigate(links.rollback(made.id));
  });
  const tryIt = useAct(async () => {
    setDryRun((await request({ lane, reason, dryRun: true })).id);
  });
  const hasExpired = useHasExpired(plan);
  const hasReason = reason.trim().length >= LEAST_REASON;
  const isBusy = apply.pending || tryIt.pending;
  const canAsk = lane !== '' && hasReason && !hasExpired && !isBusy;
  const failure = apply.failure ?? tryIt.failure;
  const isDenied = plan.gate.verdict === 'deny';

  return (
    <Panel title={t('plan.how')} aside={<Expiry plan={plan} />}>
      {plan.refusals.length > 0 && (
        <div role="alert" className={classes.refusals}>
          <strong>{t('plan.refused')}</strong>
          <ul className={uiClasses.bullets}>
            {plan.refusals.map(each => (
              <li key={each.text}>
                <Said sentence={each} />
              </li>
            ))}
          </ul>
        </div>
      )}
      <LaneChoice lanes={plan.lanes} value={lane} onChange={setLane} />
      <div>
        <strong>{t('plan.verification')}</strong>
        <ul className={uiClasses.bullets}>
          {plan.verification.map(each => (
            <li key={each.code}>
              <Said sentence={each} />
            </li>
          ))}
        </ul>
      </div>
      <TextAreaField
        label={t('words.reason')}
        description={t('words.reasonHint')}
        isRequired
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
      {isDenied && <p className={uiClasses.plain}>{t('plan.denied')}</p>}
      {failure && <Alert status="danger" icon title={failure} />}
      <div className={uiClasses.row}>
        <Button
          variant="secondary"
          isDisabled={!canAsk}
          isPending={tryIt.pending}
          onPress={() => tryIt.run()}
        >
          {t('plan.dryRun')}
        </Button>
        <Button
          isDisabled={!canAsk || !plan.may.allowed || isDenied}
          isPending={apply.pending}
          onPress={() => apply.run()}
        >
          {plan.approval.needed
            ? t('plan.ask', { to: plan.to.version })
            : t('plan.rollBack', { to: plan.to.version })}
        </Button>
        {!hasReason && (
          <span className={uiClasses.muted}>{t('plan.needsReason')}</span>
        )}
      </div>
      {dryRun && <DryRunResult id={dryRun} />}
    </Panel>
  );
}

function Approval({ plan }: { plan: RollbackPlan }) {
  const t = useDeliveryText();
  const { needed, why, approvers, onCall = [] } = plan.approval;
  if (!needed) {
    return <p className={uiClasses.plain}>{t('plan.noApproval')}</p>;
  }
  return (
    <p className={uiClasses.plain}>
      <strong>{t('plan.approval')}</strong> {why && <Said sentence={why} />}{' '}
      {t('plan.askThem')} <Actors names={approvers} />
      {onCall.length > 0 && (
        <>
          {' · '}
          {t('plan.onCall')} <Actors names={onCall} />
        </>
      )}
    </p>
  );
}
