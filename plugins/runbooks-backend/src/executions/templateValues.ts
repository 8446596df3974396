import { parseEntityRef } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { RunInput } from './RunInput';
import type { Secrets } from './Secrets';

/** What templates of a run may name; with the values of secrets. Never to be kept. */
export function templateValues(
  input: RunInput,
  results: Record<string, JsonObject>,
  secrets: Secrets,
): JsonObject {
  const inputs = { ...input.inputs };
  for (const name of input.secrets)
    if (typeof inputs[name] === 'string')
      inputs[name] = secrets.get(inputs[name]);
  return {
    inputs,
    environment: input.environment,
    steps: results,
    ...(input.entityRef && {
      entity: { ref: input.entityRef, ...parseEntityRef(input.entityRef) },
    }),
    incident: { id: input.incidentId ?? null },
    alert: {
      name: input.alert?.name ?? null,
      labels: input.alert?.labels ?? {},
    },
  };
}
