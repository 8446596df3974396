import type { Alert } from '@ghostlight/plugin-incidents-common';
import {
  Clock,
  type DataColumn,
  Link,
  nameOf,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useIncidentLinks } from '../hooks';
import { useAlertColumns } from '../incident/parts/useAlertColumns';
import { useIncidentsText } from '../translation';
import { SaidWords, useSaid } from '../words';
import type { AlertView } from './inboxUrl';
import classes from './alerts.module.css';

/** What is shown of an alert in each view, after its mark. */
const SHOWN: Record<AlertView, string[]> = {
  open: [
    'alert',
    'severity',
    'entity',
    'owner',
    'count',
    'started',
    'incident',
  ],
  suppressed: ['alert', 'severity', 'entity', 'why', 'until', 'quiet', 'undo'],
  unresolved: [
    'alert',
    'severity',
    'labels',
    'from',
    'count',
    'started',
    'teach',
  ],
  resolved: [
    'alert',
    'severity',
    'entity',
    'count',
    'started',
    'ended',
    'incident',
  ],
  all: [
    'alert',
    'severity',
    'status',
    'entity',
    'from',
    'count',
    'started',
    'incident',
  ],
};

/** The columns of a view of the inbox. */
export function useInboxColumns(options: {
  view: AlertView;
  selected: ReadonlySet<string>;
  onToggle(id: string, on: boolean): void;
  /** Left out where the reader may not. */
  onUndo?(alert: Alert): void;
  onTeach?(alert: Alert): void;
}): DataColumn<Alert>[] {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();
  const say = useSaid();
  const { view, selected, onToggle, onUndo, onTeach } = options;
  const selection = useMemo(
    () => ({ selected, onToggle }),
    [selected, onToggle],
  );
  const common = useAlertColumns(selection);
  return useMemo(() => {
    const own: DataColumn<Alert>[] = [
      {
        id: 'owner',
        title: t('inbox.owner'),
        width: 'minmax(100px, 0.8fr)',
        cell: row => (
          <span className={uiClasses.truncate} title={row.owner}>
            {row.owner ? nameOf(row.owner) : '–'}
          </span>
        ),
      },
      {
        id: 'incident',
        title: t('list.incident'),
        width: '92px',
        cell: row =>
          row.incidentId ? (
            <Link href={links.incident(row.incidentId)}>{row.incidentId}</Link>
          ) : (
            '–'
          ),
      },
      {
        id: 'from',
        title: t('alerts.from'),
        width: '132px',
        cell: row => <span className={uiClasses.truncate}>{row.adapter}</span>,
      },
      {
        id: 'ended',
        title: t('alerts.ended'),
        width: '108px',
        align: 'end',
        cell: row => <When iso={row.endsAt} />,
      },
      {
        id: 'why',
        title: t('inbox.why'),
        width: 'minmax(200px, 1.6fr)',
        cell: ({ suppression }) =>
          suppression ? (
            <span
              className={uiClasses.truncate}
              title={`${t(`suppression.${suppression.kind}`)}: ${say(
                suppression.reason,
                suppression.said,
              )}`}
            >
              <strong>{t(`suppression.${suppression.kind}`)}:</strong>{' '}
              <SaidWords
                sentence={suppression.reason}
                said={suppression.said}
              />
            </span>
          ) : (
            '–'
          ),
      },
      {
        id: 'until',
        title: t('inbox.until'),
        width: '116px',
        cell: ({ suppression }) =>
          suppression?.until ? (
            <Clock iso={suppression.until} withDate />
          ) : (
            t('inbox.untilOpen')
          ),
      },
      {
        id: 'quiet',
        title: t('inbox.quiet'),
        width: '88px',
        align: 'end',
        cell: row => `×${format.count(row.suppression?.count ?? 0)}`,
      },
      {
        id: 'undo',
        title: t('inbox.act'),
        width: '108px',
        cell: row =>
          onUndo ? (
            <button
              type="button"
              className={classes.small}
              aria-label={t('inbox.undoLabel', { alert: row.title })}
              onClick={() => onUndo(row)}
            >
              {t('act.undo')}…
            </button>
          ) : (
            '–'
          ),
      },
      {
        id: 'labels',
        title: t('alerts.labels'),
        width: 'minmax(180px, 1.4fr)',
        cell: row => {
          const text = Object.entries(row.labels)
            .map(([name, value]) => `${name}=${value}`)
            .join(' · ');
          return (
            <span className={uiClasses.truncate} title={text}>
              {text || '–'}
            </span>
          );
        },
      },
      {
        id: 'teach',
        title: t('inbox.act'),
        width: '108px',
        cell: row =>
          onTeach ? (
            <button
              type="button"
              className={classes.small}
              aria-label={t('inbox.teachLabel', { alert: row.title })}
              onClick={() => onTeach(row)}
            >
              {t('inbox.teach')}
            </button>
          ) : (
            '–'
          ),
      },
    ];
    const all = [...common, ...own];
    return ['select', ...SHOWN[view]].flatMap(
      id => all.find(each => each.id === id) ?? [],
    );
  }, [common, view, t, format, links, say, onUndo, onTeach]);
}
