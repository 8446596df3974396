import type { ActionCall } from '@ghostlight/plugin-runbooks-node';

export const actionId = '0b6b4c1e-5f0d-4f6a-9a53-3f6f0e2f9d10';

/** What an action is given, with what it said. */
export function callOf(more: Partial<ActionCall> = {}) {
  const said: string[] = [];
  const call: ActionCall = {
    environment: 'production',
    requestedBy: 'user:default/ines',
    signal: new AbortController().signal,
    actionId,
    output: text => void said.push(text),
    ...more,
  };
  return Object.assign(call, { said });
}
