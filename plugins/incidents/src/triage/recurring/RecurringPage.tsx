import {
  Choice,
  EmptyState,
  QueryBoundary,
  uiClasses,
  urlField,
  useUrlState,
} from '@ghostlight/reliability-react';
import { NotAllowed } from '../../states/NotAllowed';
import { useIncidentsText } from '../../translation';
import { EvidenceProvider } from '../evidence/EvidenceContext';
import { EvidenceSheet } from '../evidence/EvidenceSheet';
import { useClusters, useTriageSettings } from '../useTriage';
import { ClusterItem } from './ClusterItem';
import classes from '../triage.module.css';

const SPANS = { '30d': 30, '90d': 90, '180d': 180, '365d': 365 } as const;
const spans = ['30d', '90d', '180d', '365d'] as const;
const recurringUrl = { span: urlField.oneOf(spans, '90d') };

/** Incidents that come again and again, and a runbook drafted of each group. */
export function RecurringPage() {
  const t = useIncidentsText();
  const [{ span }, setUrl] = useUrlState(recurringUrl);
  const days = SPANS[span];
  const clusters = useClusters(days);
  const settings = useTriageSettings();
  return (
    <EvidenceProvider>
      <div className={classes.page}>
        {clusters.data && clusters.data.items.length > 0 && (
          <h2 className={classes.lead}>
            {t('recurring.headline', {
              count: clusters.data.items.length,
              days: String(days),
            })}
          </h2>
        )}
        <Choice
          label={t('recurring.span')}
          options={spans.map(id => ({
            id,
            label: t('learning.lastDays', { days: String(SPANS[id]) }),
          }))}
          value={span}
          onChange={chosen => setUrl({ span: chosen })}
        />
        <p className={uiClasses.muted}>{t('recurring.what')}</p>
        <QueryBoundary
          query={clusters}
          what={t('recurring.title')}
          forbidden={<NotAllowed />}
          isEmpty={({ items }) => items.length === 0}
          empty={
            <EmptyState
              sentence={t('recurring.none')}
              next={t('recurring.noneHint')}
            />
          }
        >
          {({ items }) => (
            <ol className={classes.stack} aria-label={t('recurring.title')}>
              {items.map(each => (
                <li key={each.id}>
                  <ClusterItem cluster={each} model={settings.data?.model} />
                </li>
              ))}
            </ol>
          )}
        </QueryBoundary>
        <EvidenceSheet />
      </div>
    </EvidenceProvider>
  );
}
