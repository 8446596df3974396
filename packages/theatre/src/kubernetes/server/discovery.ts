import { ApiError } from '../ApiError';
import type { JsonObject } from '../objects';
import { apiVersionOf, resources } from '../resources';

const verbs = ['create', 'delete', 'get', 'list', 'patch', 'update', 'watch'];

/** What the server has, for clients that ask first. Undefined when the path asks for something else. */
export function discovery(
  path: string,
  absent: string[] = [],
): JsonObject | undefined {
  switch (path) {
    case '/version':
      return {
        major: '1',
        minor: '34',
        gitVersion: 'v1.34.0',
        platform: 'linux/amd64',
      };
    case '/api':
      return { kind: 'APIVersions', versions: ['v1'] };
    case '/apis':
      return { kind: 'APIGroupList', apiVersion: 'v1', groups: groups(absent) };
    default:
  }
  const [, core, group, version] =
    /^\/(?:api\/(v1)|apis\/([^/]+)\/([^/]+))$/.exec(path) ?? [];
  if (!core && !group) return undefined;
  const groupVersion = core ?? `${group}/${version}`;
  if (groupVersion === 'authorization.k8s.io/v1') return list(groupVersion, []);
  const known = resources.filter(
    resource => apiVersionOf(resource) === groupVersion,
  );
  if (!known.length) throw ApiError.noSuchPath();
  return list(
    groupVersion,
    known.flatMap(({ plural, kind, namespaced, status, shortNames, scale }) => [
      {
        name: plural,
        singularName: kind.toLowerCase(),
        namespaced,
        kind,
        verbs,
        ...(shortNames && { shortNames }),
      },
      ...(status
        ? [subresource(`${plural}/status`, namespaced, { kind })]
        : []),
      ...(scale
        ? [
            subresource(`${plural}/scale`, namespaced, {
              group: 'autoscaling',
              version: 'v1',
              kind: 'Scale',
            }),
          ]
        : []),
    ]),
  );
}

function list(groupVersion: string, items: JsonObject[]): JsonObject {
  return {
    kind: 'APIResourceList',
    apiVersion: 'v1',
    groupVersion,
    resources: items,
  };
}

function subresource(
  name: string,
  namespaced: boolean,
  more: JsonObject,
): JsonObject {
  return {
    name,
    singularName: '',
    namespaced,
    verbs: ['get', 'patch', 'update'],
    ...more,
  };
}

function groups(absent: string[]): JsonObject[] {
  const versions = new Map<string, Set<string>>();
  for (const { group, version } of resources)
    if (group && !absent.includes(group))
      versions.set(group, (versions.get(group) ?? new Set()).add(version));
  return [...versions].map(([name, known]) => {
    const all = [...known].map(version => ({
      groupVersion: `${name}/${version}`,
      version,
    }));
    return { name, versions: all, preferredVersion: all[0] };
  });
}
