import type { OncallTeam } from '@ghostlight/plugin-incidents-common';
import {
  EmptyState,
  QueryBoundary,
  type SetUrlValues,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { LookUp } from './LookUp';
import { fortnight } from './fortnight';
import { gapsAfter, nowAndNext } from './nowAndNext';
import { OncallHeadline } from './OncallHeadline';
import type { oncallUrl, OncallUrl } from './oncallUrl';
import { TeamRotation } from './TeamRotation';
import { TeamTable } from './TeamTable';
import { useTeams } from './useOncallPage';

/** All rotations in a line each, one of them in full, and the look-up of any entity. */
export function Rotations(props: {
  url: OncallUrl;
  setUrl: SetUrlValues<typeof oncallUrl>;
}) {
  const t = useIncidentsText();
  const { url, setUrl } = props;
  const [present] = useState(() => fortnight(0));
  const teams = useTeams(present);
  return (
    <>
      <QueryBoundary
        query={teams}
        what={t('oncall.rotations')}
        forbidden={<NotAllowed what={t('oncall.rotations')} />}
        isEmpty={({ items }) => items.length === 0}
        empty={
          <EmptyState sentence={t('oncall.none')} next={t('oncall.noneHint')} />
        }
      >
        {({ items }) => {
          const now = Date.now() / 1000;
          const team =
            items.find(each => each.owner === url.team) ??
            mostNeedy(items, now);
          return (
            <>
              <OncallHeadline teams={items} now={now} />
              <TeamTable
                teams={items}
                now={now}
                onOpen={owner => setUrl({ team: owner, later: undefined })}
              />
              <TeamRotation
                key={team.owner}
                team={team}
                present={present}
                later={url.later ?? 0}
                onLater={later =>
                  setUrl({ team: team.owner, later: later || undefined })
                }
              />
            </>
          );
        }}
      </QueryBoundary>
      <LookUp entityRef={url.entity} onChange={entity => setUrl({ entity })} />
    </>
  );
}

/** The team that nobody is on call for, or else one that has a gap soon, or else the first. */
function mostNeedy(teams: OncallTeam[], now: number): OncallTeam {
  const isUnattended = (team: OncallTeam) =>
    !team.levels[0] || nowAndNext(team.levels[0], now).now.length === 0;
  return (
    teams.find(isUnattended) ??
    teams.find(team => gapsAfter(team, now).length > 0) ??
    teams[0]
  );
}
