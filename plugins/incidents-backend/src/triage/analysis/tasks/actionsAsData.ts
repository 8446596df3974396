import type { JsonArray, JsonObject } from '@backstage/types';
import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';
import { hashOf } from '@ghostlight/reliability-node';

const most = 40;

/** Installed actions as a model sees them. */
export function actionsAsData(actions: ActionInfo[]): JsonArray {
  return enabled(actions).map(({ id, title, description, input }) => ({
    id,
    title: title.text,
    description: description.text.slice(0, 300),
    parameters: (input.properties ?? {}) as JsonObject,
    required: (input.required ?? []) as JsonArray,
  }));
}

/** What an answer depends on of them. */
export function hashOfActions(actions: ActionInfo[]): string {
  return hashOf(
    ...enabled(actions).map(
      ({ id, input }) => `${id} ${JSON.stringify(input)}`,
    ),
  );
}

function enabled(actions: ActionInfo[]): ActionInfo[] {
  return actions
    .filter(action => action.enabled)
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, most);
}
