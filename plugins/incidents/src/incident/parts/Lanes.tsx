import type {
  Alert,
  Change,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  nameOf,
  secondsOf,
  TONE_COLOUR,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { ALERT_TONES } from '../../words';
import { ticksOf } from './timeScale';
import classes from './lanes.module.css';

const WIDTH = 960;
const LEFT = 170;
const LANE = 30;
const TOP = 8;
const AXIS = 26;
/** Seconds; lanes of an incident of a minute have room. */
const LEAST = 600;
const MOST_LANES = 12;

/** A lane per entity: ▲ for its changes, a bar for the time in which its alerts fired. */
export function Lanes(props: {
  incident: IncidentDetail;
  changes: Change[];
  alerts: Alert[];
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const { incident, changes, alerts } = props;
  const end = secondsOf(incident.resolvedAt) ?? Date.now() / 1000;
  const start = secondsOf(incident.startedAt) ?? end;

  const order = [
    ...(incident.origin ? [incident.origin.entityRef] : []),
    ...incident.entities.map(each => each.entityRef),
    ...changes.map(each => each.entityRef),
    ...alerts.flatMap(each => each.entityRef ?? []),
  ];
  const refs = [...new Set(order)]
    .filter(
      ref =>
        changes.some(each => each.entityRef === ref) ||
        alerts.some(each => each.entityRef === ref),
    )
    .slice(0, MOST_LANES);

  const instants = [
    start,
    ...changes.map(each => secondsOf(each.at) ?? start),
    ...alerts.map(each => secondsOf(each.startsAt) ?? start),
  ];
  const first = Math.min(...instants);
  const span = Math.max(LEAST, (end - first) * 1.04);
  const from = end - span * 0.98;
  const to = from + span;
  const x = (at: number) =>
    LEFT +
    ((Math.min(to, Math.max(from, at)) - from) / span) * (WIDTH - LEFT - 12);
  const height = TOP + refs.length * LANE + AXIS;
  const bottom = height - AXIS;

  return (
    <figure className={classes.figure}>
      <div className={uiClasses.scroll}>
        <svg
          role="img"
          aria-label={t('changes.drawing', {
            changes: t('changes.count', { count: changes.length }),
            alerts: t('graph.alerts', { count: alerts.length }),
          })}
          viewBox={`0 0 ${WIDTH} ${height}`}
          className={classes.lanes}
        >
          {ticksOf(from, to, 8).map(tick => (
            <g key={tick} transform={`translate(${x(tick)} 0)`}>
              <line y1={TOP} y2={bottom} className={classes.grid} />
              <text
                y={bottom + 18}
                textAnchor="middle"
                className={classes.tick}
              >
                {format.time(tick, span > 86_400 ? 'dateTime' : 'time')}
              </text>
            </g>
          ))}
          <line
            x1={x(start)}
            x2={x(start)}
            y1={TOP}
            y2={bottom}
            className={classes.start}
          />
          {refs.map((ref, index) => {
            const y = TOP + index * LANE + LANE / 2;
            return (
              <g key={ref}>
                <text
                  x={LEFT - 10}
                  y={y}
                  dy="0.35em"
                  textAnchor="end"
                  className={classes.label}
                >
                  {nameOf(ref).slice(0, 24)}
                </text>
                <line
                  x1={LEFT}
                  x2={WIDTH - 12}
                  y1={y}
                  y2={y}
                  className={classes.grid}
                />
                {alerts
                  .filter(each => each.entityRef === ref)
                  .map(each => {
                    const a = x(secondsOf(each.startsAt) ?? start);
                    const b = x(secondsOf(each.endsAt) ?? end);
                    return (
                      <rect
                        key={each.id}
                        x={a}
                        y={y - 5}
                        width={Math.max(4, b - a)}
                        height={10}
                        rx={2}
                        fill={TONE_COLOUR[ALERT_TONES[each.severity]]}
                        opacity={0.75}
                      >
                        <title>{each.title}</title>
                      </rect>
                    );
                  })}
                {changes
                  .filter(each => each.entityRef === ref)
                  .map(each => (
                    <path
                      key={each.id}
                      transform={`translate(${x(
                        secondsOf(each.at) ?? start,
                      )} ${y})`}
                      d="M0-8 7 6H-7z"
                      className={classes.change}
                    >
                      <title>{each.title}</title>
                    </path>
                  ))}
              </g>
            );
          })}
        </svg>
      </div>
      <figcaption className={uiClasses.muted}>{t('changes.legend')}</figcaption>
    </figure>
  );
}
