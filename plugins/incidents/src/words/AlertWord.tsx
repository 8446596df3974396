import type { Alert, AlertSeverity } from '@ghostlight/plugin-incidents-common';
import { TONE_COLOUR } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { ALERT_TONES } from './tones';
import classes from './words.module.css';

const shapes: Record<AlertSeverity, JSX.Element> = {
  critical: (
    <path
      d="M3.6 0.6h4.8L11.4 3.6v4.8L8.4 11.4H3.6L0.6 8.4V3.6z"
      fill="currentColor"
    />
  ),
  error: <path d="M6 0.3 11.7 6 6 11.7 0.3 6z" fill="currentColor" />,
  warning: <path d="M6 0.9 11.6 10.9H0.4z" fill="currentColor" />,
  info: (
    <circle
      cx="6"
      cy="6"
      r="4.6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
    />
  ),
};

/** A shape of its own for each severity of an alert. Put the word next to it. */
export function AlertShape(props: { severity: AlertSeverity; size?: number }) {
  const { severity, size = 12 } = props;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      {shapes[severity]}
    </svg>
  );
}

/** How bad an alert is, as shape and word. */
export function AlertSeverityWord({ severity }: { severity: AlertSeverity }) {
  const t = useIncidentsText();
  return (
    <span
      className={classes.word}
      style={{ color: TONE_COLOUR[ALERT_TONES[severity]] }}
    >
      <AlertShape severity={severity} />
      {t(`severity.${severity}`)}
    </span>
  );
}

/** Whether an alert fires or is over, as a word. */
export function AlertStatusWord({ status }: { status: Alert['status'] }) {
  const t = useIncidentsText();
  const tone = status === 'firing' ? 'negative' : 'positive';
  return (
    <span
      className={`${classes.word} ${classes.plain}`}
      style={{ color: TONE_COLOUR[tone] }}
    >
      {t(`alertStatus.${status}`)}
    </span>
  );
}
