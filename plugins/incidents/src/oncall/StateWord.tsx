import type { NotificationState } from '@ghostlight/plugin-incidents-common';
import { TONE_COLOUR, type Tone } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import classes from './oncall.module.css';

const TONES: Record<NotificationState, Tone> = {
  waiting: 'warning',
  sent: 'positive',
  failed: 'negative',
  dropped: 'neutral',
};

/** What became of a notification, as a word. */
export function StateWord({ state }: { state: NotificationState }) {
  const t = useIncidentsText();
  return (
    <span className={classes.word} style={{ color: TONE_COLOUR[TONES[state]] }}>
      {t(`oncall.state_${state}`)}
    </span>
  );
}
