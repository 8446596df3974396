import { equal } from '../equal';
import { ApiError } from '../ApiError';
import type { JsonObject, KubeObject } from '../objects';
import { builtInResource, type Resource } from '../resources';
import { manageFields } from './manageFields';
import type { Store } from './Store';
import { validate } from './validate';
import { withDefaults } from './withDefaults';

/** Who writes, and whether in earnest. */
export interface Writing {
  manager: string;
  subresource?: string;
  dryRun?: boolean;
}

/** Writes objects as the server does: defaults, validation, generation, status apart. */
export class Objects {
  private constructor(
    private readonly store: Store,
    private readonly now: () => number,
  ) {}

  static create(options: { store: Store; now(): number }): Objects {
    return new Objects(options.store, options.now);
  }

  create(resource: Resource, object: KubeObject, by: Writing): KubeObject {
    const { namespace, name } = object.metadata;
    if (resource.namespaced) this.checkNamespace(namespace);
    if (this.store.get(resource, namespace, name))
      throw ApiError.exists(resource, name);
    const { status, ...unset } = object;
    const { resourceVersion, uid, ...metadata } = object.metadata;
    const fresh = withDefaults({
      ...unset,
      metadata,
      ...(resource.status && initialStatus(resource)),
    });
    validate(resource, fresh);
    const managed = manageFields(fresh, undefined, { ...by, now: this.now() });
    return by.dryRun
      ? this.unsaved(managed)
      : this.store.create(resource, managed);
  }

  /** The new object in the place of one that is there. */
  update(resource: Resource, object: KubeObject, by: Writing): KubeObject {
    const { namespace, name } = object.metadata;
    const current = this.store.get(resource, namespace, name);
    if (!current) throw ApiError.notFound(resource, name);
    const { uid, resourceVersion } = object.metadata;
    if (uid && uid !== current.metadata.uid)
      throw ApiError.conflict(
        resource,
        name,
        `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${current.metadata.uid}`,
      );
    if (resourceVersion && resourceVersion !== current.metadata.resourceVersion)
      throw ApiError.conflict(resource, name);
    const prepared = prepare(resource, object, current, by.subresource);
    validate(resource, prepared, current);
    const managed = manageFields(prepared, current, { ...by, now: this.now() });
    return by.dryRun ? managed : this.store.update(resource, managed);
  }

  private checkNamespace(namespace: string | undefined) {
    const namespaces = builtInResource('namespaces');
    if (!this.store.get(namespaces, undefined, namespace ?? ''))
      throw ApiError.notFound(namespaces, namespace ?? '');
  }

  private unsaved(object: KubeObject): KubeObject {
    return {
      ...object,
      metadata: {
        ...object.metadata,
        uid: '00000000-0000-4000-8000-000000000000',
        creationTimestamp: new Date(this.now()).toISOString(),
        ...(object.spec && { generation: 1 }),
      },
    };
  }
}

function initialStatus({ custom, kind }: Resource): { status?: JsonObject } {
  if (custom) return {};
  return { status: kind === 'Pod' ? { phase: 'Pending' } : {} };
}

/** Only what the request may change is taken of the new object. */
function prepare(
  resource: Resource,
  object: KubeObject,
  current: KubeObject,
  subresource: string | undefined,
): KubeObject {
  if (subresource === 'status') return { ...current, status: object.status };
  const { uid, creationTimestamp, generation } = current.metadata;
  const next = withDefaults({
    ...object,
    metadata: { ...object.metadata, uid, creationTimestamp, generation },
    ...(resource.status && { status: current.status }),
  });
  if (next.status === undefined) delete next.status;
  if (next.spec && !equal(next.spec, current.spec))
    next.metadata.generation = (generation ?? 0) + 1;
  return next;
}
