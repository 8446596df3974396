import { ApiError } from '../ApiError';
import type { Json } from '../objects';
import { resourceOf, type Resource } from '../resources';

export type Verb =
  | 'get'
  | 'list'
  | 'watch'
  | 'create'
  | 'update'
  | 'patch'
  | 'delete';

/** A request for objects, understood. */
export interface ApiRequest {
  verb: Verb;
  resource: Resource;
  subresource?: string;
  namespace?: string;
  name?: string;
  query: URLSearchParams;
  body?: Json;
  contentType: string;
  /** Of the account that asks. */
  user: string;
  /** What calls itself the field manager. */
  manager: string;
}

type Target = Pick<
  ApiRequest,
  'verb' | 'resource' | 'subresource' | 'namespace' | 'name'
>;

/** @throws ApiError 404 and 405 */
export function readTarget(method: string, url: URL): Target {
  const parts = url.pathname.split('/').filter(Boolean).map(decodeURIComponent);
  const core = parts[0] === 'api';
  const [group, version] = core ? ['', parts[1]] : [parts[1], parts[2]];
  const rest = parts.slice(core ? 2 : 3);
  const inNamespace = rest[0] === 'namespaces' && rest.length > 2;
  const namespace = inNamespace ? rest[1] : undefined;
  const [plural, name, subresource] = inNamespace ? rest.slice(2) : rest;
  const resource = resourceOf(group, version, plural);
  if (!resource || (name && resource.namespaced && !namespace))
    throw ApiError.noSuchPath();
  if (
    subresource &&
    !(subresource === 'status' && resource.status) &&
    !(subresource === 'scale' && resource.scale) &&
    !(subresource === 'log' && method === 'GET' && plural === 'pods')
  )
    throw ApiError.noSuchPath();
  return {
    verb: verbOf(method, name, url.searchParams),
    resource,
    ...(subresource && { subresource }),
    ...(namespace && { namespace }),
    ...(name && { name }),
  };
}

function verbOf(
  method: string,
  name: string | undefined,
  query: URLSearchParams,
): Verb {
  const watches = ['1', 'true'].includes(query.get('watch') ?? '');
  switch (method) {
    case 'GET':
      if (watches) return 'watch';
      return name ? 'get' : 'list';
    case 'POST':
      if (!name) return 'create';
      break;
    case 'PUT':
      if (name) return 'update';
      break;
    case 'PATCH':
      if (name) return 'patch';
      break;
    case 'DELETE':
      if (name) return 'delete';
      break;
    default:
  }
  throw ApiError.of(
    405,
    'MethodNotAllowed',
    'the server does not allow this method on the requested resource',
  );
}
