import type { Application, Operation } from '../argo/Application';

/** Written with every change that is made here: an annotation, or an entry of an operation's `info`. */
export const actionId = 'ghostlight.dev/action-id';
/** The policy that was taken off, as JSON, for whoever turns it on again. */
export const pausedPolicy = 'ghostlight.dev/paused-auto-sync';
/** On an application or its objects: what will not come back, such as `migration 0042`. */
export const oneWay = 'ghostlight.dev/one-way';

/** The action that an operation belongs to. */
export function actionOf(
  operation: Operation | null | undefined,
): string | undefined {
  return operation?.info?.find(({ name }) => name === actionId)?.value;
}

/** Who began an operation, for people. */
export function initiatorOf(initiated: Operation['initiatedBy']): string {
  if (initiated?.automated) return 'auto-sync';
  return initiated?.username || 'somebody';
}

/** The operation that goes on, whether it has been begun or only asked for. */
export function runningOperation({
  operation,
  status,
}: Application): Operation | undefined {
  const { operationState } = status;
  if (operation) return operation;
  return ['Running', 'Terminating'].includes(operationState?.phase ?? '')
    ? operationState?.operation
    : undefined;
}
