import type {
  IncidentDetail,
  IncidentStatus,
} from '@ghostlight/plugin-incidents-common';
import {
  Button,
  ConfirmDialog,
  TextAreaField,
  useAct,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { useIncidentsText } from '../../translation';
import { LifecycleShape, STATUSES } from '../../words';
import { refusalOf } from '../refusalOf';
import type { IncidentActs } from '../useIncidentActs';
import classes from '../incident.module.css';

/** The steps of an incident's life as buttons: pressing one says what it does, then does it. */
export function Lifecycle(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
}) {
  const t = useIncidentsText();
  const { incident, acts } = props;
  const [wanted, setWanted] = useState<IncidentStatus>();
  const [before, setBefore] = useState<IncidentStatus>();
  const refusal = refusalOf(incident, t);
  const fixed = refusal !== undefined || incident.mergedInto !== undefined;
  const now = STATUSES.indexOf(incident.status);
  const undo = useAct(async () => {
    if (!before) return;
    await acts.setStatus(before);
    setBefore(undefined);
  });

  return (
    <div className={classes.stackSmall}>
      <div className={classes.row}>
        <ol className={classes.steps} aria-label={t('incident.lifecycle')}>
          {STATUSES.map((status, index) => (
            <li key={status}>
              <button
                type="button"
                className={classes.step}
                data-past={index < now || undefined}
                aria-current={index === now ? 'step' : undefined}
                aria-disabled={fixed || undefined}
                onClick={() => !fixed && index !== now && setWanted(status)}
              >
                <LifecycleShape status={status} />
                {t(`status.${status}`)}
              </button>
            </li>
          ))}
        </ol>
        <span role="status" className={classes.muted}>
          {before && (
            <>
              {t('incident.statusChanged', {
                status: t(`status.${incident.status}`),
              })}{' '}
              <Button
                size="small"
                variant="tertiary"
                isPending={undo.pending}
                onPress={undo.run}
              >
                {t('incident.statusUndo', { status: t(`status.${before}`) })}
              </Button>
            </>
          )}
          {undo.failure}
        </span>
      </div>
      {refusal && <p className={classes.muted}>{refusal}</p>}
      {wanted && (
        <StatusDialog
          incident={incident}
          to={wanted}
          onClose={() => setWanted(undefined)}
          onConfirm={async note => {
            await acts.setStatus(wanted, note);
            setBefore(incident.status);
          }}
        />
      )}
    </div>
  );
}

const effects = {
  investigating: 'incident.toInvestigating',
  identified: 'incident.toIdentified',
  monitoring: 'incident.toMonitoring',
  resolved: 'incident.toResolved',
} as const;

function StatusDialog(props: {
  incident: IncidentDetail;
  to: IncidentStatus;
  onClose(): void;
  onConfirm(note: string | undefined): Promise<void>;
}) {
  const t = useIncidentsText();
  const { incident, to, onClose, onConfirm } = props;
  const [note, setNote] = useState('');
  const reopens = incident.status === 'resolved';
  return (
    <ConfirmDialog
      title={t('incident.statusTitle', {
        id: incident.id,
        status: t(`status.${to}`),
      })}
      what={
        <>
          {reopens && `${t('incident.reopens', { id: incident.id })} `}
          {t(effects[to], { id: incident.id })} {t('incident.statusTold')}
        </>
      }
      confirm={t('incident.statusConfirm', { status: t(`status.${to}`) })}
      onClose={onClose}
      onConfirm={() => onConfirm(note.trim() || undefined)}
    >
      <TextAreaField
        label={t('incident.statusNote')}
        value={note}
        onChange={setNote}
        maxLength={20_000}
        rows={2}
      />
    </ConfirmDialog>
  );
}
