import { useApi } from '@backstage/frontend-plugin-api';
import type { May, RollbackDetail } from '@ghostlight/plugin-delivery-common';
import {
  Alert,
  Button,
  Panel,
  TextField,
  uiClasses,
  useAct,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useDeliveryText } from '../translation';
import { Actor, Actors, MayNot } from '../words';

/** Where a decision goes. */
type DecisionPath =
  | '/v1/rollbacks/{id}/decision'
  | '/v1/rollouts/{id}/decision';

/** Whether a second person agrees; never the one who asked. */
export function ApprovalPanel(props: {
  path: DecisionPath;
  id: string;
  approval: NonNullable<RollbackDetail['approval']>;
  may: May;
  approvers: string[];
  onChanged(): void;
}) {
  const t = useDeliveryText();
  const { path, id, approval, may, approvers, onChanged } = props;
  const { state, until, by, at, comment } = approval;
  return (
    <Panel title={t('rollback.approval')}>
      {state === 'waiting' ? (
        <>
          <p className={uiClasses.plain}>
            {t('rollback.waits')} <When iso={until} absolute />.{' '}
            {t('plan.askThem')} <Actors names={approvers} />
          </p>
          {may.allowed ? (
            <Decision path={path} id={id} onChanged={onChanged} />
          ) : (
            <p className={uiClasses.plain}>
              <MayNot may={may} />
            </p>
          )}
        </>
      ) : (
        <p className={uiClasses.plain}>
          {t(`approvalState.${state}`)} {by && <Actor name={by} />}{' '}
          {at && <When iso={at} />}
          {comment && ` · ${comment}`}
        </p>
      )}
    </Panel>
  );
}

function Decision(props: {
  path: DecisionPath;
  id: string;
  onChanged(): void;
}) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const [comment, setComment] = useState('');
  const { path, id, onChanged } = props;
  const decide = useAct(async (approve: boolean) => {
    await client.request('post', path, {
      params: { path: { id } },
      body: { approve, comment: comment.trim() || undefined },
    });
    onChanged();
  });
  return (
    <>
      <TextField
        label={t('rollback.comment')}
        value={comment}
        onChange={setComment}
        maxLength={1000}
      />
      {decide.failure && <Alert status="danger" icon title={decide.failure} />}
      <div className={uiClasses.row}>
        <Button isPending={decide.pending} onPress={() => decide.run(true)}>
          {t('rollback.approve')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={decide.pending}
          onPress={() => decide.run(false)}
        >
          {t('rollback.reject')}
        </Button>
      </div>
    </>
  );
}
