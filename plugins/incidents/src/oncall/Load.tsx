import type { OncallTeam } from '@ghostlight/plugin-incidents-common';
import { Scroll, uiClasses, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { Person, useSaid } from '../words';
import classes from './oncall.module.css';

/** Who carries how much in the span that is shown, the busiest first. */
export function Load({ team }: { team: OncallTeam }) {
  const t = useIncidentsText();
  const format = useFormats();
  const say = useSaid();
  const { load } = team;
  if (load.length === 0) return null;
  const hours = load.reduce((sum, each) => sum + each.hours, 0);
  const [busiest] = load;
  const name = say(busiest.person.name, busiest.person.said);
  const hoursText = (value: number) =>
    format.duration(value * 3600, { unit: 'h' });
  return (
    <section>
      <h3 className={classes.subtitle}>{t('oncall.load')}</h3>
      <p className={uiClasses.plain}>
        {load.length > 1 && hours > 0
          ? t('oncall.loadSentence', {
              name,
              share: format.percent(busiest.hours / hours, { digits: 0 }),
              count: load.length,
            })
          : t('oncall.loadOne', { name })}
      </p>
      <Scroll label={t('oncall.load')}>
        <table className={uiClasses.table}>
          <caption className={classes.caption}>{t('oncall.loadHint')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('oncall.person')}</th>
              <th scope="col" className={uiClasses.end}>
                {t('oncall.hours')}
              </th>
              <th scope="col" className={uiClasses.end}>
                {t('oncall.share')}
              </th>
              <th scope="col" className={uiClasses.end}>
                {t('oncall.night')}
              </th>
              <th scope="col" className={uiClasses.end}>
                {t('oncall.incidents')}
              </th>
            </tr>
          </thead>
          <tbody>
            {load.map((each, index) => (
              <tr key={each.person.userRef ?? `${each.person.name} ${index}`}>
                <td>
                  <Person person={each.person} />
                </td>
                <td className={uiClasses.end}>{hoursText(each.hours)}</td>
                <td className={uiClasses.end}>
                  <span className={classes.share}>
                    <span
                      aria-hidden="true"
                      className={classes.bar}
                      style={{
                        width: `${(72 * each.hours) / (busiest.hours || 1)}px`,
                      }}
                    />
                    {format.percent(hours > 0 ? each.hours / hours : 0, {
                      digits: 0,
                    })}
                  </span>
                </td>
                <td className={uiClasses.end}>{hoursText(each.nightHours)}</td>
                <td className={uiClasses.end}>
                  {format.count(each.incidents)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  );
}
