import type { ActionInfo } from '@ghostlight/plugin-runbooks-common';

const named = (
  id: string,
  properties: Record<string, object>,
  enabled = true,
): ActionInfo => ({
  id,
  enabled,
  title: { code: `action.${id}`, text: id },
  description: { code: `action.${id}`, text: id },
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
  named('kubernetes:restart-rollout', { name: { type: 'string' } }),
  named('kubernetes:scale', { replicas: { type: 'integer', minimum: 1 } }),
  named('secrets:rotate', { secret: { type: 'string' } }, false),
];
