import { useApi } from '@backstage/frontend-plugin-api';
import {
  inboxManagePermission,
  type Claim,
  type Silence,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  secondsOf,
  uiClasses,
  useAct,
  useFormats,
  useRefusal,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { SilenceDialog } from '../../alerts/SilenceDialog';
import { incidentsApiRef } from '../../api';
import { useIncidentsText } from '../../translation';
import { ClaimText } from '../analysis/ClaimText';
import type { AlertKind } from './alertKinds';
import { KindLine } from './KindLine';
import classes from '../triage.module.css';

/** Alerts that could be kept quiet, and why: the reader silences them, and may take it back. */
export function QuietKind(props: {
  kind: AlertKind;
  why: Claim;
  language: string;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const client = useApi(incidentsApiRef);
  const { kind, why, language } = props;
  const [alert] = kind.alerts;
  const [isAsking, setAsking] = useState(false);
  const [silence, setSilence] = useState<Silence>();
  const [hasEnded, setEnded] = useState(false);
  const refusal = useRefusal({ permission: inboxManagePermission });
  const end = useAct(async () => {
    if (!silence) return;
    await client.request('delete', '/v1/silences/{id}', {
      params: { path: { id: silence.id } },
    });
    setSilence(undefined);
    setEnded(true);
  });
  return (
    <li className={classes.hypothesis}>
      <KindLine kind={kind} />
      <ClaimText claim={why} language={language} />
      {alert && (
        <div className={uiClasses.row}>
          {silence ? (
            <>
              <span role="status">
                {t('review.silencedUntil', {
                  until: format.time(secondsOf(silence.until), 'dateTime'),
                })}
              </span>
              <Button
                size="small"
                variant="secondary"
                isPending={end.pending}
                aria-label={t('review.unsilenceLabel', { title: alert.title })}
                onPress={() => end.run()}
              >
                {t('review.unsilence')}
              </Button>
            </>
          ) : (
            <>
              <Button
                size="small"
                variant="secondary"
                isDisabled={refusal !== undefined}
                aria-label={t('review.silenceLabel', { title: alert.title })}
                onPress={() => setAsking(true)}
              >
                {t('review.silence')}
              </Button>
              <span
                role={hasEnded ? 'status' : undefined}
                className={uiClasses.muted}
              >
                {hasEnded
                  ? t('review.unsilenced')
                  : refusal ?? t('review.silenceHint')}
              </span>
            </>
          )}
        </div>
      )}
      {end.failure && <Alert status="danger" icon title={end.failure} />}
      {isAsking && (
        <SilenceDialog
          alert={alert}
          onClose={() => setAsking(false)}
          onDone={made => {
            setSilence(made);
            setAsking(false);
          }}
        />
      )}
    </li>
  );
}
