import type { IncidentMetrics } from '@ghostlight/plugin-incidents-common';
import {
  ChartFrame,
  LineChart,
  Panel,
  secondsOf,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import classes from './learning.module.css';

const WIDTH = 960;
const HEIGHT = 130;
const LEFT = 40;
const TOP = 8;
const BOTTOM = 24;

/** How many incidents began in each period, and how long those of it took. */
export function Course({ metrics }: { metrics: IncidentMetrics }) {
  const t = useIncidentsText();
  const format = useFormats();
  const periods = metrics.perPeriod.map(period => ({
    ...period,
    start: secondsOf(period.from) ?? 0,
    end: secondsOf(period.to) ?? 0,
  }));
  if (periods.length === 0) return null;
  const first = periods[0].start;
  const last = periods[periods.length - 1].end;
  const most = Math.max(1, ...periods.map(period => period.incidents));
  const x = (at: number) =>
    LEFT + ((at - first) / (last - first)) * (WIDTH - LEFT);
  const floor = HEIGHT - BOTTOM;
  const every = Math.ceil(periods.length / 8);
  return (
    <Panel title={t('learning.course')}>
      <ChartFrame
        title={t('learning.perPeriod')}
        headingLevel={4}
        fileName="incidents-per-period"
        table={() => ({
          columns: [
            { title: t('learning.period'), text: true },
            { title: t('learning.incidents') },
            { title: t('learning.medianResolve') },
          ],
          rows: periods.map(period => [
            t('learning.bin', {
              from: format.time(period.start, 'date'),
              to: format.time(period.end, 'date'),
            }),
            format.count(period.incidents),
            period.median === undefined ? '–' : format.duration(period.median),
          ]),
          raw: periods.map(period => [
            period.from,
            period.incidents,
            period.median ?? null,
          ]),
        })}
      >
        <svg
          role="img"
          aria-label={t('learning.courseDrawing', {
            count: metrics.incidents,
            periods: String(periods.length),
            most: String(most),
          })}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          className={classes.course}
        >
          {[0, most].map(tick => (
            <text
              key={tick}
              x={LEFT - 8}
              y={tick === 0 ? floor : TOP}
              dy="0.35em"
              textAnchor="end"
              className={classes.tick}
            >
              {format.count(tick)}
            </text>
          ))}
          <line
            x1={LEFT}
            x2={WIDTH}
            y1={floor}
            y2={floor}
            className={classes.axis}
          />
          {periods.map((period, index) => {
            const height = ((floor - TOP) * period.incidents) / most;
            const width = x(period.end) - x(period.start);
            return (
              <g
                key={period.from}
                transform={`translate(${x(period.start)} 0)`}
              >
                <rect
                  x={0.5}
                  y={floor - height}
                  width={Math.max(1, width - 1)}
                  height={height}
                  className={classes.bin}
                >
                  <title>
                    {`${format.time(period.start, 'date')}: ${format.count(
                      period.incidents,
                    )}`}
                  </title>
                </rect>
                {index % every === 0 && (
                  <text y={HEIGHT - 6} className={classes.tick}>
                    {format.time(period.start, 'date')}
                  </text>
                )}
              </g>
            );
          })}
        </svg>
      </ChartFrame>
      <LineChart
        title={t('learning.medianResolve')}
        name={t('learning.medianResolve')}
        range={{ from: first, to: last }}
        instants={periods.map(period => period.start)}
        series={[
          {
            id: 'median',
            label: t('learning.median'),
            values: periods.map(period => period.median ?? null),
          },
        ]}
        format={value => (value === null ? '–' : format.duration(value))}
      />
    </Panel>
  );
}
