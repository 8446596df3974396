import type { IncidentStatus } from '@ghostlight/plugin-incidents-common';
import { TONE_COLOUR } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { STATUS_TONES, STATUSES } from './tones';
import classes from './words.module.css';

/** Radius of the pie, in the units of the drawing. */
const R = 3.9;

/** A disc that fills as the incident moves on. Put the word next to it. */
export function LifecycleShape(props: {
  status: IncidentStatus;
  size?: number;
}) {
  const { status, size = 12 } = props;
  const part = (STATUSES.indexOf(status) + 1) / STATUSES.length;
  const angle = 2 * Math.PI * part;
  const end = `${6 + R * Math.sin(angle)} ${6 - R * Math.cos(angle)}`;
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      <circle
        cx={6}
        cy={6}
        r={5.2}
        fill="none"
        stroke="currentColor"
        strokeWidth={1.2}
      />
      {part === 1 ? (
        <circle cx={6} cy={6} r={R} fill="currentColor" />
      ) : (
        <path
          d={`M6 6V${6 - R}A${R} ${R} 0 ${part > 0.5 ? 1 : 0} 1 ${end}Z`}
          fill="currentColor"
        />
      )}
    </svg>
  );
}

/** Where an incident is in its life, as shape and word. */
export function LifecycleWord({ status }: { status: IncidentStatus }) {
  const t = useIncidentsText();
  return (
    <span
      className={classes.word}
      style={{ color: TONE_COLOUR[STATUS_TONES[status]] }}
    >
      <LifecycleShape status={status} />
      {t(`status.${status}`)}
    </span>
  );
}
