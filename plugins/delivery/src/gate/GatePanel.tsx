import { useApi } from '@backstage/frontend-plugin-api';
import {
  gateOverridePermission,
  releaseApprovePermission,
  type Gate,
} from '@ghostlight/plugin-delivery-common';
import {
  Button,
  ConfirmDialog,
  More,
  Panel,
  QueryBoundary,
  uiClasses,
  useRefusal,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { deliveryApiRef } from '../api';
import { useGate } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useDeliveryText } from '../translation';
import { Actor, Said, VerdictWord } from '../words';
import { ApproveDialog } from './ApproveDialog';
import { CheckList } from './CheckList';
import { OverrideDialog } from './OverrideDialog';
import { Approvals } from './Approvals';
import classes from './gate.module.css';

/** May the next version go out there? Every check with its evidence, and what can be done about it. */
export function GatePanel(props: {
  entityRef: string;
  environment: string;
  /** The version that is on its way, if one is. */
  version?: string;
}) {
  const t = useDeliveryText();
  const { entityRef, environment, version } = props;
  const gate = useGate({ entityRef, environment, version });
  return (
    <Panel
      title={version ? t('gate.titleOf', { version }) : t('gate.title')}
      aside={gate.data && <VerdictWord verdict={gate.data.verdict} />}
    >
      <QueryBoundary
        query={gate}
        what={t('gate.title')}
        forbidden={<NotAllowed />}
      >
        {data => <Answer gate={data} onChanged={gate.refresh} />}
      </QueryBoundary>
    </Panel>
  );
}

function Answer(props: { gate: Gate; onChanged(): void }) {
  const t = useDeliveryText();
  const client = useApi(deliveryApiRef);
  const { gate, onChanged } = props;
  const { override } = gate;
  const [asking, setAsking] = useState<'override' | 'approve' | 'revoke'>();
  const resourceRef = `${gate.environment}/${gate.entityRef}`;
  const noOverride = useRefusal({
    permission: gateOverridePermission,
    resourceRef,
  });
  const noApproval = useRefusal({
    permission: releaseApprovePermission,
    resourceRef,
  });
  const close = () => setAsking(undefined);
  return (
    <>
      <p className={uiClasses.plain}>
        <Said sentence={gate.said} />{' '}
        <span className={uiClasses.muted}>
          {t('words.asOf')} <When iso={gate.asOf} />
        </span>
      </p>
      <CheckList checks={gate.checks} />
      {override && (
        <p className={uiClasses.plain}>
          {t('gate.overriddenBy')} <Actor name={override.by} />{' '}
          {t('gate.until')} <When iso={override.until} absolute />:{' '}
          {override.reason}
        </p>
      )}
      <Approvals
        entityRef={gate.entityRef}
        environment={gate.environment}
        mayNot={noApproval !== undefined}
        onChanged={onChanged}
      />
      <div className={classes.acts}>
        <Button
          size="small"
          variant="secondary"
          isDisabled={noApproval !== undefined}
          onPress={() => setAsking('approve')}
        >
          {t('gate.approve')}
        </Button>
        {override ? (
          <Button
            size="small"
            variant="secondary"
            isDisabled={noOverride !== undefined}
            onPress={() => setAsking('revoke')}
          >
            {t('gate.revoke')}
          </Button>
        ) : (
          <Button
            size="small"
            variant="secondary"
            isDisabled={noOverride !== undefined}
            onPress={() => setAsking('override')}
          >
            {t('gate.override')}
          </Button>
        )}
      </div>
      {(noOverride ?? noApproval) && (
        <p className={uiClasses.muted}>{noOverride ?? noApproval}</p>
      )}
      {gate.signature && (
        <More summary={t('gate.signed')}>
          <p className={uiClasses.muted}>{t('gate.signedHow')}</p>
        </More>
      )}
      {asking === 'override' && (
        <OverrideDialog gate={gate} onClose={close} onDone={onChanged} />
      )}
      {asking === 'approve' && (
        <ApproveDialog gate={gate} onClose={close} onDone={onChanged} />
      )}
      {asking === 'revoke' && override && (
        <ConfirmDialog
          title={t('gate.revoke')}
          what={t('gate.revokeWhat')}
          confirm={t('gate.revoke')}
          onClose={close}
          onConfirm={async () => {
            await client.request('delete', '/v1/gate/overrides/{id}', {
              params: { path: { id: override.id } },
            });
            onChanged();
          }}
        />
      )}
    </>
  );
}
