import type { Incident } from '@ghostlight/plugin-incidents-common';
import {
  type DataColumn,
  EntityName,
  Link,
  nameOf,
  secondsOf,
  SelectBox,
  uiClasses,
  useElapsed,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useIncidentLinks } from '../hooks';
import { useIncidentsText } from '../translation';
import { LifecycleWord, SeverityWord } from '../words';

/** How long it lasted, or has been going on. */
function Lasting({ incident }: { incident: Incident }) {
  const format = useFormats();
  const start = secondsOf(incident.startedAt);
  const end = secondsOf(incident.resolvedAt);
  const elapsed = useElapsed(start);
  return (
    <span className={uiClasses.number}>
      {end !== undefined && start !== undefined
        ? format.duration(end - start, { whole: true })
        : elapsed}
    </span>
  );
}

/** The columns of lists of incidents; rows can be marked where `selection` is given. */
export function useIncidentColumns(selection?: {
  selected: ReadonlySet<string>;
  onToggle(id: string, on: boolean): void;
}): DataColumn<Incident>[] {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();

  return useMemo(() => {
    const entity = (ref: string | undefined) =>
      ref ? <EntityName entityRef={ref} className={uiClasses.truncate} /> : '–';
    const columns: DataColumn<Incident>[] = [
      {
        id: 'incident',
        title: t('list.incident'),
        width: 'minmax(240px, 2.4fr)',
        required: true,
        cell: row => (
          <span className={uiClasses.truncate} title={row.title}>
            <Link href={links.incident(row.id)}>{row.id}</Link> {row.title}
          </span>
        ),
      },
      {
        id: 'severity',
        title: t('severity.label'),
        width: '112px',
        sortable: true,
        cell: row => <SeverityWord severity={row.severity} />,
      },
      {
        id: 'status',
        title: t('status.label'),
        width: '150px',
        cell: row => <LifecycleWord status={row.status} />,
      },
      {
        id: 'origin',
        title: t('list.origin'),
        width: 'minmax(110px, 1fr)',
        cell: row => entity(row.origin?.entityRef),
      },
      {
        id: 'entities',
        title: t('list.entities'),
        width: 'minmax(130px, 1fr)',
        cell: row => {
          const names = row.entities
            .map(each => each.title ?? nameOf(each.entityRef))
            .join(', ');
          return (
            <span className={uiClasses.truncate} title={names}>
              {names || '–'}
            </span>
          );
        },
      },
      {
        id: 'owner',
        title: t('list.owner'),
        width: 'minmax(110px, 1fr)',
        cell: row => entity(row.owner),
      },
      {
        id: 'system',
        title: t('list.system'),
        width: 'minmax(100px, 0.8fr)',
        cell: row => entity(row.system),
      },
      {
        id: 'started',
        title: t('list.started'),
        width: '108px',
        align: 'end',
        sortable: true,
        cell: row => <When iso={row.startedAt} />,
      },
      {
        id: 'duration',
        title: t('list.duration'),
        width: '96px',
        align: 'end',
        cell: row => <Lasting incident={row} />,
      },
      {
        id: 'cost',
        title: t('list.cost'),
        width: '104px',
        align: 'end',
        cell: row => (
          <span className={uiClasses.number}>
            {format.minutes(row.budgetMinutes)}
          </span>
        ),
      },
      {
        id: 'alerts',
        title: t('state.alerts'),
        width: '76px',
        align: 'end',
        cell: row => format.count(row.alertCount),
      },
      {
        id: 'commander',
        title: t('list.commander'),
        width: 'minmax(100px, 0.8fr)',
        cell: row => entity(row.commander),
      },
    ];
    if (!selection) return columns;
    return [
      {
        id: 'select',
        title: '✓',
        width: '40px',
        required: true,
        cell: row => (
          <SelectBox
            label={t('list.mark', { id: row.id })}
            isSelected={selection.selected.has(row.id)}
            onChange={on => selection.onToggle(row.id, on)}
          />
        ),
      },
      ...columns,
    ];
  }, [t, format, links, selection]);
}
