import type { ActionPlan } from '@ghostlight/plugin-runbooks-common';
import {
  More,
  Scroll,
  ToneWord,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { Values } from '../runbook/Phases';
import { useRunbooksText } from '../translation';
import { Actors, Said, SaidList } from '../words';
import classes from './plan.module.css';

/** What an action would change, how far that reaches, and whether it can be taken back. */
export function ActionPlanView({ plan }: { plan: ActionPlan }) {
  const t = useRunbooksText();
  const format = useFormats();
  const { target, changes, blastRadius, refusals, reversible, undo } = plan;
  return (
    <>
      <p className={classes.plain}>
        <Said sentence={plan.title} />
      </p>
      <div className={uiClasses.row}>
        {target && (
          <span>
            {t('plan.changes')} <code>{target}</code>
          </span>
        )}
        <Reversible reversible={reversible} />
        {undo && (
          <span className={uiClasses.muted}>
            {t('plan.undo')} <Said sentence={undo} />
          </span>
        )}
      </div>
      {changes.length > 0 && (
        <Scroll label={t('plan.changesOf', { action: plan.action })}>
          <table className={uiClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('plan.value')}</th>
                <th scope="col">{t('plan.from')}</th>
                <th scope="col">{t('plan.to')}</th>
              </tr>
            </thead>
            <tbody>
              {changes.map((each, index) => (
                <tr key={`${index} ${each.label}`}>
                  <th scope="row">{each.label}</th>
                  <td>{each.from ?? '–'}</td>
                  <td>
                    <strong>{each.to ?? '–'}</strong>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
      <p className={uiClasses.muted}>
        {t('plan.reach')} <Said sentence={blastRadius.said} />
        {blastRadius.share !== undefined &&
          ` · ${t('plan.share', { share: format.percent(blastRadius.share) })}`}
        {blastRadius.entities.length > 0 && (
          <>
            {' · '}
            <Actors names={blastRadius.entities} />
          </>
        )}
      </p>
      {refusals.length > 0 && (
        <div className={classes.refusals}>
          <strong>{t('plan.cannot')}</strong>
          <SaidList sentences={refusals} />
        </div>
      )}
      {Object.keys(plan.input).length > 0 && (
        <More summary={t('plan.exactly', { action: plan.action })}>
          <Values values={plan.input} />
        </More>
      )}
    </>
  );
}

/** Whether what is done can be taken back, in a word. */
export function Reversible({ reversible }: { reversible: boolean }) {
  const t = useRunbooksText();
  return (
    <ToneWord
      tone={reversible ? 'positive' : 'warning'}
      word={t(reversible ? 'plan.reversible' : 'plan.irreversible')}
    />
  );
}
