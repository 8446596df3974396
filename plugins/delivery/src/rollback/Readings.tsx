import type {
  RollbackDetail,
  SliReading,
} from '@ghostlight/plugin-delivery-common';
import {
  Panel,
  Scroll,
  ToneWord,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { unitText } from '../words';
import { isMetric } from '../words/metrics';

/** What users saw before, at worst and now. */
export function Readings({ rollback }: { rollback: RollbackDetail }) {
  const t = useDeliveryText();
  const { readings } = rollback;
  if (rollback.dryRun) return null;
  return (
    <Panel
      title={t('rollback.readings')}
      aside={
        readings[0]?.at && (
          <span className={uiClasses.muted}>
            {t('words.asOf')} <When iso={readings[0].at} />
          </span>
        )
      }
    >
      {readings.length === 0 ? (
        <p className={uiClasses.plain}>{t('rollback.noReadings')}</p>
      ) : (
        <Scroll label={t('rollback.readings')}>
          <table className={uiClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('rollback.indicator')}</th>
                <th scope="col" className={uiClasses.end}>
                  {t('rollback.before')}
                </th>
                <th scope="col" className={uiClasses.end}>
                  {t('rollback.worst')}
                </th>
                <th scope="col" className={uiClasses.end}>
                  {t('rollback.now')}
                </th>
                <th scope="col">{t('rollback.isWell')}</th>
              </tr>
            </thead>
            <tbody>
              {readings.map(each => (
                <Row key={each.name} reading={each} />
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </Panel>
  );
}

function Row({ reading }: { reading: SliReading }) {
  const t = useDeliveryText();
  const format = useFormats();
  const { name, unit, before, worst, now, good } = reading;
  const text = (value: number | undefined) => unitText(unit, value, format);
  return (
    <tr>
      <th scope="row">{isMetric(name) ? t(`metric.${name}`) : name}</th>
      <td className={uiClasses.end}>{text(before)}</td>
      <td className={uiClasses.end}>{text(worst)}</td>
      <td className={uiClasses.end}>
        <strong>{text(now)}</strong>
      </td>
      <td>
        {good === undefined ? (
          t('rollback.notKnown')
        ) : (
          <ToneWord
            tone={good ? 'positive' : 'negative'}
            word={t(good ? 'rollback.good' : 'rollback.bad')}
          />
        )}
      </td>
    </tr>
  );
}
