import type { JsonObject, JsonValue } from '@backstage/types';
import { z } from 'zod';
import { hideSecrets } from './hideSecrets';

/** An object that a revision asks for. */
export interface Manifest {
  /** `Deployment shop/payments`. */
  title: string;
  /** With secrets hidden. */
  object: JsonObject;
  /** Of its containers; empty for hooks. */
  images: string[];
  isHook: boolean;
  annotations: Record<string, string>;
}

const answerSchema = z.object({ manifests: z.array(z.string()).nullish() });

const most = 500;

/** @throws ZodError when it is no answer of the manifests endpoint */
export function readManifests(answer: unknown): Manifest[] {
  const { manifests } = answerSchema.parse(answer);
  return (manifests ?? []).slice(0, most).flatMap(text => {
    try {
      const object = JSON.parse(text);
      return isObject(object) ? [manifestOf(object)] : [];
    } catch {
      return [];
    }
  });
}

function manifestOf(object: JsonObject): Manifest {
  const metadata = isObject(object.metadata) ? object.metadata : {};
  const annotations = textsOf(metadata.annotations);
  const isHook =
    'argocd.argoproj.io/hook' in annotations || 'helm.sh/hook' in annotations;
  const place = [metadata.namespace, metadata.name].filter(Boolean).join('/');
  return {
    title: `${object.kind} ${place}`,
    object: hideSecrets(object),
    images: isHook
      ? []
      : containersOf(object).flatMap(({ image }) =>
          typeof image === 'string' ? image : [],
        ),
    isHook,
    annotations: {
      ...annotations,
      ...textsOf(
        valueAt(object, ['spec', 'template', 'metadata', 'annotations']),
      ),
    },
  };
}

/** Containers of a workload of whatever kind. */
export function containersOf(object: JsonObject): JsonObject[] {
  const templates = [
    ['spec', 'template', 'spec'],
    ['spec', 'jobTemplate', 'spec', 'template', 'spec'],
    ['spec'],
  ];
  for (const path of templates) {
    const containers = valueAt(object, [...path, 'containers']);
    if (Array.isArray(containers)) return containers.filter(isObject);
  }
  return [];
}

export function valueAt(
  object: JsonValue | undefined,
  path: string[],
): JsonValue | undefined {
  return path.reduce<JsonValue | undefined>(
    (value, name) => (isObject(value) ? value[name] : undefined),
    object,
  );
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textsOf(value: JsonValue | undefined): Record<string, string> {
  return Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  );
}
