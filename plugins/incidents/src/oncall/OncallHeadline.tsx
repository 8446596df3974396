import type { OncallTeam } from '@ghostlight/plugin-incidents-common';
import { listOf, nameOf, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { gapsAfter, nowAndNext } from './nowAndNext';
import classes from './oncall.module.css';

const NAMED = 3;

/** Whether everybody is looked after, now and in the next two weeks, in one sentence. */
export function OncallHeadline(props: { teams: OncallTeam[]; now: number }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { teams, now } = props;
  const unattended = teams.filter(
    ({ levels: [first] }) => !first || nowAndNext(first, now).now.length === 0,
  );
  const name = (team: OncallTeam) => team.title ?? nameOf(team.owner);
  const names = unattended.slice(0, NAMED).map(name);
  if (unattended.length > NAMED)
    names.push(t('oncall.moreTeams', { count: unattended.length - NAMED }));
  const gaps = teams
    .flatMap(team => gapsAfter(team, now).map(gap => ({ ...gap, team })))
    .filter(gap => gap.from > now)
    .sort((a, b) => a.from - b.from);
  return (
    <h2 className={classes.headline}>
      {unattended.length > 0
        ? t('oncall.unattended', { teams: listOf(names, format.language) })
        : t('oncall.attended', { count: teams.length })}{' '}
      {gaps.length > 0
        ? t('oncall.gapsAhead', {
            count: gaps.length,
            team: name(gaps[0].team),
            time: format.time(gaps[0].from, 'dateTime'),
          })
        : t('oncall.noGaps')}
    </h2>
  );
}
