import type { TriageSettings } from '@ghostlight/plugin-incidents-common';
import { Panel, uiClasses, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { useMoney } from '../useMoney';
import classes from '../triage.module.css';

/** The models that are asked, and what they cost as of when. */
export function Models({ settings }: { settings: TriageSettings }) {
  const t = useIncidentsText();
  const { language } = useFormats();
  const money = useMoney();
  const { tiers } = settings;
  const price = (amount: number) => money({ amount, currency: 'USD' });
  const day = (date: string) => {
    const at = Date.parse(date);
    // Prices of another year are worth knowing of.
    return Number.isNaN(at)
      ? date
      : new Intl.DateTimeFormat(language, {
          dateStyle: 'medium',
          timeZone: 'UTC',
        }).format(at);
  };
  return (
    <Panel title={t('settings.models')}>
      {tiers.length === 0 ? (
        <p className={uiClasses.muted}>{t('settings.noModels')}</p>
      ) : (
        <div className={uiClasses.scroll}>
          <table className={uiClasses.table}>
            <caption className={classes.subtitle}>
              {t('settings.perMillion')}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('settings.model')}</th>
                <th scope="col">{t('settings.for')}</th>
                <th scope="col" className={uiClasses.end}>
                  {t('settings.input')}
                </th>
                <th scope="col" className={uiClasses.end}>
                  {t('settings.output')}
                </th>
                <th scope="col">{t('settings.pricesOf')}</th>
              </tr>
            </thead>
            <tbody className={classes.names}>
              {tiers.map(each => (
                <tr key={each.tier}>
                  <th scope="row">{each.model}</th>
                  <td className={classes.wrap}>
                    {t(`settings.tier_${each.tier}`)}
                  </td>
                  <td className={uiClasses.end}>{price(each.inputPrice)}</td>
                  <td className={uiClasses.end}>{price(each.outputPrice)}</td>
                  <td>{day(each.pricesOf)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
