import { useId } from 'react';
import { TONE_COLOUR } from '../status/status';
import { DotPattern, HatchPattern } from './PlotSpans';

const SIZE = { width: 18, height: 12, viewBox: '0 0 18 12' };

export function LineSwatch(props: { colour: string; dash?: string }) {
  return (
    <svg {...SIZE}>
      <line
        x1={1}
        x2={17}
        y1={6}
        y2={6}
        stroke={props.colour}
        strokeWidth={2}
        strokeDasharray={props.dash}
      />
    </svg>
  );
}

export function AreaSwatch(props: {
  kind: 'forecast' | 'excluded' | 'gap' | 'simulated' | 'violation';
}) {
  const id = useId();
  const fills = {
    forecast: TONE_COLOUR.accent,
    excluded: 'var(--bui-fg-primary, #000)',
    gap: `url(#${id})`,
    simulated: `url(#${id})`,
    violation: TONE_COLOUR.negative,
  };
  const opacity = { forecast: 0.2, excluded: 0.16 }[props.kind as string] ?? 1;
  const strip = props.kind === 'violation';
  return (
    <svg {...SIZE}>
      {props.kind === 'gap' && <HatchPattern id={id} />}
      {props.kind === 'simulated' && <DotPattern id={id} />}
      <rect
        x={0.5}
        y={strip ? 4 : 0.5}
        width={17}
        height={strip ? 4 : 11}
        rx={1}
        fill={fills[props.kind]}
        fillOpacity={opacity}
        stroke={
          strip
            ? 'none'
            : 'color-mix(in srgb, var(--bui-fg-primary, #000) 24%, transparent)'
        }
      />
    </svg>
  );
}
