import type { Distribution } from '@ghostlight/plugin-incidents-common';
import { ChartFrame, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { placeIn } from './placeIn';
import { IntervalSwatch } from './IntervalSwatch';
import classes from './learning.module.css';

const WIDTH = 340;
const HEIGHT = 136;
const TOP = 30;
const BOTTOM = 24;
const SIDE = 4;

/** Incidents by how long it took, with the median and its 95 % interval marked. */
export function Histogram(props: { name: string; distribution: Distribution }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { name, distribution } = props;
  const {
    histogram = [],
    median,
    medianInterval: [low, high] = [],
  } = distribution;
  const most = Math.max(1, ...histogram.map(bin => bin.count));
  const step = (WIDTH - 2 * SIDE) / Math.max(1, histogram.length);
  const floor = HEIGHT - BOTTOM;
  const x = (seconds: number) => SIDE + placeIn(histogram, seconds) * step;
  const bins = histogram.map(bin => ({
    ...bin,
    label: t('learning.bin', {
      from: format.duration(bin.from),
      to: format.duration(bin.to),
    }),
  }));
  const summary = t('learning.histogram', {
    name,
    bins: bins
      .map(bin => `${bin.label}: ${format.count(bin.count)}`)
      .join('; '),
  });
  return (
    <ChartFrame
      title={t('learning.distribution')}
      headingLevel={4}
      fileName={name}
      legend={[
        {
          id: 'median',
          label: t('learning.legendMedian'),
          swatch: <IntervalSwatch />,
        },
      ]}
      table={() => ({
        columns: [
          { title: t('learning.took'), text: true },
          { title: t('learning.n') },
        ],
        rows: bins.map(bin => [bin.label, format.count(bin.count)]),
        raw: bins.map(bin => [`${bin.from}-${bin.to} s`, bin.count]),
      })}
    >
      <svg
        role="img"
        aria-label={summary}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={classes.histogram}
      >
        {bins.map((bin, index) => {
          const height = ((floor - TOP) * bin.count) / most;
          return (
            <g key={bin.from} transform={`translate(${SIDE + index * step} 0)`}>
              <rect
                x={1}
                y={floor - height}
                width={Math.max(1, step - 2)}
                height={height}
                className={classes.bin}
              >
                <title>{`${bin.label}: ${format.count(bin.count)}`}</title>
              </rect>
              {index > 0 && (step > 44 || index % 2 === 0) && (
                <text
                  y={HEIGHT - 8}
                  textAnchor="middle"
                  className={classes.tick}
                >
                  {format.duration(bin.from, { whole: true })}
                </text>
              )}
            </g>
          );
        })}
        <line
          x1={SIDE}
          x2={WIDTH - SIDE}
          y1={floor}
          y2={floor}
          className={classes.axis}
        />
        {median !== undefined && low !== undefined && high !== undefined && (
          <g>
            <line
              x1={x(low)}
              x2={x(high)}
              y1={6}
              y2={6}
              className={classes.interval}
            />
            <line
              x1={x(median)}
              x2={x(median)}
              y1={0}
              y2={floor}
              className={classes.median}
            />
          </g>
        )}
        {step > 16 &&
          bins.map(
            (bin, index) =>
              bin.count > 0 && (
                <text
                  key={bin.from}
                  x={SIDE + (index + 0.5) * step}
                  y={floor - ((floor - TOP) * bin.count) / most - 3}
                  textAnchor="middle"
                  className={classes.count}
                >
                  {format.count(bin.count)}
                </text>
              ),
          )}
      </svg>
    </ChartFrame>
  );
}
