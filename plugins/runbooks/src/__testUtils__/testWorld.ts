import { executionAnswers, runbookAnswers } from './answers';
import { OWNER, ref } from './catalog';
import { someJournal, someRun } from './executions';
import { remediationAnswers } from './remediationAnswers';
import { briefOf, brokenRunbook, someActions, someRunbook } from './runbooks';
import { ago, MAY, MAY_NOT, say } from './said';
import { World } from './World';

/** A portal in which a runbook of payments runs, checkout is quiet, and one entity is in each trouble. */
export function testWorld(now: number = Date.now()): World {
  const world = new World(now);
  const payments = someRunbook(now);
  const checkout = someRunbook(now, {
    ref: 'runbook:default/checkout-slow',
    title: 'checkout is slow',
    severity: 'sev3',
    serviceRefs: [ref('checkout')],
    stale: undefined,
    lastRun: undefined,
    lastRehearsed: { at: ago(now, 600), executionId: 'RUN-0012' },
    may: { run: MAY_NOT },
  });
  world.runbooks = [brokenRunbook(now), checkout, payments];
  world.suggestions = [
    {
      kind: 'runbook',
      runbook: briefOf(payments),
      score: 0.9,
      because: [
        say('runbooks.matched.alert', 'HighErrorRate fires', {
          alert: 'HighErrorRate',
        }),
      ],
    },
  ];
  world.actions = someActions;
  world.executions = [
    someRun(now),
    someRun(now, {
      id: 'RUN-0011',
      state: 'succeeded',
      incidentId: undefined,
      startedAt: ago(now, 3010),
      finishedAt: ago(now, 3000),
      said: say('run.succeeded', 'All was done.'),
    }),
  ];
  world.journal = someJournal(now);
  world.approvals = [
    {
      id: 'REM-0031',
      kind: 'attempt',
      title: 'Roll payments back',
      entityRef: ref('payments'),
      environment: 'production',
      requestedBy: 'remediationpolicy:default/payments-rollback',
      at: ago(now, 2),
      until: ago(now, -28),
      approvers: [OWNER],
      evidence: [],
      may: MAY,
    },
  ];
  world.portal.failures = [
    {
      match: 'component:default/secret',
      status: 403,
      name: 'NotAllowedError',
      message: 'You may not read this',
    },
    {
      match: 'component:default/down',
      status: 503,
      name: 'ServiceUnavailableError',
      message: 'the database is not reachable',
    },
  ];
  world.portal
    .answer(runbookAnswers(world))
    .answer(executionAnswers(world))
    .answer(remediationAnswers(world));
  return world;
}
