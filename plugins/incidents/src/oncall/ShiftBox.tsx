import type { Shift } from '@ghostlight/plugin-incidents-common';
import { secondsOf, useFormats } from '@ghostlight/reliability-react';
import { useId } from 'react';
import { useIncidentsText } from '../translation';
import { useSaid } from '../words';
import classes from './oncall.module.css';

/** Pixels of the drawing that a letter takes, about. */
const LETTER = 7;

/** A shift: a box with the names that it has room for; dashed when it is an override. */
export function ShiftBox(props: {
  shift: Shift;
  x(at: number): number;
  y: number;
  height: number;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const clip = useId();
  const { shift, x, y, height } = props;
  const from = secondsOf(shift.from) ?? 0;
  const to = secondsOf(shift.to) ?? 0;
  const left = x(from);
  const width = Math.max(2, x(to) - left - 1.5);
  const say = useSaid();
  const names = shift.people
    .map(({ name, said }) => say(name, said))
    .join(', ');
  return (
    <g transform={`translate(${left} ${y})`}>
      <rect
        width={width}
        height={height}
        rx={3}
        className={classes.shift}
        data-override={shift.override || undefined}
      />
      {width > 3 * LETTER && (
        <>
          <clipPath id={clip}>
            <rect width={width - 3} height={height} />
          </clipPath>
          <text
            x={5}
            y={height / 2}
            dy="0.35em"
            clipPath={`url(#${clip})`}
            className={classes.name}
          >
            {names}
          </text>
        </>
      )}
      <title>
        {t('oncall.shiftTitle', {
          names,
          from: format.time(from, 'dateTime'),
          to: format.time(to, 'dateTime'),
        })}
        {shift.override ? ` · ${t('oncall.override')}` : ''}
        {shift.layer ? ` · ${shift.layer}` : ''}
      </title>
    </g>
  );
}
