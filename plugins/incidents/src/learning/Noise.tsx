import type { IncidentMetrics } from '@ghostlight/plugin-incidents-common';
import { Panel, uiClasses, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { SaidWords } from '../words';
import classes from './learning.module.css';

/** What became of the alerts, whether notifications were of use, and the rate that is not known yet. */
export function Noise({ metrics }: { metrics: IncidentMetrics }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { noise, notifications, unknownChangeFailureRate } = metrics;
  const steps = [
    { name: t('learning.reports'), count: noise.reports },
    { name: t('learning.alerts'), count: noise.alerts },
    { name: t('learning.suppressed'), count: noise.suppressed },
    { name: t('learning.inIncidents'), count: noise.inIncidents },
    { name: t('learning.incidents'), count: noise.incidents },
  ];
  const most = Math.max(1, noise.reports);
  return (
    <div className={classes.phases}>
      <Panel title={t('learning.noise')}>
        <p className={uiClasses.plain}>
          {noise.cut === undefined
            ? t('learning.noReports')
            : t('learning.cut', {
                cut: format.percent(noise.cut),
                count: noise.reports,
                number: format.count(noise.reports),
              })}{' '}
          {noise.alertsPerIncident !== undefined &&
            t('learning.alertsPerIncident', {
              number: format.rate(noise.alertsPerIncident).replace(/×$/, ''),
            })}
        </p>
        <table className={uiClasses.table}>
          <tbody>
            {steps.map(step => (
              <tr key={step.name}>
                <th scope="row">{step.name}</th>
                <td className={uiClasses.end}>{format.count(step.count)}</td>
                <td className={classes.barCell} aria-hidden="true">
                  <span
                    className={classes.bar}
                    style={{ width: `${(100 * step.count) / most}%` }}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Panel>
      <Panel title={t('learning.notifications')}>
        <p className={uiClasses.plain}>
          {notifications.share === undefined
            ? t('learning.notNotified')
            : t('learning.actedOn', {
                share: format.percent(notifications.share),
                acted: String(notifications.actedOn),
                count: notifications.incidents,
              })}
        </p>
        <p className={uiClasses.muted}>
          {t('learning.sent', { count: notifications.sent })}
        </p>
        <p className={uiClasses.muted}>{t('learning.actedHint')}</p>
      </Panel>
      <Panel title={t('learning.changeFailureRate')}>
        <p className={uiClasses.plain}>
          {unknownChangeFailureRate
            ? t('learning.notYet')
            : t('learning.elsewhere')}{' '}
          {unknownChangeFailureRate && (
            <SaidWords
              sentence={unknownChangeFailureRate}
              said={metrics.unknownChangeFailureRateSaid}
            />
          )}
        </p>
        <p className={uiClasses.muted}>{t('learning.changeFailureRateHint')}</p>
      </Panel>
    </div>
  );
}
