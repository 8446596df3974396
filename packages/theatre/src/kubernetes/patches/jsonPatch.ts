import { equal } from '../equal';
import { ApiError } from '../ApiError';
import type { Json, JsonObject } from '../objects';

interface Operation {
  op: string;
  path: string;
  from?: string;
  value?: Json;
}

type Parent = JsonObject | Json[];

/** RFC 6902. A failed test or a missing path refuses the whole patch. */
export function jsonPatch(document: JsonObject, patch: Json): JsonObject {
  if (!Array.isArray(patch))
    throw ApiError.badRequest('error decoding patch: expected a list');
  let result: Json = structuredClone(document);
  for (const item of patch) result = apply(result, readOperation(item));
  return result as JsonObject;
}

function readOperation(item: Json): Operation {
  const { op, path, from, value } = (item ?? {}) as JsonObject;
  if (typeof op !== 'string' || typeof path !== 'string')
    throw ApiError.badRequest('error decoding patch: op and path are needed');
  return { op, path, value, ...(typeof from === 'string' && { from }) };
}

function apply(document: Json, { op, path, from, value }: Operation): Json {
  switch (op) {
    case 'test':
      if (!equal(read(document, path), value ?? null))
        throw ApiError.rejectedPatch();
      return document;
    case 'add':
      return write(document, path, value ?? null, 'add');
    case 'replace':
      read(document, path);
      return write(document, path, value ?? null, 'replace');
    case 'remove':
      return remove(document, path);
    case 'copy':
      return write(
        document,
        path,
        structuredClone(read(document, from ?? '')),
        'add',
      );
    case 'move': {
      const moved = read(document, from ?? '');
      return write(remove(document, from ?? ''), path, moved, 'add');
    }
    default:
      throw ApiError.badRequest(`error decoding patch: unexpected kind: ${op}`);
  }
}

function partsOf(path: string): string[] {
  if (path === '') return [];
  if (!path.startsWith('/')) throw ApiError.rejectedPatch();
  return path
    .slice(1)
    .split('/')
    .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function read(document: Json, path: string): Json {
  let value: Json | undefined = document;
  for (const part of partsOf(path)) {
    if (typeof value !== 'object' || value === null)
      throw ApiError.rejectedPatch();
    value = Array.isArray(value) ? value[Number(part)] : value[part];
    if (value === undefined) throw ApiError.rejectedPatch();
  }
  return value ?? null;
}

function parentOf(document: Json, path: string): [Parent, string] {
  const parts = partsOf(path);
  const last = parts.pop()!;
  const pointer = parts
    .map(part => `/${part.replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
  const parent = read(document, pointer);
  if (typeof parent !== 'object' || parent === null)
    throw ApiError.rejectedPatch();
  return [parent, last];
}

function write(
  document: Json,
  path: string,
  value: Json,
  how: 'add' | 'replace',
): Json {
  if (path === '') return value;
  const [parent, last] = parentOf(document, path);
  if (!Array.isArray(parent)) {
    parent[last] = value;
    return document;
  }
  const index = last === '-' ? parent.length : Number(last);
  if (!Number.isInteger(index) || index < 0 || index > parent.length)
    throw ApiError.rejectedPatch();
  parent.splice(index, how === 'add' ? 0 : 1, value);
  return document;
}

function remove(document: Json, path: string): Json {
  read(document, path);
  const [parent, last] = parentOf(document, path);
  if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else delete parent[last];
  return document;
}
