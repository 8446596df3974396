import type { JournalEntry, RunStep } from '@ghostlight/plugin-runbooks-common';
import { CodeBlock, uiClasses } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { Values } from '../runbook/Phases';
import { useRunbooksText } from '../translation';
import classes from './run.module.css';

/** An entry is of the step itself, or of what the engine made of it: `restart`, `restart.plan`. */
function isOf(step: RunStep, { stepId }: JournalEntry): boolean {
  return stepId === step.id || stepId?.startsWith(`${step.id}.`) === true;
}

/** What a step said and resulted in, read on while it goes on saying things; nothing where it is silent. */
export function StepOutput(props: {
  step: RunStep;
  /** Undefined until it is read. */
  journal: JournalEntry[] | undefined;
  onRead(): void;
}) {
  const t = useRunbooksText();
  const [isOpen, setOpen] = useState(false);
  const { step, journal, onRead } = props;
  const { output, result, startedAt } = step;
  const isAction = step.kind === 'action' && startedAt !== undefined;
  const hasResult = result !== undefined && Object.keys(result).length > 0;
  if (!output && !hasResult && !isAction) return null;
  const said = (journal ?? [])
    .filter(each => each.event === 'output' && isOf(step, each))
    .map(each => each.text ?? '')
    .join('');
  const text = said || output || '';
  return (
    <details
      className={classes.output}
      onToggle={event => {
        const opened = event.currentTarget.open;
        setOpen(opened);
        if (opened) onRead();
      }}
    >
      <summary>
        {t('run.output')}
        <span className={classes.hidden}> {step.title}</span>
      </summary>
      {isOpen && (
        <>
          {text ? (
            <CodeBlock title={step.title} code={text} maxHeight={320} />
          ) : (
            <p className={uiClasses.muted}>{t('run.noOutput')}</p>
          )}
          {hasResult && <Values values={result} />}
        </>
      )}
    </details>
  );
}
