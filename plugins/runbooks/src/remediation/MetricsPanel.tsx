import type { RemediationMetrics } from '@ghostlight/plugin-runbooks-common';
import {
  Clock,
  Duration,
  LineChart,
  Panel,
  secondsOf,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { SaidList } from '../words';
import { PolicyNumbers } from './PolicyNumbers';
import classes from './remediation.module.css';

const NUMBERS = [
  'tried',
  'succeeded',
  'verified',
  'ineffective',
  'harmful',
  'escalated',
  'suggested',
  'refused',
  'rejected',
] as const;
const LINES = ['tried', 'verified', 'ineffective', 'harmful'] as const;
/** Below this many, a share says nothing. */
const ENOUGH = 10;

/** What came of all that was tried, of how many, over which span, and how it went. */
export function MetricsPanel({ metrics }: { metrics: RemediationMetrics }) {
  const t = useRunbooksText();
  const { all, from, to, trend, missing } = metrics;
  return (
    <Panel
      title={t('metrics.title')}
      aside={
        <span className={uiClasses.muted}>
          <Clock iso={from} withDate /> – <Clock iso={to} withDate />
          {' · '}
          {t('metrics.n', { count: all.tried })}
        </span>
      }
    >
      <dl className={classes.numbers}>
        {NUMBERS.map(name => (
          <div key={name}>
            <dt>{t(`metrics.${name}`)}</dt>
            <dd>{all[name]}</dd>
          </div>
        ))}
        <div>
          <dt>{t('metrics.mean')}</dt>
          <dd>
            <Duration seconds={all.meanSeconds} />
          </dd>
        </div>
      </dl>
      <p className={uiClasses.muted}>
        {t('metrics.meaning')}{' '}
        {all.tried < ENOUGH && t('metrics.few', { count: all.tried })}
      </p>
      <SaidList sentences={missing} />
      {trend.length > 1 && all.tried > 0 && <Trend metrics={metrics} />}
      <PolicyNumbers metrics={metrics} />
    </Panel>
  );
}

function Trend({ metrics }: { metrics: RemediationMetrics }) {
  const t = useRunbooksText();
  const { language } = useFormats();
  const { trend, from, to } = metrics;
  return (
    <LineChart
      title={t('metrics.trend')}
      name={t('nav.remediation')}
      range={{ from: secondsOf(from) ?? 0, to: secondsOf(to) ?? 0 }}
      instants={trend.map(piece => secondsOf(piece.from) ?? 0)}
      series={LINES.map(id => ({
        id,
        label: t(`metrics.${id}`),
        values: trend.map(({ tally }) => tally[id]),
      }))}
      format={value => value?.toLocaleString(language) ?? '–'}
      height={120}
    />
  );
}
