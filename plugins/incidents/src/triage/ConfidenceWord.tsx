import type { TriageSuspect } from '@ghostlight/plugin-incidents-common';
import { useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import classes from './triage.module.css';

const LEVELS = { low: 1, medium: 2, high: 3 } as const;

/** How sure, in words and as a number, with as many bars. */
export function ConfidenceWord(props: {
  word: TriageSuspect['word'];
  confidence: number;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  return (
    <span className={classes.confidence}>
      <svg width={14} height={12} viewBox="0 0 14 12" aria-hidden="true">
        {[1, 2, 3].map(level => (
          <rect
            key={level}
            x={(level - 1) * 5 + 0.5}
            y={12 - level * 4 + 0.5}
            width={3}
            height={level * 4 - 1}
            fill={level <= LEVELS[props.word] ? 'currentColor' : 'none'}
            stroke="currentColor"
          />
        ))}
      </svg>
      {t(`confidence.${props.word}`)}{' '}
      <span className={classes.number}>{format.percent(props.confidence)}</span>
    </span>
  );
}
