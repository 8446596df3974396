import {
  startVendorServer,
  type VendorAnswer,
  type VendorRequest,
  type VendorServer,
} from '@ghostlight/reliability-node/testUtils';
import { createHash } from 'node:crypto';

type Files = Record<string, string>;

interface Commit {
  sha: string;
  message: string;
  files: Files;
  parents: string[];
}

export interface Deployment {
  id: number;
  sha: string;
  ref: string;
  task: string;
  payload: object;
  environment: string;
  creator: { login: string; type: string };
  created_at: string;
  updated_at: string;
  statuses: {
    state: string;
    created_at: string;
    updated_at: string;
    log_url: string;
  }[];
}

interface Pull {
  number: number;
  title: string;
  body: string;
  state: string;
  html_url: string;
  merged_at: string | null;
  base: string;
  head: { ref: string; sha: string };
}

/** What goes wrong with the next request of a method: it is not done, or done and not told. */
export interface Fault {
  method: string;
  path: RegExp;
  then: 'cut' | 'lose' | 'lie' | VendorAnswer;
  times?: number;
}

/** A loopback GitHub that keeps the contract of what is used of it, for one repository. */
export class GithubApi {
  server!: VendorServer;
  readonly faults: Fault[] = [];
  readonly commits = new Map<string, Commit>();
  readonly refs = new Map<string, string>();
  readonly deployments: Deployment[] = [];
  readonly runs: Record<string, unknown>[] = [];
  readonly pulls: Pull[] = [];
  readonly workflows = new Map<string, string>();
  readonly checks: object[] = [];
  permissions: object | undefined = { push: true };
  /** Runs are listed late. */
  hideRuns = false;
  private readonly trees = new Map<string, Files>();
  private clock = Date.parse('2026-11-21T10:00:00Z');
  private next = 100;

  static async start(): Promise<GithubApi> {
    const api = new GithubApi();
    api.server = await startVendorServer(request => api.answer(request));
    return api;
  }

  now(): string {
    this.clock += 60_000;
    return new Date(this.clock).toISOString().replace('.000Z', 'Z');
  }

  writes(path: RegExp) {
    return this.server.asked.filter(
      request => request.method !== 'GET' && path.test(request.path),
    );
  }

  /** Files of a branch. */
  filesOf(branch: string): Files {
    return this.commits.get(this.refs.get(branch)!)!.files;
  }

  commit(branch: string, files: Files, message: string = 'Change'): string {
    const parent = this.refs.get(branch);
    const sha = this.store({ message, files, parents: parent ? [parent] : [] });
    this.refs.set(branch, sha);
    return sha;
  }

  deploy(
    sha: string,
    environment: string,
    states: string[],
    payload: object = {},
  ) {
    const at = this.now();
    const deployment: Deployment = {
      id: this.next++,
      sha,
      ref: 'main',
      task: 'deploy',
      payload,
      environment,
      creator: { login: 'deploy-bot', type: 'Bot' },
      created_at: at,
      updated_at: at,
      statuses: [],
    };
    this.deployments.unshift(deployment);
    states.forEach(state => this.set(deployment, state));
    return deployment;
  }

  set(deployment: Deployment, state: string) {
    const at = this.now();
    deployment.updated_at = at;
    deployment.statuses.unshift({
      state,
      created_at: at,
      updated_at: at,
      log_url: 'https://github.example/log',
    });
  }

  run(fields: object) {
    const at = this.now();
    const run = {
      id: this.next++,
      name: 'Deploy to production',
      path: '.github/workflows/deploy.yml',
      event: 'push',
      status: 'queued',
      conclusion: null as string | null,
      head_sha: this.refs.get('main'),
      head_branch: 'main',
      run_attempt: 1,
      html_url: 'https://github.example/run',
      created_at: at,
      updated_at: at,
      ...fields,
    };
    this.runs.unshift(run);
    return run;
  }

  private store(commit: Omit<Commit, 'sha'>): string {
    const sha = digest([commit, this.next++]);
    this.commits.set(sha, { ...commit, sha });
    return sha;
  }

  private answer(request: VendorRequest): VendorAnswer {
    const { method, path } = request;
    const fault = this.faults.find(
      one => one.method === method && one.path.test(path),
    );
    if (fault) {
      fault.times = (fault.times ?? 1) - 1;
      if (fault.times <= 0) this.faults.splice(this.faults.indexOf(fault), 1);
      if (fault.then === 'cut') return { lose: true };
      if (fault.then === 'lie') return { status: 204, body: '' };
      if (fault.then !== 'lose') return fault.then;
    }
    if (request.headers.authorization !== 'Bearer s3cret')
      return refusal(401, 'Bad credentials');
    const rest = /^\/repos\/shop\/payments(.*)$/.exec(path)?.[1];
    const reply =
      rest === undefined
        ? refusal(404, 'Not Found')
        : this.route(rest, request);
    if (fault?.then === 'lose') return { lose: true };
    if (method !== 'GET' || (reply.status ?? 200) !== 200) return reply;
    const etag = `W/"${digest(reply.body)}"`;
    return request.headers['if-none-match'] === etag
      ? { status: 304, body: '' }
      : { ...reply, headers: { etag } };
  }

  private route(path: string, request: VendorRequest): VendorAnswer {
    for (const [verb, pattern, reply] of this.routes) {
      const found = request.method === verb ? pattern.exec(path) : null;
      if (found) return reply(found.slice(1), request);
    }
    return refusal(404, 'Not Found');
  }

  private readonly routes: [string, RegExp, Reply][] = [
    [
      'GET',
      /^$/,
      () => ok({ default_branch: 'main', permissions: this.permissions }),
    ],
    ['GET', /^\/deployments$/, (_, request) => this.listDeployments(request)],
    [
      'GET',
      /^\/deployments\/(\d+)\/statuses$/,
      ([id]) =>
        ok(this.deployments.find(one => one.id === Number(id))?.statuses),
    ],
    [
      'GET',
      /^\/commits\/(\w+)$/,
      ([sha]) =>
        ok({
          sha,
          author: { login: 'ada' },
          commit: { author: { name: 'Ada', date: '2026-11-20T08:00:00Z' } },
        }),
    ],
    ['GET', /^\/commits\/(\w+)\/pulls$/, ([sha]) => ok([mergedPull(sha)])],
    ['GET', /check-runs$/, () => ok({ check_runs: this.checks })],
    ['GET', /^\/actions\/runs$/, () => ok({ workflow_runs: this.runs })],
    [
      'GET',
      /^\/contents\/\.github\/workflows\/(.+)$/,
      ([file]) => this.contents(file),
    ],
    ['GET', /^\/actions\/workflows\/[^/]+$/, () => ok({ state: 'active' })],
    [
      'GET',
      /^\/actions\/workflows\/[^/]+\/runs$/,
      () => ok({ workflow_runs: this.hideRuns ? [] : this.runs }),
    ],
    [
      'POST',
      /^\/actions\/workflows\/([^/]+)\/dispatches$/,
      ([file], { body }) => this.dispatch(file, body as Dispatch),
    ],
    [
      'GET',
      /^\/compare\/(\w+)\.\.\.(\w+)$/,
      ([base, head]) => this.compare(base, head),
    ],
    ['GET', /^\/git\/ref\/heads\/(.+)$/, ([branch]) => this.getRef(branch)],
    ['GET', /^\/git\/commits\/(\w+)$/, ([sha]) => this.getCommit(sha)],
    ['GET', /^\/git\/trees\/(\w+)$/, ([sha]) => this.getTree(sha)],
    ['POST', /^\/git\/trees$/, (_, { body }) => this.makeTree(body as Tree)],
    [
      'POST',
      /^\/git\/commits$/,
      (_, { body }) => {
        const { message, tree, parents } = body as NewCommit;
        const files = this.trees.get(tree)!;
        return made({ sha: this.store({ message, files, parents }) });
      },
    ],
    ['POST', /^\/git\/refs$/, (_, { body }) => this.makeRef(body as NewRef)],
    [
      'DELETE',
      /^\/git\/refs\/heads\/(.+)$/,
      ([branch]) => {
        this.refs.delete(branch);
        return { status: 204, body: '' };
      },
    ],
    [
      'GET',
      /^\/pulls$/,
      (_, { query }) =>
        ok(
          this.pulls.filter(
            ({ head, state }) =>
              (!query.has('head') ||
                `shop:${head.ref}` === query.get('head')) &&
              (query.get('state') === 'all' || state === query.get('state')),
          ),
        ),
    ],
    ['POST', /^\/pulls$/, (_, { body }) => this.open(body as NewPull)],
    [
      'PATCH',
      /^\/pulls\/(\d+)$/,
      ([number], { body }) => {
        const pull = this.pulls.find(one => one.number === Number(number))!;
        return ok(Object.assign(pull, body));
      },
    ],
  ];

  private listDeployments({ query }: VendorRequest): VendorAnswer {
    const wanted = query.get('environment');
    return ok(
      this.deployments
        .filter(({ environment }) => !wanted || environment === wanted)
        .slice(0, Number(query.get('per_page')))
        .map(({ statuses, ...deployment }) => deployment),
    );
  }

  private contents(file: string): VendorAnswer {
    const text = this.workflows.get(file);
    if (text === undefined) return refusal(404, 'Not Found');
    const content = Buffer.from(text).toString('base64');
    return ok({ encoding: 'base64', content });
  }

  private getRef(branch: string): VendorAnswer {
    const sha = this.refs.get(branch);
    return sha ? ok({ object: { sha } }) : refusal(404, 'Not Found');
  }

  private makeRef({ ref, sha }: NewRef): VendorAnswer {
    const branch = ref.replace('refs/heads/', '');
    if (this.refs.has(branch)) return refusal(422, 'Reference already exists');
    this.refs.set(branch, sha);
    return made({ ref });
  }

  private getCommit(of: string): VendorAnswer {
    const { sha, message, files } = this.commits.get(of)!;
    const tree = digest(files);
    this.trees.set(tree, files);
    return ok({ sha, message, tree: { sha: tree } });
  }

  private getTree(sha: string): VendorAnswer {
    const tree = Object.entries(this.commits.get(sha)!.files).map(
      ([path, content]) => ({
        path,
        mode: '100644',
        type: 'blob',
        sha: blobOf(content),
      }),
    );
    return ok({ truncated: false, tree });
  }

  private open({ title, body, head, base }: NewPull): VendorAnswer {
    if (
      this.pulls.some(pull => pull.head.ref === head && pull.state === 'open')
    )
      return refusal(422, 'Validation Failed', [
        `A pull request already exists for shop:${head}.`,
      ]);
    const number = this.next++;
    const pull: Pull = {
      number,
      title,
      body,
      base,
      state: 'open',
      html_url: `https://github.example/shop/payments/pull/${number}`,
      merged_at: null,
      head: { ref: head, sha: this.refs.get(head)! },
    };
    this.pulls.push(pull);
    return made(pull);
  }

  private dispatch(file: string, { ref, inputs }: Dispatch): VendorAnswer {
    const text = this.workflows.get(file);
    if (text === undefined) return refusal(404, 'Not Found');
    const unknown = Object.keys(inputs).filter(
      name => !text.includes(`${name}:`),
    );
    if (unknown.length)
      return refusal(
        422,
        `Unexpected inputs provided: ${JSON.stringify(unknown)}`,
      );
    const [, pattern = ''] = /run-name: (.*)/.exec(text) ?? [];
    this.run({
      name: 'Rollback',
      path: `.github/workflows/${file}`,
      event: 'workflow_dispatch',
      head_branch: ref,
      display_title: pattern.replace(
        /\$\{\{ inputs\.(\w+) \}\}/g,
        (_, name) => inputs[name],
      ),
    });
    return { status: 204, body: '' };
  }

  private makeTree({ base_tree: base, tree }: Tree): VendorAnswer {
    const files = { ...this.trees.get(base) };
    const known = new Map(
      [...this.commits.values()].flatMap(commit =>
        Object.values(commit.files).map(content => [blobOf(content), content]),
      ),
    );
    for (const { path, sha } of tree) {
      if (sha === null) delete files[path];
      else if (known.has(sha)) files[path] = known.get(sha)!;
      else return refusal(422, `tree.sha ${sha} is not a valid blob`);
    }
    const sha = digest(files);
    this.trees.set(sha, files);
    return made({ sha });
  }

  private compare(base: string, head: string): VendorAnswer {
    if (base === head) return ok({ status: 'identical', files: [] });
    if (!this.isBefore(base, head))
      return ok({
        status: this.isBefore(head, base) ? 'behind' : 'diverged',
        files: [],
      });
    const [old, fresh] = [base, head].map(sha => this.commits.get(sha)!.files);
    const names = new Set([...Object.keys(old), ...Object.keys(fresh)]);
    return ok({
      status: 'ahead',
      files: [...names]
        .filter(name => old[name] !== fresh[name])
        .map(filename => ({
          filename,
          status: statusOf(filename in old, filename in fresh),
          patch: `@@ -1,1 +1,1 @@\n-${old[filename] ?? ''}\n+${
            fresh[filename] ?? ''
          }`,
        })),
    });
  }

  private isBefore(base: string, head: string): boolean {
    const { parents } = this.commits.get(head)!;
    return parents.some(
      parent => parent === base || this.isBefore(base, parent),
    );
  }
}

type Reply = (groups: string[], request: VendorRequest) => VendorAnswer;

type NewPull = Record<'title' | 'body' | 'head' | 'base', string>;

interface NewRef {
  ref: string;
  sha: string;
}

interface NewCommit {
  message: string;
  tree: string;
  parents: string[];
}

interface Dispatch {
  ref: string;
  inputs: Record<string, string>;
}

interface Tree {
  base_tree: string;
  tree: { path: string; sha: string | null }[];
}

function mergedPull(sha: string) {
  return {
    number: 7,
    state: 'closed',
    html_url: 'https://github.example/shop/payments/pull/7',
    merged_at: '2026-11-20T09:00:00Z',
    head: { ref: 'feature', sha },
  };
}

function statusOf(before: boolean, after: boolean): string {
  if (!before) return 'added';
  return after ? 'modified' : 'removed';
}

function made(body: unknown): VendorAnswer {
  return { status: 201, body };
}

function ok(body: unknown): VendorAnswer {
  return { body };
}

function refusal(
  status: number,
  message: string,
  errors?: string[],
): VendorAnswer {
  return { status, body: { message, errors } };
}

function digest(value: unknown): string {
  return createHash('sha1').update(JSON.stringify(value)).digest('hex');
}

function blobOf(content: string): string {
  return digest(['blob', content]);
}
