import { Plot } from './plot';
import { clip } from './spans';
import { ChartRange, ChartSpan } from './types';

const NEUTRAL = 'var(--bui-fg-primary, #000)';

/** Diagonal lines, for time in which nothing was measured. */
export function HatchPattern(props: { id: string }) {
  return (
    <pattern
      id={props.id}
      width={6}
      height={6}
      patternUnits="userSpaceOnUse"
      patternTransform="rotate(45)"
    >
      <line y2={6} stroke={NEUTRAL} strokeOpacity={0.38} strokeWidth={1.5} />
    </pattern>
  );
}

/** Dots, for time that was simulated. */
export function DotPattern(props: { id: string }) {
  return (
    <pattern id={props.id} width={7} height={7} patternUnits="userSpaceOnUse">
      <circle cx={1.5} cy={1.5} r={0.8} fill={NEUTRAL} fillOpacity={0.34} />
    </pattern>
  );
}

/** Spans behind the line: grey excluded, dotted simulated, hatched unmeasured. */
export function PlotSpans(props: {
  plot: Plot;
  spans: readonly ChartSpan[];
  gaps: readonly ChartRange[];
  hatchId: string;
  dotsId: string;
}) {
  const { plot, spans, gaps, hatchId, dotsId } = props;
  const box = (span: ChartRange) => {
    const inside = clip(span, plot.range);
    return (
      inside && {
        x: plot.x(inside.from),
        width: Math.max(1, plot.x(inside.to) - plot.x(inside.from)),
        y: plot.top,
        height: plot.bottom - plot.top,
      }
    );
  };
  return (
    <>
      {spans.map(span => {
        const at = box(span);
        return (
          at && (
            <rect
              key={span.id}
              {...at}
              fill={span.kind === 'simulated' ? `url(#${dotsId})` : NEUTRAL}
              fillOpacity={span.kind === 'simulated' ? 1 : 0.13}
            />
          )
        );
      })}
      {gaps.map(gap => {
        const at = box(gap);
        return at && <rect key={gap.from} {...at} fill={`url(#${hatchId})`} />;
      })}
    </>
  );
}
