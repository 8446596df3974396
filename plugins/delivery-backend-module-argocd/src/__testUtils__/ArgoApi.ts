import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';
import { applyPatch } from './applyPatch';

/** An Application as the server has it. */
export interface App {
  metadata: {
    name: string;
    namespace: string;
    uid: string;
    resourceVersion: string;
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
    ownerReferences?: { kind: string; name: string }[];
    deletionTimestamp?: string;
  };
  spec: {
    project: string;
    source: Record<string, unknown>;
    destination: { server?: string; name?: string; namespace?: string };
    syncPolicy?: { automated?: Record<string, unknown> };
  };
  operation?: Operation;
  status: {
    sync: { status: string; revision?: string };
    health: { status: string };
    history: Row[];
    operationState?: {
      operation: Operation;
      phase: string;
      message?: string;
      startedAt: string;
      finishedAt?: string;
      syncResult?: { revision: string };
    };
    sourceType: string;
    reconciledAt?: string;
    summary: { images: string[] };
  };
}

interface Operation {
  sync?: Record<string, unknown>;
  initiatedBy?: { username?: string; automated?: boolean };
  info?: { name: string; value: string }[];
}

interface Row {
  id: number;
  revision: string;
  deployedAt: string;
  deployStartedAt: string;
  source: Record<string, unknown>;
  initiatedBy: { username?: string; automated?: boolean };
}

/** What goes wrong with the next request of a method: nothing is done, or it is done and not told. */
export interface Fault {
  method: string;
  path?: RegExp;
  then: 'cut' | 'lose' | 'lie' | VendorAnswer;
  times?: number;
}

type Reply = VendorAnswer;

/** A loopback Argo CD that keeps the contract of its API server, and of its controller when told to go on. */
export class ArgoApi {
  readonly apps = new Map<string, App>();
  /** Manifests by revision. */
  readonly manifests = new Map<string, object[]>();
  readonly faults: Fault[] = [];
  /** What the token may not do. */
  readonly forbidden = new Set<string>();
  windowClosed = false;
  streams = true;
  server!: VendorServer;
  private clock = Date.parse('2026-11-21T10:00:00Z');
  private version = 100;
  private listeners: (() => void)[] = [];
  private readonly events: App[] = [];

  static async start(): Promise<ArgoApi> {
    const api = new ArgoApi();
    api.server = await startVendorServer(request => api.answer(request));
    return api;
  }

  get writes(): VendorRequest[] {
    return this.server.asked.filter(({ method }) => method !== 'GET');
  }

  now(seconds: number = 10): string {
    this.clock += seconds * 1000;
    return new Date(this.clock).toISOString().replace('.000Z', 'Z');
  }

  touch(app: App) {
    this.version += 1;
    app.metadata.resourceVersion = String(this.version);
    this.events.push(structuredClone(app));
    this.listeners.splice(0).forEach(wake => wake());
  }

  /** The controller takes up what was asked for. */
  begin(app: App) {
    if (!app.operation) return;
    app.status.operationState = {
      operation: app.operation,
      phase: 'Running',
      message: 'waiting for healthy state of apps/Deployment/payments',
      startedAt: this.now(),
    };
    this.touch(app);
  }

  /** The controller is through with it. */
  finish(app: App, phase: string = 'Succeeded', message: string = 'done') {
    if (app.operation && !app.status.operationState) this.begin(app);
    const state = app.status.operationState!;
    const { sync, initiatedBy = {} } = state.operation;
    const revision = String(sync?.revision ?? app.status.sync.revision);
    Object.assign(state, {
      phase,
      message,
      finishedAt: this.now(),
      syncResult: { revision },
    });
    delete app.operation;
    if (phase === 'Succeeded') {
      app.status.history.push({
        id: (app.status.history.at(-1)?.id ?? -1) + 1,
        revision,
        deployedAt: state.finishedAt!,
        deployStartedAt: state.startedAt,
        source: (sync?.source as object) ?? app.spec.source,
        initiatedBy,
      } as Row);
      app.status.sync.revision = revision;
    }
    this.touch(app);
  }

  reconcile(app: App, health: string, after: number = 10) {
    app.status.health.status = health;
    app.status.reconciledAt = this.now(after);
    this.touch(app);
  }

  /** Synchronises to a revision, as auto-sync or a person does. */
  ship(
    app: App,
    revision: string,
    by: Operation['initiatedBy'] = { automated: true },
  ) {
    app.operation = {
      sync: { revision, source: app.spec.source },
      initiatedBy: by,
    };
    app.status.operationState = undefined;
    this.finish(app);
    this.reconcile(app, 'Healthy');
  }

  private answer(request: VendorRequest): Reply {
    const { method, path } = request;
    const fault = this.faults.find(
      one => one.method === method && (one.path?.test(path) ?? true),
    );
    if (fault) {
      fault.times = (fault.times ?? 1) - 1;
      if (fault.times <= 0) this.faults.splice(this.faults.indexOf(fault), 1);
      if (fault.then === 'cut') return { lose: true };
      if (fault.then === 'lie') return { body: {} };
      if (fault.then !== 'lose') return fault.then;
    }
    if (request.headers.authorization !== 'Bearer s3cret')
      return refusal(401, 'invalid session: token is expired');
    const reply = this.route(request);
    return fault?.then === 'lose' ? { lose: true } : reply;
  }

  private route(request: VendorRequest): Reply {
    const path = request.path.replace('/api/v1', '');
    if (path === '/applications') return this.list(request);
    if (path === '/stream/applications') return this.stream(request);
    const can = /^\/account\/can-i\/applications\/(\w+)\//.exec(path);
    if (can)
      return { body: { value: this.forbidden.has(can[1]) ? 'no' : 'yes' } };
    const [, name, rest] = /^\/applications\/([^/]+)(.*)$/.exec(path) ?? [];
    const app = this.apps.get(decodeURIComponent(name ?? ''));
    const project =
      request.query.get('project') ?? (request.body as App['spec'])?.project;
    if (!app || this.forbidden.has('get'))
      return project && !app
        ? refusal(404, `applications.argoproj.io "${name}" not found`)
        : refusal(403, 'permission denied');
    return this.one(app, `${request.method} ${rest}`, request);
  }

  private one(app: App, what: string, request: VendorRequest): Reply {
    const [, revision] = /revisions\/([^/]+)\/metadata/.exec(what) ?? [];
    if (revision)
      return {
        body: {
          author: 'Ada Ng <ada@example.com>',
          date: '2026-11-20T08:00:00Z',
          message: `Change for ${revision.slice(0, 4)}\n\nMore`,
        },
      };
    switch (what) {
      case 'GET ':
        return { body: app };
      case 'GET /syncwindows':
        return { body: { canSync: !this.windowClosed } };
      case 'GET /manifests': {
        const found = this.manifests.get(request.query.get('revision') ?? '');
        return found
          ? { body: { manifests: found.map(item => JSON.stringify(item)) } }
          : refusal(500, 'rpc error: failed to generate manifests');
      }
      case 'PATCH ':
        return this.patch(app, request.body as { patch: string });
      case 'POST /sync':
      case 'POST /rollback':
        return this.operate(app, what, request.body as Asked);
      case 'DELETE /operation':
        if (!app.operation)
          return refusal(
            400,
            'Unable to terminate operation. No operation is in progress',
          );
        app.status.operationState!.phase = 'Terminating';
        this.touch(app);
        return { body: {} };
      default:
        return refusal(404, 'Not Found');
    }
  }

  private patch(app: App, { patch }: { patch: string }): Reply {
    if (this.forbidden.has('update'))
      return refusal(
        403,
        `permission denied: applications, update, ${app.spec.project}/${app.metadata.name}`,
      );
    const changed = structuredClone(app);
    const failure = applyPatch(changed, JSON.parse(patch));
    if (failure) return refusal(500, `error applying patch: ${failure}`);
    // Of what was patched the server takes these.
    app.spec = changed.spec;
    app.metadata.annotations = changed.metadata.annotations;
    app.metadata.labels = changed.metadata.labels;
    this.touch(app);
    return { body: app };
  }

  private operate(app: App, what: string, asked: Asked): Reply {
    if (this.forbidden.has('sync'))
      return refusal(
        403,
        `permission denied: applications, sync, ${app.spec.project}/${app.metadata.name}`,
      );
    const back = what.endsWith('rollback');
    const row = app.status.history.find(({ id }) => id === asked.id);
    const automated = app.spec.syncPolicy?.automated;
    if (automated && back)
      return refusal(
        400,
        'rollback cannot be initiated when auto-sync is enabled',
      );
    if (automated && asked.revision !== app.spec.source.targetRevision)
      return refusal(
        400,
        `Cannot sync to ${asked.revision}: auto-sync currently set to ${app.spec.source.targetRevision}`,
      );
    if (back && !row)
      return refusal(
        400,
        `application argocd/${app.metadata.name} does not have deployment with id ${asked.id}`,
      );
    if (app.operation)
      return refusal(
        400,
        'error setting app operation: another operation is already in progress',
      );
    app.operation = back
      ? {
          sync: {
            revision: row!.revision,
            source: row!.source,
            prune: asked.prune,
            syncStrategy: { apply: {} },
          },
          initiatedBy: { username: 'ghostlight' },
        }
      : {
          sync: {
            revision: asked.revision,
            source: app.spec.source,
            prune: asked.prune,
            syncStrategy: asked.strategy,
          },
          initiatedBy: { username: 'ghostlight' },
          info: asked.infos,
        };
    app.status.operationState = undefined;
    this.touch(app);
    return { body: app };
  }

  private list({ query }: VendorRequest): Reply {
    if (this.forbidden.has('get'))
      return { body: { metadata: {}, items: null } };
    const [label, value] = query.get('selector')?.split('=') ?? [];
    const items = [...this.apps.values()].filter(
      ({ metadata }) =>
        (!query.has('name') || metadata.name === query.get('name')) &&
        (!label || metadata.labels?.[label] === value),
    );
    const isLight = query.has('fields');
    return {
      body: {
        metadata: { resourceVersion: String(this.version) },
        items: isLight ? items.map(lightly) : items,
      },
    };
  }

  private stream({ query }: VendorRequest): Reply {
    if (!this.streams) return { status: 404, body: 'page not found' };
    const from = Number(query.get('resourceVersion') ?? 0);
    const events = this.events;
    const wait = () =>
      new Promise<void>(resolve => {
        this.listeners.push(resolve);
      });
    async function* lines() {
      let at = 0;
      for (;;) {
        for (; at < events.length; at++) {
          const application = events[at];
          if (Number(application.metadata.resourceVersion) > from)
            yield { result: { type: 'MODIFIED', application } };
        }
        await wait();
      }
    }
    return { lines: lines() };
  }
}

interface Asked {
  id?: number;
  revision?: string;
  prune?: boolean;
  strategy?: object;
  infos?: { name: string; value: string }[];
}

function refusal(status: number, message: string): Reply {
  return { status, body: { error: message, code: 7, message } };
}

/** With the `fields` of the list. */
function lightly({ metadata, spec, status }: App) {
  const { name, namespace, labels, annotations } = metadata;
  const { startedAt, phase } = status.operationState ?? {};
  return {
    metadata: { name, namespace, labels, annotations },
    spec: { project: spec.project, destination: spec.destination },
    status: {
      sync: { revision: status.sync.revision },
      ...(startedAt && { operationState: { startedAt, phase } }),
    },
  };
}
