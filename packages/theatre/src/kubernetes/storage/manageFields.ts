import { equal } from '../equal';
import {
  asObject,
  timestamp,
  type Json,
  type JsonObject,
  type KubeObject,
  type ManagedFields,
} from '../objects';

/** Fields that are told apart, coarser than the real server does. */
const watched: string[][] = [
  ['metadata', 'annotations'],
  ['metadata', 'labels'],
  ['spec', 'template'],
  ['spec', 'replicas'],
  ['spec', 'paused'],
  ['spec', 'strategy'],
  ['spec', 'http'],
  ['spec', 'rules'],
  ['spec', 'selector'],
  ['spec', 'unschedulable'],
  ['spec', 'minReplicas'],
  ['spec', 'maxReplicas'],
  ['spec', 'trafficPolicy'],
  ['data'],
  ['status'],
];

/** Says who changed what last, as `metadata.managedFields`. */
export function manageFields(
  object: KubeObject,
  previous: KubeObject | undefined,
  by: { manager: string; subresource?: string; now: number },
): KubeObject {
  const changed = watched.filter(
    path => !equal(at(object, path), at(previous, path)),
  );
  if (!changed.length) return object;
  const known = (previous?.metadata.managedFields ?? [])
    .map(entry => ({
      ...entry,
      fieldsV1: without(entry.fieldsV1, changed),
    }))
    .filter(({ fieldsV1 }) => Object.keys(fieldsV1).length);
  const own = known.find(
    entry =>
      entry.manager === by.manager && entry.subresource === by.subresource,
  );
  const entry: ManagedFields = {
    manager: by.manager,
    operation: 'Update',
    apiVersion: object.apiVersion,
    time: timestamp(by.now),
    fieldsType: 'FieldsV1',
    fieldsV1: withFields(own?.fieldsV1 ?? {}, changed),
    ...(by.subresource && { subresource: by.subresource }),
  };
  return {
    ...object,
    metadata: {
      ...object.metadata,
      managedFields: [...known.filter(other => other !== own), entry],
    },
  };
}

function at(object: KubeObject | undefined, path: string[]) {
  let value: Json | undefined = object;
  for (const part of path) value = asObject(value)[part];
  return value;
}

function withFields(fields: JsonObject, paths: string[][]): JsonObject {
  const result = structuredClone(fields);
  for (const [first, second] of paths) {
    const outer = asObject(result[`f:${first}`]);
    if (second) outer[`f:${second}`] = {};
    result[`f:${first}`] = outer;
  }
  return result;
}

function without(fields: JsonObject, paths: string[][]): JsonObject {
  const result = structuredClone(fields);
  for (const [first, second] of paths) {
    const outer = asObject(result[`f:${first}`]);
    if (second) delete outer[`f:${second}`];
    if (!second || !Object.keys(outer).length) delete result[`f:${first}`];
  }
  return result;
}
