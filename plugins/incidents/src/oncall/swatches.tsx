import { TONE_COLOUR } from '@ghostlight/reliability-react';
import { useId } from 'react';
import classes from './oncall.module.css';

/** Diagonal lines, for time in which nobody is on call. */
export function GapHatch({ id }: { id: string }) {
  return (
    <pattern
      id={id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line
        y2={6}
        stroke={TONE_COLOUR.negative}
        strokeOpacity={0.45}
        strokeWidth={1.5}
      />
    </pattern>
  );
}

/** What the boxes of the lanes mean. */
export function Swatch({ kind }: { kind: 'shift' | 'override' | 'gap' }) {
  const id = useId();
  return (
    <svg width={18} height={12} viewBox="0 0 18 12">
      {kind === 'gap' && <GapHatch id={id} />}
      <rect
        x={0.75}
        y={0.75}
        width={16.5}
        height={10.5}
        rx={kind === 'gap' ? 0 : 2}
        className={kind === 'gap' ? undefined : classes.shift}
        data-override={kind === 'override' || undefined}
        fill={kind === 'gap' ? `url(#${id})` : undefined}
        stroke={kind === 'gap' ? TONE_COLOUR.negative : undefined}
      />
    </svg>
  );
}
