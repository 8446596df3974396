import type { OncallTeam } from '@ghostlight/plugin-incidents-common';
import {
  type ChartTable,
  secondsOf,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { usePersonName } from '../words';

/** The shifts and gaps of a team as rows, in the reader's time and in theirs. */
export function useShiftTable(team: OncallTeam): () => ChartTable {
  const t = useIncidentsText();
  const format = useFormats();
  const nameFor = usePersonName();
  return () => {
    const rows = team.levels.flatMap(level => {
      const title =
        level.title ?? t('entity.level', { level: String(level.level) });
      return [
        ...level.shifts.map(shift => ({
          title,
          who: shift.people.map(nameFor).join(', '),
          zone: shift.people[0]?.timeZone ?? team.timeZone,
          from: shift.from,
          to: shift.to,
          note: [
            ...(shift.override ? [t('oncall.override')] : []),
            ...(shift.layer ? [shift.layer] : []),
          ].join(' · '),
        })),
        ...level.gaps.map(gap => ({
          title,
          who: t('people.nobody'),
          zone: team.timeZone,
          from: gap.from,
          to: gap.to,
          note: t('oncall.gap'),
        })),
      ].sort((a, b) => a.from.localeCompare(b.from));
    });
    const time = (iso: string, timeZone?: string) => {
      const at = secondsOf(iso);
      try {
        return format.time(at, 'dateTime', { timeZone });
      } catch {
        // A zone that this browser does not know.
        return format.time(at, 'dateTime');
      }
    };
    return {
      columns: [
        { title: t('oncall.level'), text: true },
        { title: t('oncall.person'), text: true },
        { title: t('oncall.from'), text: true },
        { title: t('oncall.to'), text: true },
        { title: t('oncall.fromThere'), text: true },
        { title: t('oncall.length') },
        { title: t('oncall.note'), text: true },
      ],
      rows: rows.map(({ title, who, zone, from, to, note }) => [
        title,
        who,
        time(from),
        time(to),
        zone ? `${time(from, zone)} ${zone}` : '–',
        format.duration((secondsOf(to) ?? 0) - (secondsOf(from) ?? 0)),
        note || '–',
      ]),
      raw: rows.map(({ title, who, zone, from, to, note }) => [
        title,
        who,
        from,
        to,
        zone ?? null,
        (secondsOf(to) ?? 0) - (secondsOf(from) ?? 0),
        note,
      ]),
    };
  };
}
