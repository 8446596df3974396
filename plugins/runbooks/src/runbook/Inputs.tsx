import type { InputSpec } from '@ghostlight/plugin-runbooks-common';
import { Panel, Scroll, uiClasses } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { valueText } from '../words';
import classes from './runbook.module.css';

/** What a run is given; nothing where it needs nothing. */
export function Inputs({ inputs }: { inputs: InputSpec[] }) {
  const t = useRunbooksText();
  if (inputs.length === 0) return null;
  return (
    <Panel title={t('runbook.inputs')}>
      <Scroll label={t('runbook.inputs')}>
        <table className={uiClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('runbook.input')}</th>
              <th scope="col">{t('runbook.inputType')}</th>
              <th scope="col">{t('runbook.default')}</th>
              <th scope="col">{t('runbook.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {inputs.map(each => (
              <tr key={each.name}>
                <th scope="row">
                  {each.title} <code>{each.name}</code>
                </th>
                <td>
                  {t(`inputType.${each.type}`)}
                  {each.required && ` · ${t('runbook.required')}`}
                </td>
                <td>
                  <code>{valueText(each.default)}</code>
                </td>
                <td className={classes.wrap}>{each.description}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </Panel>
  );
}
