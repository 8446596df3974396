import { InputError } from '@backstage/errors';
import type { PlannedStep, RunRequest } from './Run';

const longest = 30 * 24 * 3_600_000;
const mostSteps = 200;
const inputCap = 1_000_000;

/** @throws InputError when a run cannot be made of it */
export function checkRequest(request: RunRequest): void {
  checkName('kind', request.kind, 100);
  checkName('key', request.key, 300);
  checkName('requestedBy', request.requestedBy, 300);
  if (request.target !== undefined) checkName('target', request.target, 300);
  if (
    request.approval &&
    !(
      Number.isSafeInteger(request.approval.until) && request.approval.until > 0
    )
  )
    throw new InputError('An approval is until whole milliseconds');
  if (!request.steps.length || request.steps.length > mostSteps)
    throw new InputError(`A run has 1 to ${mostSteps} steps`);
  const ids = new Set(request.steps.map(({ id }) => id));
  if (ids.size < request.steps.length)
    throw new InputError('Steps of a run have different ids');
  request.steps.forEach(checkStep);
  if (JSON.stringify(request).length > inputCap)
    throw new InputError(`A run takes at most ${inputCap} characters of input`);
}

function checkStep({ id, type, title, timeout }: PlannedStep): void {
  checkName('id of a step', id, 100);
  checkName('type of a step', type, 100);
  checkName('title of a step', title, 300);
  if (timeout === undefined) return;
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > longest)
    throw new InputError(
      `Step '${id}' takes 1 ms to 30 days, in whole milliseconds, not ${timeout}`,
    );
}

function checkName(what: string, value: string, cap: number): void {
  if (!value || value.length > cap || value.includes('\u0000'))
    throw new InputError(`The ${what} has 1 to ${cap} characters and no NUL`);
}
