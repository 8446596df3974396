import type {
  AnswerRequest,
  ExecutionDetail,
  RunStep,
} from '@ghostlight/plugin-runbooks-common';
import {
  Alert,
  Button,
  Checkbox,
  TextAreaField,
  uiClasses,
  useAct,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { Markdown } from '../markdown/Markdown';
import { useRunbooksText } from '../translation';
import { Actors, MayNot } from '../words';
import { useRunActs } from './useRunActs';
import { WillRun } from './WillRun';
import classes from './run.module.css';

type Asks = NonNullable<RunStep['asks']>;

/** What a person is asked, until when, and what they may say to it. */
export function PersonStep(props: {
  run: ExecutionDetail;
  step: RunStep;
  asks: Asks;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { run, step, asks, onChanged } = props;
  return (
    <div className={classes.asks} role="group" aria-label={step.title}>
      {asks.text && <Markdown text={asks.text} />}
      {asks.kind === 'approval' && <WillRun run={run} after={step.id} />}
      <p className={uiClasses.muted}>
        {asks.may.who.length > 0 && (
          <>
            {t(`run.asks_${asks.kind}`)} <Actors names={asks.may.who} /> ·{' '}
          </>
        )}
        {t('run.until')} <When iso={asks.until} absolute />
      </p>
      {asks.may.allowed ? (
        <Answer
          key={step.id}
          runId={run.id}
          step={step}
          asks={asks}
          onChanged={onChanged}
        />
      ) : (
        <p className={classes.plain}>
          <MayNot may={asks.may} />
        </p>
      )}
    </div>
  );
}

function Answer(props: {
  runId: string;
  step: RunStep;
  asks: Asks;
  onChanged(): void;
}) {
  const t = useRunbooksText();
  const { runId, step, asks, onChanged } = props;
  const { kind, checklist = [], choices = [] } = asks;
  const [checked, setChecked] = useState<number[]>([]);
  const [notes, setNotes] = useState('');
  const acts = useRunActs(runId, onChanged);
  const act = useAct((said: Partial<AnswerRequest>) =>
    acts.answer({
      stepId: step.id,
      notes: notes.trim() || undefined,
      ...(checklist.length > 0 && { checked }),
      ...said,
    }),
  );
  const mark = (index: number, isOn: boolean) =>
    setChecked(last =>
      isOn
        ? [...last, index].sort((a, b) => a - b)
        : last.filter(each => each !== index),
    );
  const isAllChecked = checked.length === checklist.length;
  return (
    <>
      {checklist.map((item, index) => (
        <Checkbox
          key={`${index} ${item}`}
          isSelected={checked.includes(index)}
          onChange={isOn => mark(index, isOn)}
        >
          {item}
        </Checkbox>
      ))}
      <TextAreaField
        label={t(kind === 'approval' ? 'run.comment' : 'run.notes')}
        value={notes}
        onChange={setNotes}
        maxLength={4000}
      />
      {act.failure && <Alert status="danger" icon title={act.failure} />}
      <div className={uiClasses.row}>
        {kind === 'manual' && (
          <>
            <Button
              isDisabled={!isAllChecked}
              isPending={act.pending}
              onPress={() => act.run({ done: true })}
            >
              {t('run.done')}
            </Button>
            <Button
              variant="secondary"
              isDisabled={act.pending || notes.trim() === ''}
              onPress={() => act.run({ done: false })}
            >
              {t('run.notDone')}
            </Button>
            <span className={uiClasses.muted}>{t('run.doneHint')}</span>
          </>
        )}
        {kind === 'decision' &&
          choices.map(choice => (
            <Button
              key={choice.id}
              variant="secondary"
              isDisabled={act.pending}
              onPress={() => act.run({ choice: choice.id })}
            >
              {choice.title}
            </Button>
          ))}
        {kind === 'approval' && (
          <>
            <Button
              isPending={act.pending}
              onPress={() => act.run({ approve: true })}
            >
              {t('run.approve')}
            </Button>
            <Button
              variant="secondary"
              isDisabled={act.pending}
              onPress={() => act.run({ approve: false })}
            >
              {t('run.reject')}
            </Button>
          </>
        )}
      </div>
    </>
  );
}
