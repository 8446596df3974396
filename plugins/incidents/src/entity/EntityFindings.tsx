import type {
  Finding,
  FindingCounts,
} from '@ghostlight/plugin-incidents-common';
import {
  type DataColumn,
  DataTable,
  EmptyState,
  Link,
  Panel,
  QueryBoundary,
  type Tone,
  TONE_COLOUR,
  uiClasses,
  useBackend,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useMemo } from 'react';
import { useFindings } from '../hooks';
import { useIncidentsText } from '../translation';
import { AlertShape } from '../words';
import classes from './entity.module.css';

type Severity = Finding['severity'];

/** Worst first. */
const SEVERITIES = [
  'critical',
  'high',
  'medium',
  'low',
  'unknown',
] as const satisfies readonly Severity[];

/** In the shapes that alerts of the like have. */
const SHAPES = {
  critical: 'critical',
  high: 'error',
  medium: 'warning',
  low: 'info',
  unknown: 'info',
} as const satisfies Record<Severity, string>;

const TONES: Record<Severity, Tone> = {
  critical: 'negative',
  high: 'negative',
  medium: 'warning',
  low: 'neutral',
  unknown: 'neutral',
};

const rowKey = (row: Finding) => row.id;

/** Weaknesses that scanners reported of the entity: how many of each severity, and which. */
export function EntityFindings({ entityRef }: { entityRef: string }) {
  const t = useIncidentsText();
  const backend = useBackend('incidents');
  const findings = useFindings(entityRef);
  const columns = useColumns();
  return (
    <Panel title={t('findings.title')}>
      <QueryBoundary
        query={findings}
        what={t('findings.title')}
        isEmpty={() => findings.items.length === 0}
        empty={
          <EmptyState
            sentence={t('findings.none')}
            next={t('findings.noneHint', {
              address: `${backend}/v1/intake/trivy`,
            })}
          />
        }
      >
        {({ counts }) => (
          <>
            {counts && <Counts counts={counts} />}
            <DataTable
              label={t('findings.title')}
              columns={columns}
              rows={findings.items}
              rowKey={rowKey}
              hasMore={findings.hasMore}
              isLoadingMore={findings.isLoadingMore}
              onEndReached={findings.loadMore}
              rowHeight={40}
              height="280px"
            />
          </>
        )}
      </QueryBoundary>
    </Panel>
  );
}

function Counts({ counts }: { counts: FindingCounts }) {
  const t = useIncidentsText();
  const format = useFormats();
  return (
    <ul className={classes.counts} aria-label={t('findings.counts')}>
      {SEVERITIES.filter(severity => counts[severity] > 0).map(severity => (
        <li key={severity}>
          <strong>{format.count(counts[severity])}</strong>{' '}
          <SeverityName severity={severity} />
        </li>
      ))}
    </ul>
  );
}

function SeverityName({ severity }: { severity: Severity }) {
  const t = useIncidentsText();
  return (
    <span
      className={classes.severity}
      style={{ color: TONE_COLOUR[TONES[severity]] }}
    >
      <AlertShape severity={SHAPES[severity]} />
      {t(`findings.severity_${severity}`)}
    </span>
  );
}

function useColumns(): DataColumn<Finding>[] {
  const t = useIncidentsText();
  return useMemo(
    () => [
      {
        id: 'finding',
        title: t('findings.finding'),
        width: 'minmax(140px, 1.2fr)',
        required: true,
        cell: row => (
          <span className={uiClasses.truncate} title={row.title}>
            {row.url && /^https?:\/\//.test(row.url) ? (
              <Link href={row.url} target="_blank" rel="noreferrer noopener">
                {row.rule}
              </Link>
            ) : (
              row.rule
            )}
          </span>
        ),
      },
      {
        id: 'severity',
        title: t('severity.label'),
        width: '116px',
        cell: row => <SeverityName severity={row.severity} />,
      },
      {
        id: 'package',
        title: t('findings.package'),
        width: 'minmax(120px, 1fr)',
        cell: ({ package: name, installedVersion, target }) => {
          const text = name
            ? [name, installedVersion].filter(Boolean).join(' ')
            : target;
          return (
            <span className={uiClasses.truncate} title={`${text} · ${target}`}>
              {text}
            </span>
          );
        },
      },
      {
        id: 'fixed',
        title: t('findings.fixed'),
        width: 'minmax(90px, 0.8fr)',
        cell: row => (
          <span className={uiClasses.truncate} title={row.fixedVersion}>
            {row.fixedVersion ?? t('findings.notFixed')}
          </span>
        ),
      },
      {
        id: 'age',
        title: t('findings.since'),
        width: '108px',
        align: 'end',
        cell: row => <When iso={row.firstSeenAt} />,
      },
      {
        id: 'source',
        title: t('alerts.from'),
        width: '92px',
        cell: row => <span className={uiClasses.truncate}>{row.adapter}</span>,
      },
    ],
    [t],
  );
}
