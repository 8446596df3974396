import type {
  OncallPerson,
  OncallTeam,
} from '@ghostlight/plugin-incidents-common';
import {
  type DataColumn,
  DataTable,
  EntityName,
  TONE_COLOUR,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useIncidentsText } from '../translation';
import { People } from '../words';
import { gapsAfter, nowAndNext } from './nowAndNext';
import { useTheirTime } from './useTheirTime';

const rowKey = (team: OncallTeam) => team.owner;

/** Each team in a line: who is on call now, until when, who is next, and where that comes from. */
export function TeamTable(props: {
  teams: OncallTeam[];
  /** Epoch seconds. */
  now: number;
  onOpen(owner: string): void;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const theirTime = useTheirTime();
  const { teams, now, onOpen } = props;
  const columns = useMemo<DataColumn<OncallTeam>[]>(() => {
    const first = (team: OncallTeam) =>
      team.levels[0] ? nowAndNext(team.levels[0], now) : { now: [], next: [] };
    return [
      {
        id: 'team',
        title: t('oncall.team'),
        width: 'minmax(130px, 1fr)',
        required: true,
        cell: team => (
          <EntityName
            entityRef={team.owner}
            title={team.title}
            className={uiClasses.truncate}
          />
        ),
      },
      {
        id: 'now',
        title: t('oncall.now'),
        width: 'minmax(190px, 1.6fr)',
        cell: team => {
          const { now: people } = first(team);
          return people.length === 0 ? (
            <strong style={{ color: TONE_COLOUR.negative }}>
              {t('people.nobody')}
            </strong>
          ) : (
            <span className={uiClasses.truncate}>
              <People people={people} />
            </span>
          );
        },
      },
      {
        id: 'until',
        title: t('oncall.until'),
        width: 'minmax(250px, 1.3fr)',
        cell: team => {
          const { now: people, until } = first(team);
          return until === undefined
            ? t('oncall.untilUnknown')
            : `${format.time(until, 'dateTime')}${theirTime(
                until,
                zoneOf(people, team),
              )}`;
        },
      },
      {
        id: 'next',
        title: t('oncall.next'),
        width: 'minmax(90px, 0.6fr)',
        cell: team => {
          const { next } = first(team);
          return next.length === 0 ? (
            t('oncall.nextUnknown')
          ) : (
            <span className={uiClasses.truncate}>
              <People people={next} withTime={false} />
            </span>
          );
        },
      },
      {
        id: 'gaps',
        title: t('oncall.gaps'),
        width: '150px',
        cell: team => {
          const gaps = gapsAfter(team, now);
          const seconds = gaps.reduce(
            (sum, gap) => sum + gap.to - Math.max(now, gap.from),
            0,
          );
          return gaps.length === 0 ? (
            t('oncall.gapsNone')
          ) : (
            <strong style={{ color: TONE_COLOUR.warning }}>
              {t('oncall.gapsSome', {
                count: gaps.length,
                time: format.duration(seconds),
              })}
            </strong>
          );
        },
      },
      {
        id: 'source',
        title: t('oncall.source'),
        width: 'minmax(180px, 1.2fr)',
        cell: team =>
          team.error ? (
            <strong
              style={{ color: TONE_COLOUR.negative }}
              className={uiClasses.truncate}
              title={team.error}
            >
              {t('oncall.sourceSilent', { source: team.source.name })}
            </strong>
          ) : (
            <span className={uiClasses.truncate}>
              {team.source.name} <When iso={team.source.fetchedAt} />
            </span>
          ),
      },
    ];
  }, [t, format, theirTime, now]);
  return (
    <DataTable
      label={t('oncall.rotations')}
      columns={columns}
      rows={teams}
      rowKey={rowKey}
      height="360px"
      onOpenRow={team => onOpen(team.owner)}
      toolbar={<span className={uiClasses.muted}>{t('oncall.openHint')}</span>}
    />
  );
}

function zoneOf(people: OncallPerson[], team: OncallTeam): string | undefined {
  return people[0]?.timeZone ?? team.timeZone;
}
