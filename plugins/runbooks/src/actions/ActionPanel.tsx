import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import {
  More,
  pageClasses as classes,
  Panel,
  Scroll,
  ToneWord,
  uiClasses,
} from '@ghostlight/reliability-react';
import { Reversible } from '../plan/ActionPlanView';
import { useRunbooksText } from '../translation';
import { Said, useSay } from '../words';
import { inputsOf } from './inputsOf';

/** One action: what it does and needs, what it touches, and whether it can be taken back. */
export function ActionPanel({ action }: { action: ActionInfo }) {
  const t = useRunbooksText();
  const say = useSay();
  const { id, reads, changes, reversible, undo, enabled, why } = action;
  return (
    <Panel
      title={say(action.title)}
      aside={<code className={classes.code}>{id}</code>}
    >
      <p className={uiClasses.plain}>
        <Said sentence={action.description} />
      </p>
      <div className={uiClasses.row}>
        <ToneWord
          tone={enabled ? 'positive' : 'neutral'}
          word={t(enabled ? 'actions.enabled' : 'actions.disabled')}
        />
        {why && <Said sentence={why} />}
        <Reversible reversible={reversible} />
        {undo && (
          <span>
            {t('plan.undo')} <Said sentence={undo} />
          </span>
        )}
        <span className={uiClasses.muted}>
          {t(action.dryRun ? 'actions.dryRun' : 'actions.noDryRun')}
        </span>
      </div>
      <Touches name={t('actions.changes')} what={changes} />
      <Touches name={t('actions.reads')} what={reads} />
      <InputTable action={action} />
    </Panel>
  );
}

function Touches(props: { name: string; what: string[] }) {
  if (props.what.length === 0) return null;
  return (
    <p className={uiClasses.muted}>
      {props.name} <span lang="en">{props.what.join(', ')}</span>
    </p>
  );
}

function InputTable({ action }: { action: ActionInfo }) {
  const t = useRunbooksText();
  const inputs = inputsOf(action.input);
  if (inputs.length === 0) return null;
  return (
    <More summary={t('actions.inputs', { count: inputs.length })}>
      <Scroll label={t('actions.inputsOf', { id: action.id })}>
        <table className={uiClasses.table}>
          <thead>
            <tr>
              <th scope="col">{t('runbook.input')}</th>
              <th scope="col">{t('runbook.inputType')}</th>
              <th scope="col">{t('runbook.meaning')}</th>
            </tr>
          </thead>
          <tbody>
            {inputs.map(each => (
              <tr key={each.name}>
                <th scope="row">
                  <code>{each.name}</code>
                </th>
                <td>
                  <code>{each.type}</code>
                  {each.required && ` · ${t('runbook.required')}`}
                </td>
                <td className={classes.wrap} lang="en">
                  {each.description}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </More>
  );
}
