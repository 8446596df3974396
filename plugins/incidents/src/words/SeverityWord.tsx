import type { Severity } from '@ghostlight/plugin-incidents-common';
import { TONE_COLOUR } from '@ghostlight/reliability-react';
import { SEVERITIES, SEVERITY_TONES } from './tones';
import classes from './words.module.css';

/** Bars, the more the worse, so that it reads without colour. Put the word next to it. */
export function SeverityShape(props: { severity: Severity; size?: number }) {
  const { severity, size = 12 } = props;
  const filled = SEVERITIES.length - SEVERITIES.indexOf(severity);
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 12 12"
      aria-hidden="true"
      focusable="false"
    >
      {[0, 1, 2, 3].map(bar => (
        <rect
          key={bar}
          x={bar * 3.1 + 0.2}
          y={8 - bar * 2.4}
          width={2.3}
          height={4 + bar * 2.4}
          rx={0.6}
          fill="currentColor"
          opacity={bar < filled ? 1 : 0.25}
        />
      ))}
    </svg>
  );
}

/** SEV1 to SEV4 as shape and word. */
export function SeverityWord(props: { severity: Severity; size?: number }) {
  const { severity, size } = props;
  return (
    <span
      className={classes.word}
      style={{ color: TONE_COLOUR[SEVERITY_TONES[severity]] }}
    >
      <SeverityShape severity={severity} size={size} />
      {severity}
    </span>
  );
}
