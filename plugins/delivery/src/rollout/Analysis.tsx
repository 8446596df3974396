import type { Comparison, Rollout } from '@ghostlight/plugin-delivery-common';
import {
  Scroll,
  uiClasses,
  useFormats,
  When,
} from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { ComparisonWord, Said } from '../words';
import { MeasureName } from './MeasureName';
import { measureText } from './measureText';
import classes from './rollout.module.css';

/** The new version beside the old one, by each measure. */
export function Analysis({ rollout }: { rollout: Rollout }) {
  const t = useDeliveryText();
  const { analysis } = rollout;
  if (analysis.length === 0) {
    return <p className={uiClasses.muted}>{t('rollout.noAnalysis')}</p>;
  }
  return (
    <Scroll label={t('rollout.measure')}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('rollout.measure')}</th>
            <th scope="col">{t('rollout.verdict')}</th>
            <th scope="col" className={uiClasses.end}>
              {t('rollout.new')}
            </th>
            <th scope="col" className={uiClasses.end}>
              {t('rollout.old')}
            </th>
            <th scope="col">{t('rollout.said')}</th>
          </tr>
        </thead>
        <tbody>
          {analysis.map(each => (
            <tr key={each.metric ?? each.objective?.ref}>
              <th scope="row">
                <MeasureName {...each} />
              </th>
              <td>
                <ComparisonWord verdict={each.verdict} />
              </td>
              <td className={uiClasses.end}>
                <Measured of={each} side="canary" />
              </td>
              <td className={uiClasses.end}>
                <Measured of={each} side="baseline" />
              </td>
              <td className={classes.said}>
                <Said sentence={each.said} /> (<When iso={each.at} />)
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Measured(props: { of: Comparison; side: 'canary' | 'baseline' }) {
  const t = useDeliveryText();
  const format = useFormats();
  const measured = props.of[props.side];
  if (!measured) return <>–</>;
  return (
    <>
      {measureText(props.of.metric, measured.value, format)}{' '}
      <span className={uiClasses.muted}>
        {t('rollout.n', { n: format.count(measured.n) })}
      </span>
    </>
  );
}
