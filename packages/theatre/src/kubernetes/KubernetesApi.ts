import type { ServerResponse } from 'node:http';
import { ApiError } from './ApiError';
import { collectGarbage } from './controllers/collectGarbage';
import { DeploymentController } from './controllers/DeploymentController';
import { Endpoints, type ServiceEndpoints } from './controllers/Endpoints';
import {
  ReplicaSetController,
  type PodFacts,
} from './controllers/ReplicaSetController';
import {
  Rollouts,
  type RolledOut,
  type RunningImages,
} from './controllers/Rollouts';
import type { KubeObject } from './objects';
import {
  apiVersionOf,
  builtInResource,
  resourceOfKind,
  resources,
} from './resources';
import { Access, type Account } from './server/Access';
import { ApiServer } from './server/ApiServer';
import { Faults } from './server/Faults';
import { PodLogs, type PodLogLine } from './server/PodLogs';
import type { ApiRequest } from './server/readRequest';
import { Verbs } from './server/Verbs';
import { Objects } from './storage/Objects';
import { Store, type StoreEvent } from './storage/Store';

/** What a {@link KubernetesApi} is started with. */
export interface KubernetesApiOptions {
  /** 0 lets the system choose, which is the default. */
  port?: number;
  /** Who may do what, by bearer token. */
  tokens: Record<string, Account>;
  /** Whether a pod that runs is ready. Asked again at each look. Default: always. */
  ready?(pod: PodFacts): boolean;
  /** Milliseconds until a pod's containers run. Default: 50. */
  podStartMs?: number;
  /** Milliseconds between two looks of the controllers when nothing happens. Default: 100. */
  lookMs?: number;
  /** Milliseconds between two bookmarks of a watch. Default: 1,000. */
  bookmarkMs?: number;
  /** How many events can be watched again. Default: 1,000. */
  window?: number;
  /** Groups of custom resources that are not installed: `chaos-mesh.org`. */
  absent?: string[];
  /** False leaves Deployments alone, as an API server without controllers does. */
  controllers?: boolean;
  now?(): number;
}

/**
 * A Kubernetes API server on loopback, as far as deploying goes: Deployments, their ReplicaSets and pods
 * with the controllers that drive them, and without controllers Services, autoscalers, nodes, Jobs and the custom
 * resources of Argo Rollouts, Istio, the Gateway API, Flagger, Chaos Mesh and Litmus.
 */
export class KubernetesApi {
  /** Its bad days. */
  readonly faults: Faults;
  /** Every request for objects since the start, for those who count. */
  readonly requests: ApiRequest[] = [];
  private readonly store: Store;
  private readonly objectsApi: Objects;
  private readonly logs: PodLogs;
  private readonly access: Access;
  private readonly rollouts: Rollouts;
  private readonly endpoints: Endpoints;
  private readonly watches = new Set<ServerResponse>();
  private readonly controllers: { reconcile(): void }[];
  private server!: ApiServer;
  private timer: NodeJS.Timeout | undefined;
  private due = false;
  private ready: (pod: PodFacts) => boolean;

  private constructor(options: KubernetesApiOptions) {
    const now = options.now ?? Date.now;
    this.store = Store.create({ window: options.window ?? 1000, now });
    this.objectsApi = Objects.create({ store: this.store, now });
    this.logs = PodLogs.create({ store: this.store, now });
    this.access = Access.create(options.tokens);
    this.rollouts = Rollouts.create({ store: this.store });
    this.endpoints = Endpoints.create({ store: this.store });
    this.ready = options.ready ?? (() => true);
    this.faults = Faults.create({
      cutWatches: () => this.watches.forEach(watch => watch.destroy()),
      forget: () => this.store.forget(),
    });
    const store = this.store;
    this.controllers =
      options.controllers === false
        ? []
        : [
            DeploymentController.create({ store, now }),
            ReplicaSetController.create({
              store,
              now,
              startMs: options.podStartMs ?? 50,
              ready: pod => this.ready(pod),
            }),
          ];
    this.store.onEvent(event => {
      collectGarbage(store, event);
      this.lookSoon();
    });
  }

  static async start(options: KubernetesApiOptions): Promise<KubernetesApi> {
    const api = new KubernetesApi(options);
    const { store, objectsApi, access, faults, logs, watches } = api;
    api.server = await ApiServer.start({
      port: options.port ?? 0,
      access,
      store,
      verbs: Verbs.create({ store, objects: objectsApi }),
      logs,
      faults,
      absent: options.absent ?? [],
      bookmarkMs: options.bookmarkMs ?? 1000,
      watches,
      onRequest: request => {
        api.requests.push(request);
        if (api.requests.length > 5000) api.requests.shift();
      },
    });
    api.timer = setInterval(() => api.look(), options.lookMs ?? 100);
    return api;
  }

  get url(): string {
    return this.server.url;
  }

  /**
   * Creates objects, or brings those that are there to this state; namespaces come by themselves. Status
   * is taken as given for kinds that no controller drives.
   */
  seed(objects: readonly object[], manager = 'kubectl'): KubeObject[] {
    return objects.map(given => {
      const object = structuredClone(given) as KubeObject;
      const resource = resourceOfKind(object.apiVersion, object.kind);
      if (!resource) throw ApiError.noSuchPath();
      const { namespace, name } = object.metadata;
      if (namespace) this.needNamespace(namespace);
      const current = this.store.get(resource, namespace, name);
      const written = current
        ? this.objectsApi.update(resource, object, { manager })
        : this.objectsApi.create(resource, object, { manager });
      if (!object.status || isDriven(object)) return written;
      return this.objectsApi.update(
        resource,
        { ...written, status: object.status },
        { manager, subresource: 'status' },
      );
    });
  }

  /** All objects of a kind, such as `ReplicaSet`; all there are without one. */
  objects<T extends KubeObject = KubeObject>(kind?: string): T[] {
    return resources
      .filter(resource => !kind || resource.kind === kind)
      .flatMap(resource => this.store.list(resource)) as T[];
  }

  /** One object, or undefined. */
  object<T extends KubeObject = KubeObject>(
    kind: string,
    namespace: string | undefined,
    name: string,
  ): T | undefined {
    const resource = resources.find(known => known.kind === kind);
    return resource && (this.store.get(resource, namespace, name) as T);
  }

  /** Deletes an object, and with it what it owns. */
  remove(kind: string, namespace: string | undefined, name: string) {
    const resource = resources.find(known => known.kind === kind);
    if (resource) this.store.remove(resource, namespace, name);
  }

  /** Adds to what a container of a pod has written; `previous`: before it was started again. */
  writeLog(
    pod: { namespace: string; name: string; container: string },
    lines: PodLogLine[],
    options: { previous?: boolean } = {},
  ) {
    this.logs.write(pod, lines, options);
  }

  /** Decides anew which pods are ready. */
  holdReadiness(ready: (pod: PodFacts) => boolean) {
    this.ready = ready;
    this.lookSoon();
  }

  /** Changes what a token may do; without an account it is no token any more. */
  grant(token: string, account: Account | undefined) {
    this.access.set(token, account);
  }

  /** Called whenever the ready pods of a Deployment change, with how many there are of each image. */
  onRunning(listener: (running: RunningImages) => void): () => void {
    return this.rollouts.onRunning(listener);
  }

  /** Called once for each revision that is completely rolled out. */
  onRolledOut(listener: (rolledOut: RolledOut) => void): () => void {
    return this.rollouts.onRolledOut(listener);
  }

  /** Called whenever the ready pods that a Service selects change. */
  onEndpoints(listener: (found: ServiceEndpoints) => void): () => void {
    return this.endpoints.onChange(listener);
  }

  /** Called with every object of a kind that is made, changed or removed, such as `VirtualService`. */
  onObject(
    kind: string,
    listener: (object: KubeObject, what: StoreEvent['type']) => void,
  ): () => void {
    return this.store.onEvent(({ resource, object, type }) => {
      if (resource.kind === kind) listener(structuredClone(object), type);
    });
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    this.timer = undefined;
    await this.server.stop();
  }

  private needNamespace(name: string) {
    const resource = builtInResource('namespaces');
    if (this.store.get(resource, undefined, name)) return;
    this.store.create(resource, {
      apiVersion: apiVersionOf(resource),
      kind: resource.kind,
      metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
      status: { phase: 'Active' },
    });
  }

  private lookSoon() {
    if (this.due) return;
    this.due = true;
    setImmediate(() => {
      this.due = false;
      if (this.timer) this.look();
    });
  }

  private look() {
    for (const controller of this.controllers) controller.reconcile();
    // Who hears that something is rolled out finds it serving.
    this.endpoints.look();
    this.rollouts.look();
  }
}

/** Whether a controller here says what its status is. */
function isDriven({ kind, metadata }: KubeObject): boolean {
  return kind === 'Pod'
    ? Boolean(
        metadata.ownerReferences?.some(({ kind: by }) => by === 'ReplicaSet'),
      )
    : ['Deployment', 'ReplicaSet'].includes(kind);
}
