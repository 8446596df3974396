import { InputError } from '@backstage/errors';
import type { PlannedStep, RunRequest } from './Run';

const longest = 30 * 24 * 3_600_000;
const mostSteps = 200;
const mostAttempts = 10;
const longestBackoff = 24 * 3_600_000;
const mostChoices = 50;
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
  checkConditions(request.steps);
  if (JSON.stringify(request).length > inputCap)
    throw new InputError(`A run takes at most ${inputCap} characters of input`);
}

function checkStep(step: PlannedStep): void {
  const { id, type, title, timeout, parallel } = step;
  checkName('id of a step', id, 100);
  checkName('type of a step', type, 100);
  checkName('title of a step', title, 300);
  if (parallel !== undefined) checkName('group of a step', parallel, 100);
  checkRetry(step);
  if (timeout === undefined) return;
  if (!Number.isInteger(timeout) || timeout < 1 || timeout > longest)
    throw new InputError(
      `Step '${id}' takes 1 ms to 30 days, in whole milliseconds, not ${timeout}`,
    );
}

function checkRetry({ id, retry }: PlannedStep): void {
  if (!retry) return;
  const { attempts, backoffMs, factor = 1 } = retry;
  if (
    !Number.isInteger(attempts) ||
    !(attempts >= 1 && attempts <= mostAttempts) ||
    !Number.isInteger(backoffMs) ||
    !(backoffMs >= 0 && backoffMs <= longestBackoff) ||
    !(factor >= 1 && factor <= 10)
  )
    throw new InputError(
      `Step '${id}' is tried 1 to ${mostAttempts} times, after 0 ms to a day that grow by 1 to 10`,
    );
}

/** A condition asks for what is known by then. */
function checkConditions(steps: PlannedStep[]): void {
  /** Steps that are over when the group of the one at hand begins. */
  const over = new Set<string>();
  let group: PlannedStep[] = [];
  for (const step of steps) {
    const { id, parallel, when } = step;
    if (parallel === undefined || parallel !== group[0]?.parallel) {
      group.forEach(one => over.add(one.id));
      group = [];
    }
    group.push(step);
    if (!when) continue;
    if (!over.has(when.step))
      throw new InputError(
        `Step '${id}' can only depend on one that is over by then, not on '${when.step}'`,
      );
    if (!when.in.length || when.in.length > mostChoices)
      throw new InputError(
        `Step '${id}' depends on 1 to ${mostChoices} choices`,
      );
    when.in.forEach(choice => checkName(`choice of '${id}'`, choice, 300));
  }
}

export function checkName(what: string, value: string, cap: number): void {
  if (!value || value.length > cap || value.includes('\u0000'))
    throw new InputError(`The ${what} has 1 to ${cap} characters and no NUL`);
}
