import { useTexts } from '../texts/useTexts';
import { budgetLegend } from './budgetLegend';
import { BudgetPlot } from './BudgetPlot';
import { budgetTable } from './budgetTable';
import { ChartFrame } from './ChartFrame';
import { nearest } from './plot';
import { PlotSurface, Readout } from './PlotSurface';
import { gapsOf, isGap } from './spans';
import { notesOf } from './spanTexts';
import { TimeChartProps } from './TimeChartProps';
import { ChartBucket, ChartForecast, ChartSpan, ChartViolation } from './types';
import classes from './chart.module.css';

/**
 * Properties of {@link BudgetChart}. A `Series` of the `slo` API gives most.
 *
 * @public
 */
export interface BudgetChartProps extends TimeChartProps {
  /** Sorted by start. Put the forecast's end into `range` to see the forecast. */
  buckets: readonly ChartBucket[];
  /** Seconds per bucket. */
  width: number;
  /** Drawn as a line with its interval. */
  forecast?: ChartForecast;
  /** Excluded and simulated time, drawn behind the line. */
  spans?: readonly ChartSpan[];
  /** Runs below the target, drawn along the bottom. */
  violations?: readonly ChartViolation[];
}

/**
 * The share of the error budget that is left, over time: its course, where it
 * is heading, what was not measured, what was excluded, and what happened.
 * Readable by pointer, by arrow keys, as a table, and as CSV.
 *
 * @public
 */
export function BudgetChart(props: BudgetChartProps) {
  const { name, range, buckets, width, height = 240 } = props;
  const { spans = [], marks = [], violations = [], forecast } = props;
  const texts = useTexts();
  const { t, format } = texts;
  const title = props.title ?? t('budget.title');

  const ends = buckets.map(bucket => bucket.start + width);
  const forecastShown = forecast && forecast.at <= range.to + 1;
  const instants =
    forecastShown && forecast.at > (ends[ends.length - 1] ?? 0)
      ? [...ends, forecast.at]
      : ends;

  const readout = (index: number): Readout => {
    const bucket = buckets[index];
    if (!bucket) {
      return {
        title: `${t('budget.forecast')} ${format.time(instants[index])}`,
        lines: forecast
          ? [
              t('budget.leftOf', { left: format.percent(forecast.left) }),
              `${format.percent(forecast.low)} – ${format.percent(
                forecast.high,
              )}`,
            ]
          : [],
      };
    }
    const notes = notesOf(bucket, width, spans, texts);
    return {
      title: format.time(bucket.start + width),
      lines: isGap(bucket)
        ? [t('chart.noData'), ...notes]
        : [
            t('budget.leftOf', { left: format.percent(bucket.left) }),
            t('budget.badOf', {
              bad: format.count(bucket.total - bucket.good),
              total: format.count(bucket.total),
            }),
            ...notes,
          ],
    };
  };

  const latest =
    buckets[nearest(ends, Math.min(range.to, ends[ends.length - 1]))];
  const label = [
    `${name}: ${title}, ${t('chart.until', {
      from: format.time(range.from),
      to: format.time(range.to),
    })}.`,
    latest && `${t('budget.leftOf', { left: format.percent(latest.left) })}.`,
  ]
    .filter(Boolean)
    .join(' ');
  const gaps = gapsOf(buckets, width);

  return (
    <ChartFrame
      title={title}
      tools={props.tools}
      fileName={`${name}-budget`}
      legend={budgetLegend(texts, {
        forecast: forecastShown ? forecast : undefined,
        spans,
        marks,
        violations,
        gaps,
        range,
      })}
      table={() => budgetTable(buckets, width, spans, texts)}
    >
      {buckets.length === 0 ? (
        <div className={classes.quiet} style={{ height }}>
          {t('chart.noBuckets', {
            from: format.time(range.from),
            to: format.time(range.to),
          })}
        </div>
      ) : (
        <PlotSurface
          label={label}
          range={range}
          limits={props.limits}
          height={height}
          instants={instants}
          readout={readout}
          marks={marks}
          onRangeChange={props.onRangeChange}
        >
          {(plot, active) => (
            <BudgetPlot
              plot={plot}
              active={active}
              buckets={buckets}
              width={width}
              gaps={gaps}
              spans={spans}
              violations={violations}
              forecast={forecastShown ? forecast : undefined}
            />
          )}
        </PlotSurface>
      )}
    </ChartFrame>
  );
}
