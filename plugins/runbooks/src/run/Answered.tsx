import type { RunStep } from '@ghostlight/plugin-runbooks-common';
import { uiClasses, When } from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';
import { Actor } from '../words';
import classes from './run.module.css';

/** What somebody answered, with their notes. */
export function Answered({ step }: { step: RunStep }) {
  const t = useRunbooksText();
  const { answer, asks } = step;
  if (!answer) return null;
  const choice =
    asks?.choices?.find(({ id }) => id === answer.choice)?.title ??
    answer.choice;
  const items = asks?.checklist ?? [];
  return (
    <>
      <p className={classes.plain}>
        {choice && (
          <>
            <strong>{choice}</strong>{' '}
          </>
        )}
        {items.length > 0 &&
          `${t('run.checked', {
            done: String(answer.checked?.length ?? 0),
            total: String(items.length),
          })} `}
        <span className={uiClasses.muted}>
          <Actor name={answer.by} /> <When iso={answer.at} />
        </span>
      </p>
      {answer.notes && (
        <p className={classes.plain}>
          <span className={uiClasses.muted}>{t('run.note')}</span>{' '}
          {answer.notes}
        </p>
      )}
    </>
  );
}
