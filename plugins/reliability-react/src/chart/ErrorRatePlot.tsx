import { useId } from 'react';
import { scaleLinear } from 'd3-scale';
import { useTexts } from '../texts/useTexts';
import { TONE_COLOUR } from '../status/status';
import { Plot } from './plot';
import { DotPattern, HatchPattern, PlotSpans } from './PlotSpans';
import { TimeAxis, ValueAxis } from './TimeAxis';
import { ChartBucket, ChartRange, ChartSpan } from './types';

/** The drawing of an error-rate chart, without its controls. */
export function ErrorRatePlot(props: {
  plot: Plot;
  active: number | undefined;
  buckets: readonly ChartBucket[];
  width: number;
  allowed: number;
  gaps: readonly ChartRange[];
  spans: readonly ChartSpan[];
}) {
  const { plot, active, buckets, width, allowed, gaps, spans } = props;
  const { format } = useTexts();
  const id = useId();
  const shown = buckets.filter(
    bucket =>
      bucket.total > 0 &&
      bucket.start < plot.range.to &&
      bucket.start + width > plot.range.from,
  );
  const ratio = (bucket: ChartBucket) =>
    (bucket.total - bucket.good) / bucket.total;
  const highest = shown.reduce(
    (most, bucket) => Math.max(most, ratio(bucket)),
    allowed * 1.5,
  );
  const y = scaleLinear()
    .domain([0, Math.min(1, highest * 1.05)])
    .range([plot.bottom, plot.top]);
  const pixels = plot.x(plot.range.from + width) - plot.x(plot.range.from);
  const gap = pixels > 4 ? 1 : 0;

  return (
    <>
      <defs>
        <HatchPattern id={`${id}hatch`} />
        <DotPattern id={`${id}dots`} />
        <clipPath id={`${id}plot`}>
          <rect
            x={plot.left}
            y={plot.top}
            width={plot.right - plot.left}
            height={plot.bottom - plot.top}
          />
        </clipPath>
      </defs>
      <PlotSpans
        plot={plot}
        spans={spans}
        gaps={gaps}
        hatchId={`${id}hatch`}
        dotsId={`${id}dots`}
      />
      <ValueAxis
        plot={plot}
        ticks={y.ticks(3).map(value => ({
          y: y(value),
          text: format.percent(value),
        }))}
      />
      <g clipPath={`url(#${id}plot)`}>
        {shown.map(bucket => {
          const value = ratio(bucket);
          if (value === 0) {
            return null;
          }
          const over = value > allowed;
          return (
            <rect
              key={bucket.start}
              x={plot.x(bucket.start)}
              width={Math.max(1, pixels - gap)}
              y={Math.min(y(value), plot.bottom - 1)}
              height={Math.max(1, plot.bottom - y(value))}
              fill={over ? TONE_COLOUR.negative : TONE_COLOUR.accent}
              fillOpacity={
                active === undefined || buckets[active] === bucket ? 0.9 : 0.6
              }
            />
          );
        })}
      </g>
      <line
        x1={plot.left}
        x2={plot.right}
        y1={y(allowed)}
        y2={y(allowed)}
        stroke={TONE_COLOUR.neutral}
        strokeDasharray="4 3"
      />
      <TimeAxis plot={plot} />
    </>
  );
}
