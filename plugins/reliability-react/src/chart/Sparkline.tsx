import { memo, NamedExoticComponent } from 'react';
import { line } from 'd3-shape';
import { Tone, TONE_COLOUR } from '../status/status';

/**
 * Properties of {@link Sparkline}.
 *
 * @public
 */
export interface SparklineProps {
  /** Evenly spaced, oldest first. Null is a gap. */
  values: ReadonlyArray<number | null>;
  /** What it shows, in words, with its latest value. */
  label: string;
  /** Pixels. Default 96. */
  width?: number;
  /** Pixels. Default 22. */
  height?: number;
  /** Lowest and highest value drawn; what is beyond sits on the edge. Default the values' own, with 0. */
  domain?: readonly [number, number];
  /** Default `neutral`. */
  tone?: Tone;
}

const PAD = 2;

function Drawing(props: SparklineProps) {
  const { values, label, width = 96, height = 22, tone = 'neutral' } = props;
  const [low, high] = props.domain ?? domainOf(values);
  const span = high - low || 1;
  const step = values.length > 1 ? (width - 2 * PAD) / (values.length - 1) : 0;
  const x = (index: number) => PAD + index * step;
  const y = (value: number) => {
    const share = (Math.min(high, Math.max(low, value)) - low) / span;
    return height - PAD - share * (height - 2 * PAD);
  };

  const path = line<number | null>()
    .defined(value => value !== null)
    .x((_, index) => x(index))
    .y(value => y(value ?? low))(values as Array<number | null>);
  const last = lastKnown(values);
  const colour = TONE_COLOUR[tone];

  return (
    <svg
      role="img"
      aria-label={label}
      width={width}
      height={height}
      viewBox={`0 0 ${width} ${height}`}
      style={{ display: 'block', flex: 'none' }}
    >
      <line
        x1={0}
        x2={width}
        y1={y(Math.max(low, 0))}
        y2={y(Math.max(low, 0))}
        stroke="currentColor"
        strokeOpacity={0.22}
        strokeDasharray="2 2"
      />
      {path && (
        <path
          d={path}
          fill="none"
          stroke={colour}
          strokeWidth={1.5}
          strokeLinejoin="round"
          strokeLinecap="round"
        />
      )}
      {last && (
        <circle cx={x(last.index)} cy={y(last.value)} r={2} fill={colour} />
      )}
    </svg>
  );
}

/**
 * A line without axes for a table cell. No observers, no hooks, fixed size: a
 * thousand of them are cheap.
 *
 * @public
 */
export const Sparkline: NamedExoticComponent<SparklineProps> = memo(Drawing);

function domainOf(values: ReadonlyArray<number | null>): [number, number] {
  let low = 0;
  let high = 0;
  for (const value of values) {
    if (value !== null) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  return [low, high];
}

function lastKnown(values: ReadonlyArray<number | null>) {
  for (let index = values.length - 1; index >= 0; index -= 1) {
    const value = values[index];
    if (value !== null) {
      return { index, value };
    }
  }
  return undefined;
}
