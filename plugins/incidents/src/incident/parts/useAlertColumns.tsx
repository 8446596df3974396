import type { Alert } from '@ghostlight/plugin-incidents-common';
import {
  type DataColumn,
  EntityName,
  SelectBox,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useIncidentsText } from '../../translation';
import { AlertSeverityWord, AlertStatusWord, reasonText } from '../../words';

/** Columns of a table of alerts; rows can be marked where `selection` is given. */
export function useAlertColumns(selection?: {
  selected: ReadonlySet<string>;
  onToggle(id: string, on: boolean): void;
}): DataColumn<Alert>[] {
  const t = useIncidentsText();
  const format = useFormats();
  return useMemo(() => {
    const columns: DataColumn<Alert>[] = [
      {
        id: 'alert',
        title: t('alerts.alert'),
        width: 'minmax(200px, 1.6fr)',
        required: true,
        cell: row => (
          <span className={uiClasses.truncate} title={row.title}>
            {row.title}
          </span>
        ),
      },
      {
        id: 'severity',
        title: t('severity.label'),
        width: '104px',
        cell: row => <AlertSeverityWord severity={row.severity} />,
      },
      {
        id: 'status',
        title: t('status.label'),
        width: '92px',
        cell: row => <AlertStatusWord status={row.status} />,
      },
      {
        id: 'entity',
        title: t('record.entity'),
        width: 'minmax(110px, 1fr)',
        cell: row =>
          row.entityRef ? (
            <EntityName
              entityRef={row.entityRef}
              className={uiClasses.truncate}
            />
          ) : (
            t('alerts.noEntity')
          ),
      },
      {
        id: 'count',
        title: t('alerts.times'),
        width: '72px',
        align: 'end',
        cell: row => `×${format.count(row.occurrences)}`,
      },
      {
        id: 'started',
        title: t('alerts.started'),
        width: '108px',
        align: 'end',
        cell: row => <When iso={row.startsAt} />,
      },
      {
        id: 'joined',
        title: t('alerts.joined'),
        width: 'minmax(180px, 1.6fr)',
        cell: row => {
          const text = (row.joined ?? [])
            .map(reason => reasonText(reason, { t, format }))
            .join('; ');
          return (
            <span className={uiClasses.truncate} title={text}>
              {text || '–'}
            </span>
          );
        },
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
            label={t('alerts.select', { alert: row.title })}
            isSelected={selection.selected.has(row.id)}
            onChange={on => selection.onToggle(row.id, on)}
          />
        ),
      },
      ...columns,
    ];
  }, [t, format, selection]);
}
