import type { JsonValue } from '@backstage/types';

/** A valid delivery, and what is to come of it. */
export interface Example {
  title: string;
  body: JsonValue;
  headers?: Record<string, string>;
  /** Of each change, what matters. */
  changes: object[];
}

export const receivedAt = Date.parse('2026-11-21T12:00:00Z');
const at = (time: string) => Date.parse(`2026-11-21T${time}Z`);
const sha = '9f2c41d07be6a83512c4f09e7d6b5a4830192fed';
const digest = `sha256:${'ab'.repeat(32)}`;

const repository = {
  full_name: 'shop/payments',
  html_url: 'https://github.example/shop/payments',
};

const github = (event: string) => ({
  'x-github-event': event,
  'x-github-delivery': `d-${event}`,
});

const deployment = {
  id: 17,
  sha,
  ref: 'v2.3.4',
  task: 'deploy',
  environment: 'staging',
  creator: { login: 'ines', type: 'User' },
  payload: { entityRef: 'component:default/payments', actionId: 'act-1' },
  created_at: '2026-11-21T11:50:00Z',
};

const project = { path_with_namespace: 'shop/payments' };

const cdEvent = (predicate: string, more: object = {}) => ({
  specversion: '1.0',
  id: `e-${predicate}`,
  source: '/pipelines/7',
  type: `dev.cdevents.service.${predicate}.0.3.0`,
  time: '2026-11-21T11:58:00Z',
  data: {
    subject: {
      id: '/shop/payments',
      content: {
        environment: { id: 'production' },
        artifactId: 'pkg:oci/payments@2.3.4?x=1',
      },
    },
  },
  ...more,
});

const inStaging = (status: string) => ({
  object_kind: 'deployment',
  status,
  status_changed_at: '2026-11-21 12:55:00 +0100',
  deployment_id: 5,
  deployable_id: 71,
  deployable_url: 'https://gitlab.example/shop/payments/-/jobs/71',
  environment: 'staging',
  project,
  short_sha: '9f2c41d0',
  commit_url: `https://gitlab.example/shop/payments/-/commit/${sha}`,
  user: { name: 'Ines', username: 'ines' },
});

const job = {
  id: 71,
  name: 'deploy',
  status: 'success',
  started_at: '2026-11-21 11:50:00 UTC',
  finished_at: '2026-11-21 11:55:00 UTC',
  environment: { name: 'staging', action: 'start' },
};

const sync = (phase: string, finishedAt?: string) => ({
  app: 'payments',
  namespace: 'argocd',
  destination: { namespace: 'shop' },
  revision: sha,
  summary: { images: [`registry.example/payments:2.3.4@${digest}`] },
  labels: { team: 'payers' },
  annotations: {},
  operationState: {
    phase,
    startedAt: '2026-11-21T11:50:00Z',
    ...(finishedAt && { finishedAt }),
    operation: { initiatedBy: { automated: true } },
    syncResult: { revision: sha },
  },
});

const rollout = (status: object) => ({
  rollout: 'payments',
  namespace: 'shop',
  images: ['registry.example/payments:2.3.4'],
  labels: { app: 'payments' },
  annotations: {},
  status: { currentPodHash: '6d4f', ...status },
});

const flagger = (phase: string) => ({
  name: 'payments',
  namespace: 'shop',
  phase,
  checksum: '85d557f47b',
  canaryWeight: 20,
  metadata: {
    eventMessage: 'Advance payments.shop canary weight 20',
    timestamp: String(at('11:55:00')),
    image: 'registry.example/payments:2.3.4',
  },
});

const minimal = { entityRef: 'component:default/payments', version: '2.3.4' };

/** By adapter. */
export const examples: Record<string, Example[]> = {
  ci: [
    {
      title: 'one line',
      body: minimal,
      changes: [
        {
          ...minimal,
          kind: 'deployment',
          outcome: 'succeeded',
          finishedAt: receivedAt,
          title: 'payments 2.3.4',
        },
      ],
    },
    {
      title: 'the two ends of a run',
      body: [
        {
          ...minimal,
          run: 'r1',
          status: 'running',
          startedAt: '2026-11-21T11:50:00Z',
        },
        {
          ...minimal,
          run: 'r1',
          status: 'failed',
          commit: sha,
          author: 'ines',
        },
      ],
      changes: [
        { key: 'r1', outcome: 'running', startedAt: at('11:50:00') },
        { key: 'r1', outcome: 'failed', commit: sha, finishedAt: receivedAt },
      ],
    },
  ],
  config: [
    {
      title: 'a value',
      body: {
        entityRef: 'component:default/payments',
        environment: 'production',
        title: 'Pool size',
        at: '2026-11-21T11:59:00Z',
        values: [{ label: 'pool.size', from: '10', to: '20' }],
      },
      changes: [
        {
          kind: 'config',
          startedAt: at('11:59:00'),
          values: [
            { kind: 'config', label: 'pool.size', from: '10', to: '20' },
          ],
        },
      ],
    },
  ],
  flags: [
    {
      title: 'a plain one',
      body: {
        flag: 'new-checkout',
        entityRef: 'component:default/payments',
        from: 'off',
        to: 'on',
      },
      changes: [
        {
          kind: 'flag',
          title: 'Flag new-checkout: on',
          version: 'on',
          previousVersion: 'off',
        },
      ],
    },
    {
      title: 'LaunchDarkly',
      body: {
        _id: 'log-1',
        date: at('11:59:00'),
        accesses: [
          {
            action: 'updateOn',
            resource: 'proj/shop:env/production:flag/new-checkout',
          },
        ],
        titleVerb: 'turned on the flag',
        member: { email: 'ines@example.com', firstName: 'Ines', lastName: 'A' },
        target: {
          resources: ['proj/shop:env/production:flag/new-checkout;tag'],
        },
        previousVersion: { environments: { production: { on: false } } },
        currentVersion: { environments: { production: { on: true } } },
      },
      changes: [
        {
          key: 'log-1',
          environment: 'production',
          author: 'Ines A',
          startedAt: at('11:59:00'),
          values: [
            {
              kind: 'config',
              label: 'flag new-checkout',
              from: 'false',
              to: 'true',
            },
          ],
        },
      ],
    },
    {
      title: 'an entry that is about a member',
      body: { _id: 'log-2', accesses: [{ resource: 'member/1' }] },
      changes: [],
    },
  ],
  github: [
    {
      title: 'a deployment begins',
      headers: github('deployment'),
      body: { repository, deployment },
      changes: [
        {
          key: 'deployment:shop/payments:17',
          outcome: 'running',
          version: 'v2.3.4',
          commit: sha,
          actionId: 'act-1',
          environment: 'staging',
          startedBy: { kind: 'person', name: 'ines' },
          hints: {
            name: 'payments',
            annotations: { 'github.com/project-slug': 'shop/payments' },
          },
        },
      ],
    },
    {
      title: 'a deployment ends',
      headers: github('deployment_status'),
      body: {
        repository,
        deployment,
        deployment_status: {
          state: 'success',
          created_at: '2026-11-21T11:55:00Z',
        },
      },
      changes: [
        {
          key: 'deployment:shop/payments:17',
          outcome: 'succeeded',
          startedAt: at('11:50:00'),
          finishedAt: at('11:55:00'),
        },
      ],
    },
    {
      title: 'a deployment that a later one replaced',
      headers: github('deployment_status'),
      body: {
        repository,
        deployment,
        deployment_status: { state: 'inactive' },
      },
      changes: [],
    },
    {
      title: 'a run of a workflow that deploys',
      headers: github('workflow_run'),
      body: {
        repository,
        workflow_run: {
          id: 99,
          run_attempt: 2,
          name: 'Deploy to staging',
          status: 'completed',
          conclusion: 'timed_out',
          head_sha: sha,
          head_branch: 'main',
          event: 'push',
          run_started_at: '2026-11-21T11:50:00Z',
          updated_at: '2026-11-21T11:56:00Z',
          html_url: 'https://github.example/shop/payments/actions/runs/99',
          head_commit: {
            timestamp: '2026-11-21T11:40:00Z',
            author: { name: 'Ines' },
          },
          pull_requests: [{ number: 12 }],
        },
      },
      changes: [
        {
          key: 'run:shop/payments:99:2',
          outcome: 'failed',
          environment: 'staging',
          version: sha.slice(0, 7),
          commitAt: at('11:40:00'),
          pullRequest: 'https://github.example/shop/payments/pull/12',
        },
      ],
    },
    {
      title: 'a run of a workflow that only tests',
      headers: github('workflow_run'),
      body: { repository, workflow_run: { id: 98, name: 'Tests' } },
      changes: [],
    },
    {
      title: 'a ping',
      headers: github('ping'),
      body: { zen: 'x' },
      changes: [],
    },
  ],
  gitlab: [
    {
      title: 'a deployment',
      headers: { 'webhook-id': 'w1' },
      body: inStaging('success'),
      changes: [
        {
          key: 'job:shop/payments:71',
          outcome: 'succeeded',
          environment: 'staging',
          version: '9f2c41d0',
          commit: sha,
          finishedAt: at('11:55:00'),
        },
      ],
    },
    {
      title: 'the pipeline of the same job, and jobs that put nothing out',
      body: {
        object_kind: 'pipeline',
        project,
        object_attributes: {
          id: 3,
          ref: 'v2.3.4',
          sha,
          url: 'https://gitlab.example/p/3',
        },
        commit: {
          timestamp: '2026-11-21T11:40:00Z',
          title: 'Fix',
          author: { name: 'Ines' },
        },
        builds: [
          job,
          { ...job, id: 72, environment: { name: 'staging', action: 'stop' } },
          { ...job, id: 73, environment: null },
        ],
      },
      changes: [
        {
          key: 'job:shop/payments:71',
          version: 'v2.3.4',
          startedAt: at('11:50:00'),
          finishedAt: at('11:55:00'),
          commitAt: at('11:40:00'),
        },
      ],
    },
  ],
  cdevents: [
    {
      title: 'deployed, in binary mode',
      headers: {
        'ce-specversion': '1.0',
        'ce-id': 'e1',
        'ce-source': '/pipelines/7',
        'ce-type': 'dev.cdevents.service.deployed.0.3.0',
        'ce-time': '2026-11-21T11:58:00Z',
      },
      body: cdEvent('deployed').data,
      changes: [
        {
          kind: 'deployment',
          version: '2.3.4',
          environment: 'production',
          hints: { name: 'payments' },
          startedAt: at('11:58:00'),
        },
      ],
    },
    {
      title: 'a batch',
      body: [
        cdEvent('upgraded'),
        cdEvent('rolledback', { entityref: 'component:payments' }),
        cdEvent('published'),
        { ...cdEvent('x'), type: 'dev.cdevents.artifact.published.0.3.0' },
      ],
      changes: [
        { kind: 'deployment', title: 'payments upgraded to 2.3.4' },
        { kind: 'rollback', entityRef: 'component:default/payments' },
        { kind: 'other', title: 'payments published' },
      ],
    },
  ],
  argocd: [
    {
      title: 'a sync begins',
      body: sync('Running'),
      changes: [
        {
          outcome: 'running',
          version: '2.3.4',
          key: `argocd/payments:${at('11:50:00')}`,
        },
      ],
    },
    {
      title: 'a sync ends',
      body: sync('Succeeded', '2026-11-21T11:51:00Z'),
      changes: [
        {
          key: `argocd/payments:${at('11:50:00')}`,
          outcome: 'succeeded',
          imageDigest: digest,
          finishedAt: at('11:51:00'),
          startedBy: { kind: 'controller', name: 'argocd' },
          hints: {
            name: 'payments',
            namespace: 'shop',
            annotations: { 'argocd/app-name': 'payments' },
            labels: { team: 'payers' },
          },
        },
      ],
    },
  ],
  'argo-rollouts': [
    {
      title: 'healthy, paused and aborted',
      body: [
        rollout({ phase: 'Paused' }),
        rollout({ phase: 'Healthy' }),
        rollout({ phase: 'Degraded', abort: true }),
      ],
      changes: [
        { key: 'shop/payments:6d4f', outcome: 'running', version: '2.3.4' },
        { key: 'shop/payments:6d4f', outcome: 'succeeded', strategy: 'canary' },
        { outcome: 'failed', title: 'payments 2.3.4 aborted' },
      ],
    },
  ],
  flagger: [
    {
      title: 'on its way, and through',
      body: [
        flagger('Initialized'),
        flagger('Progressing'),
        flagger('Succeeded'),
      ],
      changes: [
        {
          key: 'shop/payments:85d557f47b',
          outcome: 'running',
          version: '2.3.4',
        },
        { outcome: 'succeeded', finishedAt: at('11:55:00') },
      ],
    },
  ],
};
