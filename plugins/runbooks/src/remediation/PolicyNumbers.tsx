import type { RemediationMetrics } from '@ghostlight/plugin-runbooks-common';
import {
  Duration,
  Link,
  More,
  Scroll,
  uiClasses,
} from '@ghostlight/reliability-react';
import { useRunbooksLinks } from '../hooks';
import { useRunbooksText } from '../translation';
import classes from './remediation.module.css';

const NUMBERS = [
  'tried',
  'succeeded',
  'verified',
  'ineffective',
  'harmful',
  'escalated',
] as const;

/** The same numbers by policy, as a table. */
export function PolicyNumbers({ metrics }: { metrics: RemediationMetrics }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { policies } = metrics;
  if (policies.length === 0) return null;
  return (
    <More summary={t('metrics.byPolicy', { count: policies.length })}>
      <Scroll label={t('metrics.byPolicyLabel')}>
        <table className={uiClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('policy.policy')}</th>
              {NUMBERS.map(name => (
                <th key={name} scope="col" className={uiClasses.end}>
                  {t(`metrics.${name}`)}
                </th>
              ))}
              <th scope="col" className={uiClasses.end}>
                {t('metrics.mean')}
              </th>
            </tr>
          </thead>
          <tbody>
            {policies.map(({ ref, title, tally }) => (
              <tr key={ref ?? ''}>
                <th scope="row" className={classes.wrap}>
                  {ref ? (
                    <Link href={links.policy(ref)}>{title}</Link>
                  ) : (
                    t('policy.byHand')
                  )}
                </th>
                {NUMBERS.map(name => (
                  <td key={name} className={uiClasses.end}>
                    {tally[name]}
                  </td>
                ))}
                <td className={uiClasses.end}>
                  <Duration seconds={tally.meanSeconds} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </More>
  );
}
