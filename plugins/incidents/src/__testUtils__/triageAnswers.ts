import type {
  IncidentsPaths,
  TriageEvent,
  TriageRun,
} from '@ghostlight/plugin-incidents-common';
import { Refusal, type Answers } from '@ghostlight/reliability-react/fakes';
import { ago } from './incidents';
import { paymentsRun, words } from './triage';
import type { World } from './World';

const missing = (what: string) => new Refusal(404, 'NotFoundError', what);

/** Milliseconds between stages where somebody looks on. */
const rest = (pace: number) => new Promise(done => setTimeout(done, pace));

/** What asking tells, stage by stage, before it ends with the run. */
export async function* stagesOf(
  world: World,
  incidentId: string,
): AsyncGenerator<TriageEvent> {
  const at = ago(world.now, 0);
  const stages = [
    ['collecting'],
    ['ranking', 'Five records.'],
    ['reserving', '$0.15 is reserved.'],
    ['asking'],
    ['using-tools', 'metrics of payments'],
    ['asking'],
    ['verifying'],
  ] as const;
  for (const [stage, text] of stages) {
    yield { stage, at, ...(text ? { said: words(text) } : {}) };
    await rest(world.pace);
  }
  const run: TriageRun = {
    ...paymentsRun(world.now),
    id: `TRI-000${8 + world.runs.length}`,
    incidentId,
    startedAt: at,
  };
  world.keepRun(run);
  yield { stage: 'done', at, run };
}

/** The answers about why an incident happened. */
export function triageAnswers(world: World): Answers<IncidentsPaths> {
  const find = (id: string) => world.runs.find(each => each.id === id);
  const task = (name: TriageRun['task'], incidentId: string): TriageRun => ({
    ...paymentsRun(world.now),
    id: 'TRI-0100',
    incidentId,
    task: name,
    analysis: undefined,
    model: name === 'summary' ? 'claude-haiku-5-5' : 'claude-sonnet-5-5',
    ...(world.unavailable
      ? { state: 'unavailable', unavailable: world.unavailable }
      : {}),
  });
  return {
    '/v1/incidents/{incidentId}/triage': {
      get: ({ path: [id] }) => {
        const triage = world.triages[id];
        if (!triage) return missing(`No triage of ${id}`);
        const latest = world.runs.find(
          each => each.incidentId === id && each.task === 'analysis',
        );
        return latest ? { ...triage, latest } : triage;
      },
    },
    '/v1/incidents/{incidentId}/triage/runs': {
      get: ({ path: [id] }) => ({
        items: world.runs
          .filter(each => each.incidentId === id)
          .map(({ evidence: _, ...run }) => run),
      }),
    },
    '/v1/triage-runs/{runId}': {
      get: ({ path: [id] }) => find(id) ?? missing(`No analysis ${id}`),
    },
    '/v1/triage-runs/{runId}/feedback': {
      post: ({ path: [id], body }) => {
        const run = find(id);
        if (!run) return missing(`No analysis ${id}`);
        const by = 'user:default/ana';
        return world.keepRun({
          ...run,
          feedback: [
            ...run.feedback.filter(each => each.by !== by),
            { by, at: ago(world.now, 0), ...body },
          ],
        });
      },
    },
    '/v1/triage-runs/{runId}/actions/{index}/proposal': {
      post: ({ path: [id, index] }) => {
        const run = find(id);
        if (!run?.analysis) return missing(`No analysis ${id}`);
        const attemptId = 'REM-0031';
        world.keepRun({
          ...run,
          analysis: {
            ...run.analysis,
            actions: run.analysis.actions.map(each =>
              each.index === Number(index) ? { ...each, attemptId } : each,
            ),
          },
        });
        return { attemptId };
      },
    },
    '/v1/incidents/{incidentId}/review': {
      post: ({ path: [id] }) => ({
        run: task('review', id),
        primary: '1',
        first: {
          text: 'Look at the error rate of payments.',
          evidence: ['E3'],
          supported: true,
        },
        groups: [
          {
            alertIds: ['1', '2'],
            related: true,
            why: {
              text: 'checkout depends on payments.',
              evidence: ['E2'],
              supported: true,
            },
          },
          {
            alertIds: ['3'],
            related: false,
            why: {
              text: 'Slow pages began earlier.',
              evidence: ['E2'],
              supported: false,
            },
          },
        ],
        order: ['1', '2', '3'],
        suppress: [
          {
            alertId: '2',
            why: { text: 'A symptom.', evidence: ['E2'], supported: true },
          },
        ],
      }),
    },
    '/v1/incidents/{incidentId}/summary': {
      post: ({ path: [id] }) => ({
        run: task('summary', id),
        ...(world.unavailable
          ? {}
          : {
              title: 'Card payments fail since v2.3.4',
              summary:
                'About 8 % of payments fail. [more](https://evil.example)',
            }),
      }),
    },
    '/v1/incidents/{incidentId}/postmortem/narrative': {
      post: ({ path: [id] }) => ({
        run: task('narrative', id),
        ...(world.unavailable
          ? {}
          : {
              markdown:
                '# Postmortem\n\n## How it began\n\nv2.3.4 never closed its connections. See https://evil.example\n\n## Lessons\n\nTest under load. (E1)\n',
            }),
      }),
    },
    '/v1/incident-clusters': { get: () => ({ items: world.clusters }) },
    '/v1/runbook-drafts': {
      post: () => ({
        run: task('runbook-draft', ''),
        ...(world.unavailable
          ? {}
          : {
              fileName: 'payments-5xx.yaml',
              yaml: 'apiVersion: ghostlight.dev/v1\nkind: Runbook\n',
              steps: [
                {
                  text: 'Roll back to the version before.',
                  evidence: ['E1'],
                  supported: true,
                },
              ],
            }),
      }),
    },
    '/v1/triage/settings': { get: () => world.triageSettings },
    '/v1/triage/spend': { get: () => world.triageSpend },
  };
}
