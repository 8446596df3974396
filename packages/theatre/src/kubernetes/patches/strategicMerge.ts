import { asObject, type Json, type JsonObject } from '../objects';

/** What tells the items of a list apart; lists that are not here are replaced. */
const mergeKeys: Record<string, string> = {
  containers: 'name',
  initContainers: 'name',
  env: 'name',
  volumes: 'name',
  volumeMounts: 'mountPath',
  ports: 'containerPort',
  conditions: 'type',
  ownerReferences: 'uid',
};

/** The strategic merge of built-in kinds, as far as lists of containers, variables and the like go. */
export function strategicMerge(
  document: JsonObject,
  patch: JsonObject,
): JsonObject {
  if (patch.$patch === 'replace') {
    const { $patch, ...rest } = patch;
    return rest;
  }
  const result: JsonObject = { ...document };
  for (const [field, value] of Object.entries(patch)) {
    if (field.startsWith('$')) continue;
    if (value === null) delete result[field];
    else if (Array.isArray(value))
      result[field] = mergeList(result[field], value, mergeKeys[field]);
    else if (typeof value === 'object')
      result[field] = strategicMerge(asObject(result[field]), value);
    else result[field] = value;
  }
  return result;
}

function mergeList(
  known: Json | undefined,
  patch: Json[],
  key: string | undefined,
): Json[] {
  if (!key || !Array.isArray(known))
    return patch.filter(item => asObject(item).$patch !== 'delete');
  const result = [...known];
  for (const item of patch) {
    const fields = asObject(item);
    const index = result.findIndex(
      candidate => asObject(candidate)[key] === fields[key],
    );
    if (fields.$patch === 'delete') {
      if (index >= 0) result.splice(index, 1);
    } else if (index >= 0) {
      result[index] = strategicMerge(asObject(result[index]), fields);
    } else {
      result.push(item);
    }
  }
  return result;
}
