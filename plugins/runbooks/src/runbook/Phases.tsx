import type { Phase, Step } from '@ghostlight/plugin-runbooks-common';
import {
  Duration,
  Panel,
  ToneWord,
  uiClasses,
} from '@ghostlight/reliability-react';
import { Markdown } from '../markdown/Markdown';
import { useRunbooksText } from '../translation';
import { Actors, valueText } from '../words';
import { VerificationText } from './VerificationText';
import classes from './runbook.module.css';

/** What is done, in order: phases with steps, numbered through. */
export function Phases({ phases }: { phases: Phase[] }) {
  const t = useRunbooksText();
  const first = phases.map((_, index) =>
    phases.slice(0, index).reduce((sum, { steps }) => sum + steps.length, 1),
  );
  if (phases.every(({ steps }) => steps.length === 0)) {
    return (
      <Panel title={t('runbook.steps')}>
        <p className={uiClasses.plain}>{t('runbook.noSteps')}</p>
      </Panel>
    );
  }
  return (
    <>
      {phases.map((phase, index) => (
        <Panel key={phase.id} title={phase.title}>
          <ol className={classes.steps} start={first[index]}>
            {phase.steps.map((step, position) => (
              <StepText
                key={step.id}
                step={step}
                number={String(first[index] + position)}
                find={id => stepIn(phases, id)}
              />
            ))}
          </ol>
        </Panel>
      ))}
    </>
  );
}

function stepIn(phases: Phase[], id: string): Step | undefined {
  return phases
    .flatMap(({ steps }) =>
      steps.flatMap(step => [step, ...(step.steps ?? [])]),
    )
    .find(step => step.id === id);
}

function StepText(props: {
  step: Step;
  number: string;
  /** Another step of the runbook. */
  find(id: string): Step | undefined;
}) {
  const t = useRunbooksText();
  const { step, number, find } = props;
  const asked = step.when && find(step.when.step);
  const { kind, text, checklist = [], choices = [], when, retry } = step;
  return (
    <li className={classes.step}>
      <span className={classes.number}>{number}</span>
      <div className={classes.stepText}>
        <div className={uiClasses.row}>
          <strong>{step.title}</strong>
          <span className={uiClasses.muted}>
            {t(`stepKind.${kind}`)} · {t('runbook.atMost')}{' '}
            <Duration seconds={step.timeoutSeconds} />
            {retry &&
              retry.attempts > 1 &&
              ` · ${t('runbook.attempts', { count: retry.attempts })}`}
            {step.continueOnFailure && ` · ${t('runbook.goesOn')}`}
          </span>
        </div>
        {when && (
          <p className={uiClasses.muted}>
            {t('runbook.onlyWhen', {
              step: asked?.title ?? when.step,
              choices: when.in
                .map(id => asked?.choices?.find(each => each.id === id))
                .map((choice, index) => choice?.title ?? when.in[index])
                .join(', '),
            })}
          </p>
        )}
        {text && <Markdown text={text} />}
        {kind === 'action' && <ActionLine step={step} />}
        {kind === 'wait' && step.seconds !== undefined && (
          <p className={uiClasses.plain}>
            {t('runbook.waits')} <Duration seconds={step.seconds} />
          </p>
        )}
        {checklist.length > 0 && (
          <ul className={uiClasses.bullets}>
            {checklist.map((item, index) => (
              <li key={`${index} ${item}`}>{item}</li>
            ))}
          </ul>
        )}
        {choices.length > 0 && (
          <ul className={uiClasses.bullets}>
            {choices.map(choice => (
              <li key={choice.id}>{choice.title}</li>
            ))}
          </ul>
        )}
        {kind === 'approval' && (
          <p className={uiClasses.plain}>
            {t('runbook.approvedBy')}{' '}
            {step.approvers?.length ? (
              <Actors names={step.approvers} />
            ) : (
              t('runbook.owners')
            )}
          </p>
        )}
        {step.verification && (
          <VerificationText verification={step.verification} />
        )}
        {step.steps && step.steps.length > 0 && (
          <ol className={classes.steps}>
            {step.steps.map((each, index) => (
              <StepText
                key={each.id}
                step={each}
                number={`${number}.${index + 1}`}
                find={find}
              />
            ))}
          </ol>
        )}
      </div>
    </li>
  );
}

function ActionLine({ step }: { step: Step }) {
  const t = useRunbooksText();
  const { action, installed, reversible, input = {} } = step;
  return (
    <>
      <div className={uiClasses.row}>
        <code>{action}</code>
        {installed === false && (
          <ToneWord tone="negative" word={t('runbook.notInstalled')} />
        )}
        {reversible !== undefined && (
          <ToneWord
            tone={reversible ? 'positive' : 'warning'}
            word={t(reversible ? 'plan.reversible' : 'plan.irreversible')}
          />
        )}
      </div>
      <Values values={input} />
    </>
  );
}

/** Names and values, one a line. */
export function Values({ values }: { values: { [key: string]: unknown } }) {
  const pairs = Object.entries(values);
  if (pairs.length === 0) return null;
  return (
    <dl className={classes.values}>
      {pairs.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            <code>{valueText(value)}</code>
          </dd>
        </div>
      ))}
    </dl>
  );
}
