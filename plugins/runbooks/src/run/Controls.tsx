import type {
  ControlRequest,
  ExecutionDetail,
  ExecutionState,
} from '@ghostlight/plugin-runbooks-common';
import {
  Alert,
  Button,
  ConfirmDialog,
  nameOf,
  uiClasses,
  useAct,
  useMe,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { isOpen } from '../hooks';
import { useRunbooksText } from '../translation';
import { MayNot } from '../words';
import { ReasonDialog } from './ReasonDialog';
import { useRunActs } from './useRunActs';
import classes from './run.module.css';

const PAUSABLE: readonly ExecutionState[] = ['running', 'waiting', 'verifying'];

/** Pause, resume, cancel and take over; shown to who may not, with who may. */
export function Controls(props: { run: ExecutionDetail; onChanged(): void }) {
  const t = useRunbooksText();
  const me = useMe();
  const { run, onChanged } = props;
  const { id, state, operator } = run;
  const { control: may } = run.may;
  const [asking, setAsking] = useState<'cancel' | 'take-over'>();
  const { control } = useRunActs(id, onChanged);
  const act = useAct((action: ControlRequest['action']) => control({ action }));
  if (!isOpen(state)) return null;
  const close = () => setAsking(undefined);
  return (
    <div className={classes.controls}>
      <div className={uiClasses.row}>
        {PAUSABLE.includes(state) && (
          <Button
            variant="secondary"
            isDisabled={!may.allowed}
            isPending={act.pending}
            onPress={() => act.run('pause')}
          >
            {t('run.pause')}
          </Button>
        )}
        {state === 'paused' && (
          <Button
            isDisabled={!may.allowed}
            isPending={act.pending}
            onPress={() => act.run('resume')}
          >
            {t('run.resume')}
          </Button>
        )}
        {state !== 'cancelling' && (
          <Button
            variant="secondary"
            isDisabled={!may.allowed}
            onPress={() => setAsking('cancel')}
          >
            {t('run.cancel')}
          </Button>
        )}
        {me !== undefined && me !== operator && (
          <Button
            variant="secondary"
            isDisabled={!may.allowed}
            onPress={() => setAsking('take-over')}
          >
            {t('run.takeOver')}
          </Button>
        )}
      </div>
      {!may.allowed && (
        <p className={uiClasses.muted}>
          <MayNot may={may} />
        </p>
      )}
      {act.failure && <Alert status="danger" icon title={act.failure} />}
      {asking === 'cancel' && (
        <ReasonDialog
          title={t('run.cancelTitle', { id })}
          what={t('run.cancelWhat')}
          confirm={t('run.cancelConfirm')}
          onClose={close}
          onConfirm={reason => control({ action: 'cancel', reason })}
        />
      )}
      {asking === 'take-over' && (
        <ConfirmDialog
          title={t('run.takeOverTitle', { id })}
          what={t('run.takeOverWhat', { name: nameOf(operator) })}
          confirm={t('run.takeOver')}
          onClose={close}
          onConfirm={() => control({ action: 'take-over' })}
        />
      )}
    </div>
  );
}
