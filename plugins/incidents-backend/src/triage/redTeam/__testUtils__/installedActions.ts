import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';

const named = (
  id: string,
  text: string,
  properties: Record<string, object>,
  enabled = true,
): ActionInfo => ({
  id,
  enabled,
  title: { code: `action.${id}`, text },
  description: { code: `action.${id}`, text },
  input: {
    type: 'object',
    properties,
    additionalProperties: false,
  },
  reads: [],
  changes: [],
  reversible: true,
  dryRun: true,
});

/** What a portal may do, of which one is switched off. */
export const installedActions: ActionInfo[] = [
  named('kubernetes:restart-rollout', 'Restart the pods one after another', {
    name: { type: 'string' },
  }),
  named('kubernetes:scale', 'Set how many pods there are', {
    replicas: { type: 'integer', minimum: 1 },
  }),
  named(
    'secrets:rotate',
    'Make a new secret',
    { secret: { type: 'string' } },
    false,
  ),
];
