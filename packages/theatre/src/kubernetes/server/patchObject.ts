import { ApiError } from '../ApiError';
import { asObject, type KubeObject } from '../objects';
import { jsonPatch } from '../patches/jsonPatch';
import { mergePatch } from '../patches/mergePatch';
import { strategicMerge } from '../patches/strategicMerge';
import type { ApiRequest } from './readRequest';

const json = 'application/json-patch+json';
const merge = 'application/merge-patch+json';
const strategic = 'application/strategic-merge-patch+json';

/** The object as a patch would have it. */
export function patchObject(
  current: KubeObject,
  { resource, contentType, body }: ApiRequest,
): KubeObject {
  if (body === undefined) throw ApiError.badRequest('the patch is empty');
  switch (contentType) {
    case json:
      return jsonPatch(current, body) as KubeObject;
    case merge:
      return mergePatch(current, asObject(body)) as KubeObject;
    case strategic:
      if (!resource.custom)
        return strategicMerge(current, asObject(body)) as KubeObject;
      break;
    default:
  }
  throw ApiError.unsupportedPatch(
    resource.custom ? [json, merge] : [json, merge, strategic],
  );
}
