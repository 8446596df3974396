import type { OncallTeam } from '@ghostlight/plugin-incidents-common';
import {
  ChartFrame,
  nameOf,
  Scroll,
  secondsOf,
  TONE_COLOUR,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useId, type ReactNode } from 'react';
import { useIncidentsText } from '../translation';
import { daysOf, type Span } from './fortnight';
import { ShiftBox } from './ShiftBox';
import { GapHatch, Swatch } from './swatches';
import { useShiftTable } from './useShiftTable';
import classes from './oncall.module.css';

const WIDTH = 960;
const LEFT = 92;
const LANE = 40;
const BOX = 28;
const AXIS = 24;

/** A lane per level: a box with names for each shift, hatched where nobody is. */
export function ShiftLanes(props: {
  team: OncallTeam;
  span: Span;
  tools: ReactNode;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const hatch = useId();
  const { team, span, tools } = props;
  const table = useShiftTable(team);
  const x = (at: number) =>
    LEFT +
    ((Math.min(span.to, Math.max(span.from, at)) - span.from) /
      (span.to - span.from)) *
      (WIDTH - LEFT);
  const bottom = AXIS + team.levels.length * LANE;
  const now = Date.now() / 1000;
  const gaps = team.levels.reduce((sum, each) => sum + each.gaps.length, 0);
  const shifts = team.levels.reduce((sum, each) => sum + each.shifts.length, 0);

  return (
    <ChartFrame
      title={t('oncall.shifts')}
      summary={t('oncall.span', {
        from: format.time(span.from, 'date'),
        to: format.time(span.to - 1, 'date'),
      })}
      fileName={`on-call-${nameOf(team.owner)}`}
      tools={tools}
      table={table}
      legend={[
        {
          id: 'shift',
          label: t('oncall.legendShift'),
          swatch: <Swatch kind="shift" />,
        },
        {
          id: 'override',
          label: t('oncall.legendOverride'),
          swatch: <Swatch kind="override" />,
        },
        {
          id: 'gap',
          label: t('oncall.legendGap'),
          swatch: <Swatch kind="gap" />,
        },
      ]}
    >
      {team.levels.length === 0 ? (
        <p className={uiClasses.muted}>{t('oncall.shiftsUnknown')}</p>
      ) : (
        <Scroll label={t('oncall.shifts')}>
          <svg
            role="img"
            aria-label={`${t('oncall.drawing', {
              count: shifts,
              team: team.title ?? nameOf(team.owner),
            })} ${t('oncall.drawingGaps', { count: gaps })}`}
            viewBox={`0 0 ${WIDTH} ${bottom + 4}`}
            className={classes.lanes}
          >
            <defs>
              <GapHatch id={hatch} />
            </defs>
            {daysOf(span).map((day, index) => (
              <g key={day} transform={`translate(${x(day)} 0)`}>
                <line y1={AXIS - 6} y2={bottom} className={classes.grid} />
                {index % 2 === 0 && (
                  <text x={3} y={14} className={classes.tick}>
                    {format.time(day, 'date')}
                  </text>
                )}
              </g>
            ))}
            {team.levels.map((level, index) => {
              const y = AXIS + index * LANE + (LANE - BOX) / 2;
              return (
                <g key={level.level}>
                  <text
                    x={0}
                    y={y + BOX / 2}
                    dy="0.35em"
                    className={classes.lane}
                  >
                    {(
                      level.title ??
                      t('entity.level', { level: String(level.level) })
                    ).slice(0, 13)}
                  </text>
                  {level.shifts.map(shift => (
                    <ShiftBox
                      key={shift.from}
                      shift={shift}
                      x={x}
                      y={y}
                      height={BOX}
                    />
                  ))}
                  {level.gaps.map(gap => {
                    const from = x(secondsOf(gap.from) ?? span.from);
                    const width = Math.max(
                      3,
                      x(secondsOf(gap.to) ?? span.to) - from,
                    );
                    return (
                      <g key={gap.from} transform={`translate(${from} ${y})`}>
                        <rect
                          width={width}
                          height={BOX}
                          fill={`url(#${hatch})`}
                          stroke={TONE_COLOUR.negative}
                          strokeWidth={1.2}
                        />
                        {width > 34 && (
                          <text
                            x={width / 2}
                            y={BOX / 2}
                            dy="0.35em"
                            textAnchor="middle"
                            className={classes.gapWord}
                          >
                            {t('oncall.gap')}
                          </text>
                        )}
                        <title>
                          {t('oncall.gapTitle', {
                            from: format.time(secondsOf(gap.from), 'dateTime'),
                            to: format.time(secondsOf(gap.to), 'dateTime'),
                          })}
                        </title>
                      </g>
                    );
                  })}
                </g>
              );
            })}
            {now > span.from && now < span.to && (
              <g transform={`translate(${x(now)} 0)`}>
                <line y1={AXIS - 6} y2={bottom} className={classes.now} />
                <title>{t('oncall.nowMark')}</title>
              </g>
            )}
          </svg>
        </Scroll>
      )}
    </ChartFrame>
  );
}
