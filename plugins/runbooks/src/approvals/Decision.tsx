import type { May } from '@ghostlight/plugin-runbooks-common';
import {
  Alert,
  Button,
  TextField,
  uiClasses,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useRunbooksText } from '../translation';
import { MayNot } from '../words';
import { useIsPast } from './Until';
import { useDecide, type Decidable } from './useDecide';
import classes from './approvals.module.css';

/** Approve or reject, with a comment; who may not is told who may. */
export function Decision(props: {
  item: Decidable;
  may: May;
  /** After that nobody may. */
  until?: string;
  onDecided(approve: boolean): void;
}) {
  const t = useRunbooksText();
  const { item, may, until, onDecided } = props;
  const [comment, setComment] = useState('');
  const isPast = useIsPast(until);
  const decide = useDecide(item, () => {});
  const act = useAct(async (approve: boolean) => {
    await decide(approve, comment);
    onDecided(approve);
  });
  if (isPast) return <p className={classes.plain}>{t('approvals.over')}</p>;
  if (!may.allowed) {
    return (
      <p className={classes.plain}>
        <MayNot may={may} />
      </p>
    );
  }
  return (
    <div className={classes.decision}>
      <TextField
        label={t('run.comment')}
        value={comment}
        onChange={setComment}
        maxLength={1000}
      />
      {act.failure && <Alert status="danger" icon title={act.failure} />}
      <div className={uiClasses.row}>
        <Button isPending={act.pending} onPress={() => act.run(true)}>
          {t('run.approve')}
        </Button>
        <Button
          variant="secondary"
          isDisabled={act.pending}
          onPress={() => act.run(false)}
        >
          {t('run.reject')}
        </Button>
      </div>
    </div>
  );
}
