import type { TriageSettings } from '@ghostlight/plugin-incidents-common';
import { Panel, uiClasses, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { useMoney } from '../useMoney';

/** What an analysis, an incident and a day may cost at most; taken before it is spent. */
export function Budget({ budget }: { budget: TriageSettings['budget'] }) {
  const t = useIncidentsText();
  const format = useFormats();
  const money = useMoney();
  const usd = (amount: number) => money({ amount, currency: 'USD' });
  const rows: Array<[string, string]> = [
    [t('settings.perRun'), usd(budget.runUsd)],
    [t('settings.perIncident'), usd(budget.incidentUsd)],
    [t('settings.perDay'), usd(budget.dayUsd)],
    [t('settings.inputTokens'), format.count(budget.inputTokens)],
    [t('settings.outputTokens'), format.count(budget.outputTokens)],
    [t('settings.time'), format.duration(budget.seconds)],
    [t('settings.concurrent'), format.count(budget.concurrent)],
  ];
  return (
    <Panel title={t('settings.budget')}>
      <p className={uiClasses.muted}>{t('settings.budgetWhat')}</p>
      <table className={uiClasses.table}>
        <tbody>
          {rows.map(([name, value]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className={uiClasses.end}>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
