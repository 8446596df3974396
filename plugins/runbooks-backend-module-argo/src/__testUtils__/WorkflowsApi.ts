import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';

interface Workflow {
  metadata: { name: string; uid: string; labels: Record<string, string> };
  parameters: string[];
  status?: Record<string, unknown>;
}

interface Asked {
  resourceKind: string;
  resourceName: string;
  submitOptions: {
    name?: string;
    labels?: string;
    parameters: string[];
    serverDryRun?: boolean;
  };
}

/** A loopback server of Argo Workflows with one template. */
export class WorkflowsApi {
  readonly workflows = new Map<string, Workflow>();
  readonly faults: ('cut' | 'lose' | VendorAnswer)[] = [];
  /** Instead of the next answers to questions. */
  readonly answers: VendorAnswer[] = [];
  template: object = {
    metadata: { name: 'clear-cache' },
    spec: {
      arguments: {
        parameters: [
          { name: 'region', enum: ['eu', 'us'] },
          { name: 'depth', value: '1' },
        ],
      },
    },
  };
  server!: VendorServer;

  static async start(): Promise<WorkflowsApi> {
    const api = new WorkflowsApi();
    api.server = await startVendorServer(request => api.answer(request));
    return api;
  }

  get submitted(): Asked[] {
    return this.server.asked
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => body as Asked);
  }

  private answer(request: VendorRequest): VendorAnswer {
    const isRead = request.method === 'GET';
    const fault = isRead ? this.answers.shift() : this.faults.shift();
    if (fault === 'cut') return { lose: true };
    if (typeof fault === 'object') return fault;
    if (request.headers.authorization !== 'Bearer s3cret')
      return refusal(401, 16, 'token not valid');
    const reply = this.route(request);
    return fault === 'lose' ? { lose: true } : reply;
  }

  private route({ method, path, body }: VendorRequest): VendorAnswer {
    const [, kind, , name] =
      /^\/api\/v1\/([\w-]+)\/([\w-]+)\/([\w-]+)$/.exec(path) ?? [];
    if (method === 'POST' && name === 'submit')
      return this.submit(body as Asked);
    const found =
      kind === 'workflow-templates'
        ? name === 'clear-cache' && this.template
        : this.workflows.get(name ?? '');
    return found
      ? { body: found }
      : refusal(404, 5, `${kind} "${name}" not found`);
  }

  private submit({ submitOptions }: Asked): VendorAnswer {
    const { name = '', labels = '', parameters, serverDryRun } = submitOptions;
    if (parameters.some(one => one.startsWith('region=eu\n')))
      return refusal(400, 3, 'spec.arguments.region is not valid');
    if (serverDryRun) return { body: { metadata: { name: 'dry' } } };
    if (this.workflows.has(name))
      return refusal(409, 6, `workflows.argoproj.io "${name}" already exists`);
    const workflow = {
      metadata: {
        name,
        uid: name,
        labels: Object.fromEntries(
          labels.split(',').map(one => one.split('=')),
        ),
      },
      parameters,
    };
    this.workflows.set(name, workflow);
    return { body: workflow };
  }
}

function refusal(status: number, code: number, message: string): VendorAnswer {
  return { status, body: { code, message } };
}
