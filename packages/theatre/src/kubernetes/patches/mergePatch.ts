import { asObject, type Json, type JsonObject } from '../objects';

/** RFC 7386: null removes, lists are replaced. */
export function mergePatch(
  document: JsonObject,
  patch: JsonObject,
): JsonObject {
  return merge(document, patch) as JsonObject;
}

function merge(document: Json | undefined, patch: Json | undefined): Json {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch))
    return patch ?? null;
  const result: JsonObject = { ...asObject(document) };
  for (const [field, value] of Object.entries(patch)) {
    if (value === null) delete result[field];
    else if (value !== undefined) result[field] = merge(result[field], value);
  }
  return result;
}
