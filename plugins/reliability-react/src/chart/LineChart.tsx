import { ReactNode, useId } from 'react';
import { scaleLinear } from 'd3-scale';
import { line } from 'd3-shape';
import { useTexts } from '../texts/useTexts';
import { TONE_COLOUR } from '../status/status';
import { ChartFrame } from './ChartFrame';
import { Plot } from './plot';
import { PlotSurface, Readout } from './PlotSurface';
import { LineSwatch } from './swatches';
import { TimeAxis, ValueAxis } from './TimeAxis';
import { TimeChartProps } from './TimeChartProps';
import classes from './chart.module.css';

/**
 * One line of a {@link LineChart}.
 *
 * @public
 */
export interface LineSeries {
  /** Unique in the chart; part of the file name. */
  id: string;
  /** Its name in the legend and the readout, such as “p95”. */
  label: string;
  /** One value per instant; null is a gap. */
  values: ReadonlyArray<number | null>;
}

/**
 * Properties of {@link LineChart}.
 *
 * @public
 */
export interface LineChartProps extends TimeChartProps {
  /** Heading of the frame. */
  title: string;
  /** One line of numbers next to the title. */
  summary?: ReactNode;
  /** Epoch seconds, sorted; shared by all lines. */
  instants: readonly number[];
  /** At most four; told apart by dashes as well as colour. */
  series: readonly LineSeries[];
  /** Prints a value with its unit. */
  format: (value: number | null) => string;
}

const STROKES = [
  { colour: TONE_COLOUR.accent, dash: undefined },
  { colour: TONE_COLOUR.warning, dash: '6 3' },
  { colour: TONE_COLOUR.positive, dash: '2 3' },
  { colour: TONE_COLOUR.neutral, dash: '8 3 2 3' },
];

/**
 * Up to four values over time from zero, such as latency quantiles.
 *
 * @public
 */
export function LineChart(props: LineChartProps) {
  const { title, name, range, instants, series, height = 140 } = props;
  const { t, format } = useTexts();
  const readout = (index: number): Readout => ({
    title: format.time(instants[index]),
    lines: series.map(
      each => `${each.label} ${props.format(each.values[index] ?? null)}`,
    ),
  });
  const empty = !series.some(each => each.values.some(value => value !== null));
  return (
    <ChartFrame
      title={title}
      summary={props.summary}
      tools={props.tools}
      fileName={`${name}-${series.map(each => each.id).join('-')}`}
      legend={
        series.length > 1
          ? series.map((each, index) => ({
              id: each.id,
              label: each.label,
              swatch: <LineSwatch {...STROKES[index % STROKES.length]} />,
            }))
          : []
      }
      table={() => ({
        columns: [
          { title: t('chart.time') },
          ...series.map(each => ({ title: each.label })),
        ],
        rows: instants.map((at, index) => [
          format.time(at),
          ...series.map(each => props.format(each.values[index] ?? null)),
        ]),
        raw: instants.map((at, index) => [
          new Date(at * 1000).toISOString(),
          ...series.map(each => each.values[index] ?? null),
        ]),
      })}
    >
      {empty ? (
        <div className={classes.quiet} style={{ height }}>
          {t('chart.noBuckets', {
            from: format.time(range.from),
            to: format.time(range.to),
          })}
        </div>
      ) : (
        <PlotSurface
          label={`${name}: ${title}`}
          range={range}
          limits={props.limits}
          height={height}
          instants={instants}
          readout={readout}
          marks={props.marks}
          onRangeChange={props.onRangeChange}
        >
          {(plot, active) => (
            <Lines
              plot={plot}
              active={active}
              instants={instants}
              series={series}
              print={props.format}
            />
          )}
        </PlotSurface>
      )}
    </ChartFrame>
  );
}

function Lines(props: {
  plot: Plot;
  active: number | undefined;
  instants: readonly number[];
  series: readonly LineSeries[];
  print: (value: number | null) => string;
}) {
  const { plot, active, instants, series, print } = props;
  const id = useId();
  const inside = (at: number) => at >= plot.range.from && at <= plot.range.to;
  const highest = Math.max(
    ...series.map(each =>
      each.values.reduce<number>(
        (most, value, at) =>
          inside(instants[at]) ? Math.max(most, value ?? 0) : most,
        0,
      ),
    ),
  );
  const y = scaleLinear()
    .domain([0, highest > 0 ? highest * 1.06 : 1])
    .range([plot.bottom, plot.top]);
  return (
    <>
      <clipPath id={id}>
        <rect
          x={plot.left}
          y={plot.top - 2}
          width={plot.right - plot.left}
          height={plot.bottom - plot.top + 4}
        />
      </clipPath>
      <ValueAxis
        plot={plot}
        ticks={y.ticks(3).map(value => ({ y: y(value), text: print(value) }))}
      />
      {series.map((each, index) => {
        const { colour, dash } = STROKES[index % STROKES.length];
        const path = line<number | null>()
          .defined(value => value !== null && value !== undefined)
          .x((_, at) => plot.x(instants[at]))
          .y(value => y(value ?? 0))(each.values as Array<number | null>);
        const value = active === undefined ? null : each.values[active] ?? null;
        return (
          <g key={each.id}>
            <path
              clipPath={`url(#${id})`}
              d={path ?? ''}
              fill="none"
              stroke={colour}
              strokeWidth={1.75}
              strokeDasharray={dash}
              strokeLinejoin="round"
            />
            {active !== undefined && value !== null && (
              <circle
                cx={plot.x(instants[active])}
                cy={y(value)}
                r={3}
                fill={colour}
              />
            )}
          </g>
        );
      })}
      <TimeAxis plot={plot} />
    </>
  );
}
