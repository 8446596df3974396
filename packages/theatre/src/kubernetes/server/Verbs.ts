import { ApiError } from '../ApiError';
import { asObject, type JsonObject, type KubeObject } from '../objects';
import { apiVersionOf, resourceOfKind } from '../resources';
import type { Objects } from '../storage/Objects';
import { matcherOf } from '../storage/selectors';
import type { Store } from '../storage/Store';
import { patchObject } from './patchObject';
import type { ApiRequest } from './readRequest';

/** What is answered to a request that ends. */
export interface ApiAnswer {
  code: number;
  body: JsonObject;
}

/** Does what a request asks, but for watching. */
export class Verbs {
  private constructor(
    private readonly store: Store,
    private readonly objects: Objects,
  ) {}

  static create(options: { store: Store; objects: Objects }): Verbs {
    return new Verbs(options.store, options.objects);
  }

  answer(request: ApiRequest): ApiAnswer {
    switch (request.verb) {
      case 'list':
        return { code: 200, body: this.list(request) };
      case 'create':
        return { code: 201, body: this.create(request) };
      case 'update':
        return { code: 200, body: this.write(request, readObject(request)) };
      case 'patch':
        return { code: 200, body: this.patch(request) };
      case 'delete':
        return { code: 200, body: this.delete(request) };
      default:
        return { code: 200, body: scaled(request, this.current(request)) };
    }
  }

  private current({ resource, namespace, name }: ApiRequest): KubeObject {
    const found = this.store.get(resource, namespace, name!);
    if (!found) throw ApiError.notFound(resource, name!);
    return found;
  }

  private list({ resource, namespace, query }: ApiRequest): JsonObject {
    const matches = matcherOf(query);
    const { version, start } = readContinue(query.get('continue'), this.store);
    const limit = Number(query.get('limit') ?? 0);
    const all = this.store
      .list(resource, namespace)
      .filter(matches)
      .filter(object => !start || keyOf(object) > start);
    const items = limit ? all.slice(0, limit) : all;
    const left = all.length - items.length;
    return {
      kind: `${resource.kind}List`,
      apiVersion: apiVersionOf(resource),
      metadata: {
        resourceVersion: String(version),
        ...(left && {
          continue: Buffer.from(
            JSON.stringify({ version, start: keyOf(items[items.length - 1]) }),
          ).toString('base64url'),
          remainingItemCount: left,
        }),
      },
      items,
    };
  }

  private create(request: ApiRequest): KubeObject {
    const object = readObject(request);
    return this.objects.create(request.resource, object, writing(request));
  }

  private write(request: ApiRequest, object: KubeObject): KubeObject {
    return this.objects.update(request.resource, object, writing(request));
  }

  private patch(request: ApiRequest): JsonObject {
    const current = this.current(request);
    if (request.subresource === 'scale') {
      const spec = asObject(
        patchObject(scaled(request, current), request).spec,
      );
      const object = {
        ...current,
        spec: { ...current.spec, replicas: spec.replicas ?? 0 },
      };
      const { subresource, ...main } = request;
      return scaled(request, this.write(main, object));
    }
    const patched = patchObject(current, request);
    if (patched.metadata.name !== current.metadata.name)
      throw ApiError.badRequest(
        `the name of the object (${patched.metadata.name}) does not match the name on the URL (${current.metadata.name})`,
      );
    return this.write(request, patched);
  }

  private delete(request: ApiRequest): JsonObject {
    const { resource, namespace, name } = request;
    const current = this.current(request);
    const { preconditions, propagationPolicy } = asObject(request.body);
    const { uid, resourceVersion } = asObject(preconditions);
    for (const [label, field, wanted] of [
      ['UID', 'uid', uid],
      ['ResourceVersion', 'resourceVersion', resourceVersion],
    ] as const) {
      if (wanted && wanted !== current.metadata[field])
        throw ApiError.conflict(
          resource,
          name!,
          `Precondition failed: ${label} in precondition: ${wanted}, ${label} in object meta: ${current.metadata[field]}`,
        );
    }
    if (!isDryRun(request)) {
      this.store.remove(resource, namespace, name!);
      if (propagationPolicy === 'Orphan') this.orphan(current);
    }
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: {},
      status: 'Success',
      details: {
        name: name!,
        ...(resource.group && { group: resource.group }),
        kind: resource.plural,
        uid: current.metadata.uid,
      },
    };
  }

  private orphan(owner: KubeObject) {
    const sets = resourceOfKind('apps/v1', 'ReplicaSet')!;
    for (const object of this.store.list(sets, owner.metadata.namespace)) {
      const { ownerReferences = [], ...metadata } = object.metadata;
      const left = ownerReferences.filter(
        ({ uid }) => uid !== owner.metadata.uid,
      );
      if (left.length === ownerReferences.length) continue;
      this.store.update(sets, {
        ...object,
        metadata: {
          ...metadata,
          ...(left.length && { ownerReferences: left }),
        },
      });
    }
  }
}

function keyOf({ metadata }: KubeObject) {
  return `${metadata.namespace ?? ''}/${metadata.name}`;
}

function readContinue(token: string | null, store: Store) {
  if (!token) return { version: store.version, start: undefined };
  try {
    const { version, start } = JSON.parse(
      Buffer.from(token, 'base64url').toString(),
    );
    if (version >= store.oldest)
      return { version: Number(version), start: String(start) };
  } catch {
    throw ApiError.badRequest('continue key is not valid');
  }
  throw ApiError.expired(
    'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter.',
  );
}

function isDryRun({ query }: ApiRequest): boolean {
  const wanted = query.getAll('dryRun');
  if (wanted.some(value => value !== 'All'))
    throw ApiError.badRequest(
      `dryRun: Unsupported value: "${wanted.join()}": supported values: "All"`,
    );
  return wanted.length > 0;
}

function writing(request: ApiRequest) {
  const { manager, subresource } = request;
  return {
    manager,
    ...(subresource && { subresource }),
    dryRun: isDryRun(request),
  };
}

function readObject({ body, resource, namespace, name }: ApiRequest) {
  const object = asObject(body) as KubeObject;
  const { kind, apiVersion } = object;
  if (kind !== resource.kind || apiVersion !== apiVersionOf(resource))
    throw ApiError.badRequest(
      `the object provided is unrecognized: expected ${apiVersionOf(
        resource,
      )}, Kind=${resource.kind}`,
    );
  const given = object.metadata?.name;
  if (name && given !== name)
    throw ApiError.badRequest(
      `the name of the object (${given}) does not match the name on the URL (${name})`,
    );
  const { generateName } = asObject(object.metadata);
  const suffix = Math.random().toString(36).slice(2, 7);
  return {
    ...object,
    metadata: {
      ...object.metadata,
      ...(namespace && { namespace }),
      ...(!given && generateName && { name: `${generateName}${suffix}` }),
    },
  };
}

function scaled({ subresource }: ApiRequest, object: KubeObject): KubeObject {
  if (subresource !== 'scale') return object;
  const { name, namespace, uid, resourceVersion, creationTimestamp } =
    object.metadata;
  return {
    kind: 'Scale',
    apiVersion: 'autoscaling/v1',
    metadata: { name, namespace, uid, resourceVersion, creationTimestamp },
    spec: { replicas: object.spec?.replicas ?? 0 },
    status: { replicas: object.status?.replicas ?? 0 },
  };
}
