import type { OncallTeam } from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  Button,
  Link,
  nameOf,
  Panel,
  QueryBoundary,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { OncallPanel } from '../entity/OncallPanel';
import { useIncidentsText } from '../translation';
import { CalendarLink } from './CalendarLink';
import { fortnight, type Span } from './fortnight';
import { Load } from './Load';
import { ShiftLanes } from './ShiftLanes';
import { useTeams } from './useOncallPage';
import classes from './oncall.module.css';

/** A team's rotation in full: its shifts over two weeks, its levels now, and who carries how much. */
export function TeamRotation(props: {
  /** As of the present fortnight. */
  team: OncallTeam;
  present: Span;
  /** Fortnights after it that are shown. */
  later: number;
  onLater(later: number): void;
}) {
  const t = useIncidentsText();
  const { team, present, later, onLater } = props;
  const span = useMemo(
    () => (later === 0 ? present : fortnight(later)),
    [later, present],
  );
  const others = useTeams(span, later !== 0);
  const name = team.title ?? nameOf(team.owner);
  return (
    <Panel
      title={t('oncall.rotationOf', { team: name })}
      level={2}
      aside={<CalendarLink owner={team.owner} name={name} />}
    >
      <SourceLine team={team} />
      {team.error && (
        <Alert
          status="warning"
          icon
          title={t('oncall.sourceFails', { source: team.source.name })}
          description={team.error}
        />
      )}
      <div className={classes.columns}>
        <div className={classes.stack}>
          {later === 0 ? (
            <Shown team={team} span={span} later={later} onLater={onLater} />
          ) : (
            <QueryBoundary query={others} what={t('oncall.shifts')}>
              {({ items }) => (
                <Shown
                  team={items.find(each => each.owner === team.owner) ?? team}
                  span={span}
                  later={later}
                  onLater={onLater}
                />
              )}
            </QueryBoundary>
          )}
        </div>
        <OncallPanel entityRef={team.owner} />
      </div>
    </Panel>
  );
}

function Shown(props: {
  team: OncallTeam;
  span: Span;
  later: number;
  onLater(later: number): void;
}) {
  const t = useIncidentsText();
  const { team, span, later, onLater } = props;
  return (
    <>
      <ShiftLanes
        team={team}
        span={span}
        tools={
          <>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => onLater(later - 1)}
            >
              {t('oncall.earlier')}
            </Button>
            <Button
              size="small"
              variant="tertiary"
              isDisabled={later === 0}
              onPress={() => onLater(0)}
            >
              {t('oncall.today')}
            </Button>
            <Button
              size="small"
              variant="tertiary"
              onPress={() => onLater(later + 1)}
            >
              {t('oncall.later')}
            </Button>
          </>
        }
      />
      <Load team={team} />
    </>
  );
}

function SourceLine({ team }: { team: OncallTeam }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { source, timeZone } = team;
  const mine = new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <p className={uiClasses.muted}>
      {t('entity.source')}{' '}
      {source.url && /^https?:\/\//.test(source.url) ? (
        <Link href={source.url} target="_blank" rel="noreferrer noopener">
          {source.name}
        </Link>
      ) : (
        source.name
      )}{' '}
      ({source.type})
      {source.fetchedAt && (
        <>
          {' '}
          · {t('entity.asOf')} <When iso={source.fetchedAt} />
        </>
      )}
      {timeZone && (
        <>
          {' · '}
          {t('oncall.zones', {
            theirs: timeZone,
            time: format.time(Date.now() / 1000, 'time', { timeZone }),
            mine,
          })}
        </>
      )}
    </p>
  );
}
