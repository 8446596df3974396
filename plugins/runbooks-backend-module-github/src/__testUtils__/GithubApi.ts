import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';

/** A run as GitHub has it. */
export interface Run {
  id: number;
  name: string;
  path: string;
  display_title: string;
  event: string;
  status: string;
  conclusion: string | null;
  head_branch: string;
  run_attempt: number;
  html_url: string;
}

/** A loopback GitHub with the repository `shop/payments`. */
export class GithubApi {
  readonly runs: Run[] = [];
  /** What becomes of the next changes: nothing is done, or it is done and not told. */
  readonly faults: ('cut' | 'lose' | VendorAnswer)[] = [];
  /** Instead of the next answers to questions. */
  readonly answers: VendorAnswer[] = [];
  readonly files = new Map<string, string>();
  state = 'active';
  archived = false;
  token = 's3cret';
  /** Whether dispatches say which run they began. */
  details = true;
  server!: VendorServer;
  private next = 100;

  static async start(): Promise<GithubApi> {
    const api = new GithubApi();
    api.server = await startVendorServer(request => api.answer(request));
    return api;
  }

  get writes(): VendorRequest[] {
    return this.server.asked.filter(({ method }) => method !== 'GET');
  }

  run(more: Partial<Run> = {}): Run {
    this.next += 1;
    const run: Run = {
      id: this.next,
      name: 'Restart',
      path: '.github/workflows/restart.yml',
      display_title: 'Restart',
      event: 'workflow_dispatch',
      status: 'queued',
      conclusion: null,
      head_branch: 'main',
      run_attempt: 1,
      html_url: `https://github.com/shop/payments/actions/runs/${this.next}`,
      ...more,
    };
    this.runs.unshift(run);
    return run;
  }

  end(run: Run, conclusion: string) {
    Object.assign(run, { status: 'completed', conclusion });
  }

  private answer(request: VendorRequest): VendorAnswer {
    const isRead = request.method === 'GET';
    const fault = isRead ? this.answers.shift() : this.faults.shift();
    if (fault === 'cut') return { lose: true };
    if (typeof fault === 'object') return fault;
    if (request.headers.authorization !== `Bearer ${this.token}`)
      return refusal(401, 'Bad credentials');
    const path = /^\/repos\/shop\/payments(.*)$/.exec(request.path)?.[1];
    const reply =
      path === undefined
        ? refusal(404, 'Not Found')
        : this.route(`${request.method} ${path}`, request);
    return fault === 'lose' ? { lose: true } : reply;
  }

  private route(what: string, { query, body }: VendorRequest): VendorAnswer {
    const [, file] =
      /^GET \/contents\/\.github\/workflows\/(.+)$/.exec(what) ?? [];
    if (file) {
      const text = this.files.get(file);
      return text === undefined
        ? refusal(404, 'Not Found')
        : {
            body: {
              content: Buffer.from(text).toString('base64'),
              encoding: 'base64',
            },
          };
    }
    const [, id, rest] = /\/actions\/runs\/(\d+)(.*)$/.exec(what) ?? [];
    if (id) return this.ofRun(Number(id), rest);
    switch (what) {
      case 'GET ':
        return { body: { default_branch: 'main', archived: this.archived } };
      case 'GET /actions/workflows/restart.yml':
        return { body: { id: 1, state: this.state } };
      case 'GET /actions/workflows/restart.yml/runs': {
        const event = query.get('event');
        const runs = this.runs.filter(run => !event || run.event === event);
        return {
          body: { total_count: runs.length, workflow_runs: runs },
        };
      }
      case 'POST /actions/workflows/restart.yml/dispatches':
        return this.dispatch(body as Dispatch);
      default:
        return refusal(404, 'Not Found');
    }
  }

  private dispatch(asked: Dispatch): VendorAnswer {
    if (asked.ref !== 'main')
      return refusal(422, `No ref found for: ${asked.ref}`);
    const run = this.run({
      display_title: `Restart ${asked.inputs.action_id ?? ''}`,
      head_branch: asked.ref,
    });
    return this.details && asked.return_run_details
      ? { body: { workflow_run_id: run.id, html_url: run.html_url } }
      : { status: 204, body: '' };
  }

  private ofRun(id: number, rest: string): VendorAnswer {
    const run = this.runs.find(one => one.id === id);
    if (!run) return refusal(404, 'Not Found');
    if (rest === '/jobs')
      return {
        body: {
          jobs: [
            {
              name: 'restart',
              status: run.status,
              conclusion: run.conclusion,
              steps: [
                { name: 'checkout', conclusion: 'success' },
                { name: 'kubectl', conclusion: run.conclusion },
              ],
            },
          ],
        },
      };
    if (rest === '/rerun-failed-jobs') {
      if (run.status !== 'completed')
        return refusal(403, 'This workflow is already running');
      Object.assign(run, {
        status: 'queued',
        conclusion: null,
        run_attempt: run.run_attempt + 1,
      });
      return { status: 201, body: {} };
    }
    return { body: run };
  }
}

interface Dispatch {
  ref: string;
  inputs: Record<string, string>;
  return_run_details?: boolean;
}

function refusal(status: number, message: string): VendorAnswer {
  return { status, body: { message } };
}
