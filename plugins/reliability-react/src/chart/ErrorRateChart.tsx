import { useTexts } from '../texts/useTexts';
import { TONE_COLOUR } from '../status/status';
import { ChartFrame, LegendItem } from './ChartFrame';
import { contextLegend } from './contextLegend';
import { ErrorRatePlot } from './ErrorRatePlot';
import { errorTable } from './errorTable';
import { PlotSurface, Readout } from './PlotSurface';
import { gapsOf, isGap } from './spans';
import { notesOf } from './spanTexts';
import { LineSwatch } from './swatches';
import { TimeChartProps } from './TimeChartProps';
import { ChartBucket, ChartSpan } from './types';
import classes from './chart.module.css';

/**
 * Properties of {@link ErrorRateChart}.
 *
 * @public
 */
export interface ErrorRateChartProps extends TimeChartProps {
  /** Sorted by start. */
  buckets: readonly ChartBucket[];
  /** Seconds per bucket. */
  width: number;
  /** Between 0 and 1; the line is drawn at 1 − target. */
  target: number;
  /** Excluded and simulated time, drawn behind the bars. */
  spans?: readonly ChartSpan[];
}

/**
 * Bad events per event, a bar a bucket, against what the target allows.
 *
 * @public
 */
export function ErrorRateChart(props: ErrorRateChartProps) {
  const { name, range, buckets, width, target, height = 160 } = props;
  const { spans = [], marks = [] } = props;
  const texts = useTexts();
  const { t, format } = texts;
  const title = props.title ?? t('errors.title');
  const allowed = t('errors.allowed', { ratio: format.percent(1 - target) });
  const gaps = gapsOf(buckets, width);

  const readout = (index: number): Readout => {
    const bucket = buckets[index];
    const notes = notesOf(bucket, width, spans, texts);
    const time = format.time(bucket.start);
    if (isGap(bucket) || bucket.total === 0) {
      const why = isGap(bucket) ? t('chart.noData') : t('errors.quiet');
      return { title: time, lines: [why, ...notes] };
    }
    const bad = bucket.total - bucket.good;
    return {
      title: time,
      lines: [
        t('errors.of', { ratio: format.percent(bad / bucket.total) }),
        t('budget.badOf', {
          bad: format.count(bad),
          total: format.count(bucket.total),
        }),
        ...notes,
      ],
    };
  };

  const legend: LegendItem[] = [
    {
      id: 'ratio',
      label: title,
      swatch: <LineSwatch colour={TONE_COLOUR.accent} />,
    },
    {
      id: 'over',
      label: t('chart.violation'),
      swatch: <LineSwatch colour={TONE_COLOUR.negative} />,
    },
    {
      id: 'allowed',
      label: allowed,
      swatch: <LineSwatch colour={TONE_COLOUR.neutral} dash="4 3" />,
    },
    ...contextLegend(texts, { gaps, spans, marks, range }),
  ];

  return (
    <ChartFrame
      title={title}
      tools={props.tools}
      fileName={`${name}-errors`}
      legend={legend}
      table={() => errorTable(buckets, width, spans, texts)}
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
          label={`${name}: ${title}, ${allowed}`}
          range={range}
          limits={props.limits}
          height={height}
          instants={buckets.map(bucket => bucket.start + width / 2)}
          readout={readout}
          marks={marks}
          onRangeChange={props.onRangeChange}
        >
          {(plot, active) => (
            <ErrorRatePlot
              plot={plot}
              active={active}
              buckets={buckets}
              width={width}
              allowed={1 - target}
              gaps={gaps}
              spans={spans}
            />
          )}
        </PlotSurface>
      )}
    </ChartFrame>
  );
}
