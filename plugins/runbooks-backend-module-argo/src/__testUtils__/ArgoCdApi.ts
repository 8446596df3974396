import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';

interface Operation {
  sync?: Record<string, unknown>;
  initiatedBy?: { username?: string; automated?: boolean };
  info?: { name: string; value: string }[];
}

/** An Application as the server has it. */
export interface App {
  metadata: {
    name: string;
    namespace: string;
    uid: string;
    annotations?: Record<string, string>;
    labels?: Record<string, string>;
  };
  spec: {
    project: string;
    source: { targetRevision: string };
    destination: { name: string; namespace: string };
    syncPolicy?: { automated: object };
  };
  operation?: Operation;
  status: {
    sync: { status: string; revision: string };
    health: { status: string; message?: string };
    operationState?: {
      operation: Operation;
      phase: string;
      message?: string;
      startedAt: string;
      finishedAt?: string;
    };
    reconciledAt?: string;
  };
}

/** A loopback Argo CD that keeps the contract of its API server, and of its controller when told to go on. */
export class ArgoCdApi {
  readonly apps = new Map<string, App>();
  /** What becomes of the next changes: nothing is done, or it is done and not told. */
  readonly faults: ('cut' | 'lose' | VendorAnswer)[] = [];
  windowClosed = false;
  maySync = true;
  token = 's3cret';
  server!: VendorServer;
  private clock = Date.parse('2026-11-21T10:00:00Z');

  static async start(): Promise<ArgoCdApi> {
    const api = new ArgoCdApi();
    api.server = await startVendorServer(request => api.answer(request));
    return api;
  }

  get writes(): VendorRequest[] {
    return this.server.asked.filter(({ method }) => method !== 'GET');
  }

  now(seconds: number = 10): string {
    this.clock += seconds * 1000;
    return new Date(this.clock).toISOString();
  }

  add(name: string, more: Partial<App['metadata']> = {}): App {
    const app: App = {
      metadata: { name, namespace: 'argocd', uid: `uid-${name}`, ...more },
      spec: {
        project: 'shop',
        source: { targetRevision: 'main' },
        destination: { name: 'prod-eu', namespace: 'shop' },
      },
      status: {
        sync: { status: 'OutOfSync', revision: 'aaa111' },
        health: { status: 'Healthy' },
      },
    };
    this.apps.set(name, app);
    return app;
  }

  /** The controller takes up what was asked for. */
  begin(app: App) {
    app.status.operationState = {
      operation: app.operation ?? { initiatedBy: { automated: true } },
      phase: 'Running',
      message: 'waiting for hooks',
      startedAt: this.now(),
    };
  }

  finish(app: App, phase = 'Succeeded', message = 'done') {
    if (app.status.operationState?.phase !== 'Running') this.begin(app);
    Object.assign(app.status.operationState!, {
      phase,
      message,
      finishedAt: this.now(),
    });
    delete app.operation;
    if (phase === 'Succeeded')
      app.status.sync = { status: 'Synced', revision: 'bbb222' };
  }

  reconcile(app: App, health: string, after = 10) {
    app.status.health = { status: health };
    app.status.reconciledAt = this.now(after);
  }

  private answer(request: VendorRequest): VendorAnswer {
    const fault = request.method === 'GET' ? undefined : this.faults.shift();
    if (fault === 'cut') return { lose: true };
    if (typeof fault === 'object') return fault;
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return refusal(401, 'invalid session: token is expired');
    const reply = this.route(request);
    return fault === 'lose' ? { lose: true } : reply;
  }

  private route({ method, path, query, body }: VendorRequest): VendorAnswer {
    if (path === '/api/v1/applications') {
      const items = [...this.apps.values()].filter(
        ({ metadata }) =>
          !query.has('name') || metadata.name === query.get('name'),
      );
      return { body: { metadata: {}, items } };
    }
    if (path.startsWith('/api/v1/account/can-i/applications/sync/'))
      return { body: { value: this.maySync ? 'yes' : 'no' } };
    const [, name, rest] =
      /^\/api\/v1\/applications\/([^/]+)(.*)$/.exec(path) ?? [];
    const app = this.apps.get(name ?? '');
    if (!app) return refusal(404, `application "${name}" not found`);
    if (!this.maySync && method !== 'GET')
      return refusal(403, 'permission denied: applications, sync');
    switch (`${method} ${rest}`) {
      case 'GET ':
        return { body: app };
      case 'GET /syncwindows':
        return { body: this.windowClosed ? { canSync: false } : {} };
      case 'POST /sync': {
        const asked = body as { revision?: string; infos?: Operation['info'] };
        if (app.spec.syncPolicy && asked.revision)
          return refusal(
            400,
            `Cannot sync to ${asked.revision}: auto-sync is on`,
          );
        if (app.operation)
          return refusal(400, 'another operation is already in progress');
        app.operation = {
          sync: { ...asked },
          initiatedBy: { username: 'ghostlight' },
          info: asked.infos,
        };
        return { body: app };
      }
      case 'DELETE /operation':
        if (app.status.operationState?.phase !== 'Running')
          return refusal(
            400,
            'Unable to terminate operation. No operation is in progress',
          );
        app.status.operationState.phase = 'Terminating';
        return { body: {} };
      default:
        return refusal(404, 'Not Found');
    }
  }
}

function refusal(status: number, message: string): VendorAnswer {
  return { status, body: { error: message, code: 7, message } };
}
