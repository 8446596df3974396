import { useId } from 'react';
import { area, line } from 'd3-shape';
import { useTexts } from '../texts/useTexts';
import { TONE_COLOUR } from '../status/status';
import { budgetDomain, budgetScale } from './budgetScale';
import { Plot } from './plot';
import { DotPattern, HatchPattern, PlotSpans } from './PlotSpans';
import { clip, isGap } from './spans';
import { TimeAxis, ValueAxis } from './TimeAxis';
import {
  ChartBucket,
  ChartForecast,
  ChartRange,
  ChartSpan,
  ChartViolation,
} from './types';
import classes from './chart.module.css';

/** The drawing of a budget chart, without its controls. */
export function BudgetPlot(props: {
  plot: Plot;
  active: number | undefined;
  buckets: readonly ChartBucket[];
  width: number;
  gaps: readonly ChartRange[];
  spans: readonly ChartSpan[];
  violations: readonly ChartViolation[];
  forecast: ChartForecast | undefined;
}) {
  const { plot, active, buckets, width, gaps, spans, violations, forecast } =
    props;
  const { t, format } = useTexts();
  const id = useId();
  const domain = budgetDomain(buckets, forecast);
  const y = budgetScale(domain, plot);
  const zero = y(0);

  const known = (bucket: ChartBucket) => bucket.left !== null && !isGap(bucket);
  const x = (bucket: ChartBucket) => plot.x(bucket.start + width);
  const list = buckets as ChartBucket[];
  const course = line<ChartBucket>()
    .defined(known)
    .x(x)
    .y(bucket => y(bucket.left ?? 0))(list);
  const below = area<ChartBucket>()
    .defined(known)
    .x(x)
    .y0(zero)
    .y1(bucket => y(bucket.left ?? 0))(list);
  const last = [...buckets].reverse().find(known);
  const dot = active === undefined ? undefined : buckets[active];

  return (
    <>
      <defs>
        <HatchPattern id={`${id}hatch`} />
        <DotPattern id={`${id}dots`} />
        <clipPath id={`${id}left`}>
          <rect
            x={plot.left}
            y={plot.top - 2}
            width={plot.right - plot.left}
            height={Math.max(0, zero - plot.top + 2)}
          />
        </clipPath>
        <clipPath id={`${id}over`}>
          <rect
            x={plot.left}
            y={zero}
            width={plot.right - plot.left}
            height={Math.max(0, plot.bottom - zero + 2)}
          />
        </clipPath>
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
        ticks={y.ticks.map(value => ({
          y: y(value),
          text: format.percent(value, { digits: 0 }),
          strong: value === 0,
        }))}
      />

      {[
        { part: 'left', colour: TONE_COLOUR.accent },
        { part: 'over', colour: TONE_COLOUR.negative },
      ].map(({ part, colour }) => (
        <g key={part} clipPath={`url(#${id}${part})`}>
          <path d={below ?? ''} fill={colour} fillOpacity={0.09} />
          <path
            d={course ?? ''}
            fill="none"
            stroke={colour}
            strokeWidth={1.75}
            strokeLinejoin="round"
          />
        </g>
      ))}

      {forecast && last && last.left !== null && (
        <g clipPath={`url(#${id}plot)`}>
          <path
            d={`M${x(last)},${y(last.left)}L${plot.x(forecast.at)},${y(
              forecast.high,
            )}V${y(forecast.low)}Z`}
            fill={TONE_COLOUR.accent}
            fillOpacity={0.16}
          />
          <line
            x1={x(last)}
            y1={y(last.left)}
            x2={plot.x(forecast.at)}
            y2={y(forecast.left)}
            stroke={TONE_COLOUR.accent}
            strokeWidth={1.5}
            strokeDasharray="5 4"
          />
        </g>
      )}

      {violations.map(violation => {
        const at = clip(
          { from: violation.start, to: violation.end },
          plot.range,
        );
        return (
          at && (
            <rect
              key={violation.start}
              x={plot.x(at.from)}
              width={Math.max(2, plot.x(at.to) - plot.x(at.from))}
              y={plot.bottom - 4}
              height={4}
              fill={TONE_COLOUR.negative}
            />
          )
        );
      })}

      {domain[0] < 0 && (
        <text
          x={plot.left + 6}
          y={plot.bottom - zero > 20 ? zero + 14 : zero - 5}
          className={classes.note}
        >
          {t('budget.gone')}
        </text>
      )}
      {dot && dot.left !== null && known(dot) && (
        <circle
          cx={x(dot)}
          cy={y(dot.left)}
          r={3.5}
          fill={dot.left < 0 ? TONE_COLOUR.negative : TONE_COLOUR.accent}
        />
      )}
      <TimeAxis plot={plot} />
    </>
  );
}
