import type { ChangedValue } from '@ghostlight/plugin-delivery-common';
import { Scroll, uiClasses } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import classes from './plan.module.css';

/** What is different, from what to what. */
export function ChangedValues(props: {
  values: ChangedValue[];
  /** It has happened, rather than being planned. Default false. */
  past?: boolean;
}) {
  const t = useDeliveryText();
  const { values, past = false } = props;
  if (values.length === 0) {
    return <p className={uiClasses.plain}>{t('plan.noChanges')}</p>;
  }
  return (
    <Scroll label={t('plan.changes')}>
      <table className={uiClasses.table}>
        <thead>
          <tr>
            <th scope="col">{t('plan.value')}</th>
            <th scope="col">{t(past ? 'rollback.before' : 'plan.from')}</th>
            <th scope="col">{t('plan.toColumn')}</th>
          </tr>
        </thead>
        <tbody>
          {values.map(each => (
            <tr key={each.path ?? each.label}>
              <th scope="row" title={each.path}>
                {each.label}
              </th>
              <td className={classes.value}>{each.from ?? '–'}</td>
              <td className={classes.value}>{each.to ?? '–'}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}
