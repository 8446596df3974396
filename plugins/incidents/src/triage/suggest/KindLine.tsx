import { Button, uiClasses, useUrlState } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { partsUrl } from '../../incident/parts/partsUrl';
import { useIncidentsText } from '../../translation';
import { AlertSeverityWord, AlertStatusWord } from '../../words';
import type { AlertKind } from './alertKinds';
import classes from '../triage.module.css';

/** Alerts of one kind by their title, which opens the record; by an id where they were not read. */
export function KindLine(props: { kind: AlertKind; children?: ReactNode }) {
  const t = useIncidentsText();
  const [, setUrl] = useUrlState(partsUrl);
  const { kind, children } = props;
  const [first] = kind.alerts;
  // One of them that still fires tells more than those that are over.
  const alert = kind.alerts.find(each => each.status === 'firing') ?? first;
  return (
    <div className={uiClasses.row}>
      {kind.place !== undefined && (
        <span className={classes.place}>{kind.place}.</span>
      )}
      <Button
        size="small"
        variant="tertiary"
        onPress={() => setUrl({ alert: alert?.id ?? kind.id })}
      >
        {alert?.title ?? t('review.alert', { id: kind.id })}
      </Button>
      {kind.alerts.length > 1 && (
        <span className={uiClasses.muted}>×{kind.alerts.length}</span>
      )}
      {alert && (
        <>
          <AlertSeverityWord severity={alert.severity} />
          <AlertStatusWord status={alert.status} />
        </>
      )}
      {children}
    </div>
  );
}
