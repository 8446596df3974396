import { InputError } from '@backstage/errors';
import type {
  AnswerRequest,
  ExecutionDetail,
} from '@ghostlight/plugin-runbooks-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';
import { onOneLine } from '../../formatFinding';
import { askRunbooks } from '../../portal';
import { readRun } from './follow';

export interface AnswerOptions {
  url: string;
  done?: boolean;
  notDone?: boolean;
  choice?: string;
  approve?: boolean;
  reject?: boolean;
  /** Numbers of the checklist from 1 with commas, or `all`. */
  checked?: string;
  notes?: string;
  json?: boolean;
}

/** Answers a step that waits for somebody; without a step, the run that waits for its approval. */
export async function answerRun(
  id: string,
  stepId: string | undefined,
  options: AnswerOptions,
): Promise<ExitStatus> {
  const run = stepId
    ? await answerStep(id, stepId, options)
    : await decide(id, options);
  if (options.json) process.stdout.write(`${JSON.stringify(run, null, 2)}\n`);
  else
    process.stdout.write(
      `${onOneLine(`${id}  ${run.state}: ${run.said.text}`)}\n`,
    );
  return ExitCode.ok;
}

function decide(id: string, options: AnswerOptions): Promise<ExecutionDetail> {
  const { approve, reject, notes } = options;
  if (Boolean(approve) === Boolean(reject))
    throw new InputError(
      'Give --approve or --reject; to answer a step, its id after the run’s.',
    );
  return askRunbooks(options.url, client =>
    client.request('post', '/v1/executions/{id}/decision', {
      params: { path: { id } },
      body: {
        approve: approve === true,
        ...(notes !== undefined && { comment: notes }),
      },
    }),
  );
}

async function answerStep(
  id: string,
  stepId: string,
  options: AnswerOptions,
): Promise<ExecutionDetail> {
  const { url, notes } = options;
  const answer = answerOf(options);
  const checked =
    options.checked === undefined
      ? undefined
      : await readChecked(options.checked, url, id, stepId);
  return askRunbooks(url, client =>
    client.request('post', '/v1/executions/{id}/answers', {
      params: { path: { id } },
      body: {
        stepId,
        ...answer,
        ...(checked && { checked }),
        ...(notes !== undefined && { notes }),
      },
    }),
  );
}

function answerOf(options: AnswerOptions): Omit<AnswerRequest, 'stepId'> {
  const answers: Omit<AnswerRequest, 'stepId'>[] = [
    ...(options.done ? [{ done: true }] : []),
    ...(options.notDone ? [{ done: false }] : []),
    ...(options.approve ? [{ approve: true }] : []),
    ...(options.reject ? [{ approve: false }] : []),
    ...(options.choice === undefined ? [] : [{ choice: options.choice }]),
  ];
  if (answers.length !== 1)
    throw new InputError(
      'Give one of --done, --not-done, --choice, --approve and --reject.',
    );
  return answers[0];
}

/** @returns places from 0, as the portal counts */
async function readChecked(
  text: string,
  url: string,
  id: string,
  stepId: string,
): Promise<number[]> {
  if (text !== 'all') {
    const numbers = text.split(',').map(Number);
    if (!numbers.every(n => Number.isInteger(n) && n > 0))
      throw new InputError('--checked: write numbers such as 1,3, or all.');
    return numbers.map(n => n - 1);
  }
  const { runSteps } = await readRun(url, id);
  const step = runSteps.find(one => one.id === stepId);
  return (step?.asks?.checklist ?? []).map((_item, index) => index);
}
