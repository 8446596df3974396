import { randomUUID } from 'node:crypto';
import { equal } from '../equal';
import { ApiError } from '../ApiError';
import { timestamp, type KubeObject } from '../objects';
import { qualified, type Resource } from '../resources';

/** Something that happened to an object, in the order of its resource versions. */
export interface StoreEvent {
  type: 'ADDED' | 'MODIFIED' | 'DELETED';
  version: number;
  resource: Resource;
  object: KubeObject;
  previous?: KubeObject;
}

/** All objects, and what happened to them lately. */
export class Store {
  private readonly objects = new Map<string, Map<string, KubeObject>>();
  private readonly listeners = new Set<(event: StoreEvent) => void>();
  private events: StoreEvent[] = [];
  private last = 100;
  /** Events up to this version are forgotten. */
  private forgotten = 100;

  private constructor(
    private readonly options: { window: number; now(): number },
  ) {}

  /** `window` is how many events can be watched again. */
  static create(options: { window: number; now(): number }): Store {
    return new Store(options);
  }

  get version() {
    return this.last;
  }

  get oldest() {
    return this.forgotten;
  }

  get(resource: Resource, namespace: string | undefined, name: string) {
    const found = this.of(resource).get(keyOf(namespace, name));
    return found && structuredClone(found);
  }

  /** In the order of namespace and name. */
  list(resource: Resource, namespace?: string): KubeObject[] {
    return [...this.of(resource).entries()]
      .filter(([, { metadata }]) =>
        namespace ? metadata.namespace === namespace : true,
      )
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([, object]) => structuredClone(object));
  }

  create(resource: Resource, object: KubeObject): KubeObject {
    const { namespace, name } = object.metadata;
    const key = keyOf(namespace, name);
    if (this.of(resource).has(key)) throw ApiError.exists(resource, name);
    const created = structuredClone(object);
    created.metadata.uid ??= randomUUID();
    created.metadata.creationTimestamp ??= timestamp(this.options.now());
    if (created.spec) created.metadata.generation ??= 1;
    return this.put('ADDED', resource, created);
  }

  /** Takes the object as it is. What changes nothing gets no new version. */
  update(resource: Resource, object: KubeObject): KubeObject {
    const { namespace, name } = object.metadata;
    const previous = this.of(resource).get(keyOf(namespace, name));
    if (!previous) throw ApiError.notFound(resource, name);
    const same = structuredClone(object);
    same.metadata.resourceVersion = previous.metadata.resourceVersion;
    if (equal(same, previous)) return same;
    return this.put('MODIFIED', resource, same, previous);
  }

  remove(
    resource: Resource,
    namespace: string | undefined,
    name: string,
  ): KubeObject | undefined {
    const key = keyOf(namespace, name);
    const previous = this.of(resource).get(key);
    if (!previous) return undefined;
    return this.put('DELETED', resource, structuredClone(previous), previous);
  }

  /** What happened after a version, or undefined when that is forgotten. */
  since(version: number): StoreEvent[] | undefined {
    if (version < this.forgotten) return undefined;
    return this.events.filter(event => event.version > version);
  }

  /** As if a compaction had come. */
  forget() {
    this.events = [];
    this.forgotten = this.last;
  }

  onEvent(listener: (event: StoreEvent) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  private put(
    type: StoreEvent['type'],
    resource: Resource,
    object: KubeObject,
    previous?: KubeObject,
  ): KubeObject {
    this.last += 1;
    object.metadata.resourceVersion = String(this.last);
    const { namespace, name } = object.metadata;
    const key = keyOf(namespace, name);
    if (type === 'DELETED') this.of(resource).delete(key);
    else this.of(resource).set(key, object);
    const event = { type, version: this.last, resource, object, previous };
    this.events.push(event);
    while (this.events.length > this.options.window)
      this.forgotten = this.events.shift()!.version;
    for (const listener of [...this.listeners]) listener(event);
    return structuredClone(object);
  }

  private of(resource: Resource) {
    const key = qualified(resource);
    const known = this.objects.get(key);
    if (known) return known;
    const fresh = new Map<string, KubeObject>();
    this.objects.set(key, fresh);
    return fresh;
  }
}

function keyOf(namespace: string | undefined, name: string) {
  return `${namespace ?? ''}/${name}`;
}
