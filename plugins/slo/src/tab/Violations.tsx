import type { Violation } from '@ghostlight/plugin-slo-common';
import { Panel, useFormats } from '@ghostlight/reliability-react';
import shared from '../slo.module.css';
import { useSloText } from '../translation';

/** Every run of time below the target in the range shown, newest first. */
export function Violations({ violations }: { violations: Violation[] }) {
  const t = useSloText();
  const format = useFormats();
  const newestFirst = [...violations].sort((a, b) => b.start - a.start);
  return (
    <Panel title={t('tab.violations')}>
      {newestFirst.length === 0 ? (
        <p className={shared.muted}>{t('tab.violationsNone')}</p>
      ) : (
        <div className={shared.scroll}>
          <table className={shared.table} aria-label={t('tab.violations')}>
            <thead>
              <tr>
                <th scope="col">{t('tab.started')}</th>
                <th scope="col" className={shared.end}>
                  {t('tab.duration')}
                </th>
                <th scope="col" className={shared.end}>
                  {t('tab.worst')}
                </th>
                <th scope="col" className={shared.end}>
                  {t('tab.budgetSpent')}
                </th>
              </tr>
            </thead>
            <tbody>
              {newestFirst.map(each => (
                <tr key={each.start}>
                  <td>{format.time(each.start)}</td>
                  <td className={shared.end}>
                    {format.duration(each.end - each.start)}
                    {each.ongoing && ` · ${t('tab.ongoing')}`}
                  </td>
                  <td className={shared.end}>{format.percent(each.worst)}</td>
                  <td className={shared.end}>
                    {format.percent(each.budgetSpent)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
