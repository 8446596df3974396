import type { TriageSpend } from '@ghostlight/plugin-incidents-common';
import { uiClasses, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { outcomes as known } from '../../translation/en/outcomes';

type Outcome = keyof typeof known.outcome;

/** How runs ended: answered, or without an answer and why. */
export function Outcomes({ outcomes }: { outcomes: TriageSpend['outcomes'] }) {
  const t = useIncidentsText();
  const format = useFormats();
  const all = outcomes.reduce((sum, each) => sum + each.runs, 0);
  // What is not known here is said as the backend calls it.
  const name = (outcome: string) =>
    Object.hasOwn(known.outcome, outcome)
      ? t(`outcome.${outcome as Outcome}`)
      : outcome;
  return (
    <div className={uiClasses.scroll}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('spend.outcome')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('spend.runs')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('spend.share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(each => (
            <tr key={each.outcome}>
              <th scope="row">{name(each.outcome)}</th>
              <td className={uiClasses.end}>{format.count(each.runs)}</td>
              <td className={uiClasses.end}>
                {format.percent(each.runs / all)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
