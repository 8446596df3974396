import { changeAnswers, gateAnswers, runAnswers } from './answers';
import { OWNER, ref } from './catalog';
import {
  ago,
  deployment,
  paymentsHistory,
  paymentsWatch,
  say,
} from './deployments';
import { somePlan, someRollback, someRollout } from './plans';
import { World } from './World';

/** A portal in which payments does harm, checkout is on its way, and one entity is in each trouble. */
export function testWorld(now: number = Date.now()): World {
  const world = new World(now);
  const [current, before, failed] = paymentsHistory(now);
  const checkout = deployment(now, {
    id: 'c1',
    title: 'checkout v5.0.9',
    entityRef: ref('checkout'),
    version: 'v5.0.9',
    active: true,
    activeFrom: ago(now, 600),
    startedAt: ago(now, 601),
    watch: {
      id: 'w-c1',
      state: 'passed',
      said: say('watch.passed', 'v5.0.9 did no harm in 60 min.', {
        version: 'v5.0.9',
        minutes: 60,
      }),
    },
  });
  const onItsWay = deployment(now, {
    id: 'c2',
    title: 'checkout v5.1.0',
    entityRef: ref('checkout'),
    version: 'v5.1.0',
    outcome: 'running',
    finishedAt: undefined,
    tookSeconds: undefined,
    startedAt: ago(now, 8),
  });
  const staging = deployment(now, {
    id: 's1',
    version: 'v2.3.5',
    environment: 'staging',
    active: true,
    activeFrom: ago(now, 5),
  });
  world.deployments = [current, before, failed, staging, checkout, onItsWay];
  world.changes = [
    ...world.deployments,
    {
      id: 'flag-1',
      kind: 'flag',
      title: 'new-basket switched on',
      entityRef: ref('checkout'),
      environment: 'production',
      strategy: 'unknown',
      startedAt: ago(now, 60),
      outcome: 'succeeded',
      startedBy: { kind: 'person', name: 'user:default/ana' },
      source: 'flags',
    },
  ];
  const mayRollBack = { allowed: true, who: [OWNER] };
  const gate = { verdict: world.gate.verdict, said: world.gate.said };
  world.lanes = {
    [ref('payments')]: [
      {
        environment: 'production',
        targets: [],
        current,
        lastGood: before,
        gate,
        mayRollBack,
      },
      { environment: 'staging', targets: [], current: staging, mayRollBack },
    ],
    [ref('checkout')]: [
      {
        environment: 'production',
        targets: [],
        current: checkout,
        running: onItsWay,
        rollout: {
          id: 'ro-1',
          strategy: 'canary',
          engine: 'ghostlight',
          state: 'running',
          step: 2,
          steps: 3,
          weight: 25,
          said: someRollout(now).said,
        },
        rollback: { id: 'RB-0007', state: 'verifying' },
        mayRollBack: {
          allowed: false,
          who: [OWNER],
          why: say('may.owner', 'Only the owner may do this.', {
            owner: OWNER,
          }),
        },
      },
    ],
  };
  world.overview = [current, checkout, staging].map(each => ({
    entityRef: each.entityRef ?? '',
    environment: each.environment,
    owner: OWNER,
    current: each,
    ...(each === checkout && { running: onItsWay }),
    deployments30d: 12,
    failures30d: 1,
  }));
  world.plans = [somePlan(now)];
  world.rollbacks = [someRollback(now)];
  world.journal = [
    { seq: 1, at: ago(now, 2), event: 'requested', by: 'user:default/ben' },
    { seq: 2, at: ago(now, 1), event: 'step', stepId: 'sync', text: 'done' },
  ];
  world.rollouts = [someRollout(now)];
  world.watches = [paymentsWatch(now)];
  world.freezes = [
    {
      id: 'f-sale',
      title: 'Black Friday',
      reason: 'Sales',
      from: ago(now, 60),
      until: ago(now, -600),
      environments: ['production'],
      entityRefs: [],
      owners: [OWNER],
      source: 'portal',
      by: 'user:default/ben',
    },
  ];
  world.sources = [
    {
      id: 'kubernetes',
      title: 'Kubernetes',
      kind: 'source',
      state: 'failing',
      said: say('source.said', 'connection refused'),
      lastAt: ago(now, 9),
      count24h: 31,
    },
    { id: 'ci', title: 'CI step', kind: 'adapter', state: 'idle', count24h: 0 },
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
    .answer(changeAnswers(world))
    .answer(runAnswers(world))
    .answer(gateAnswers(world));
  return world;
}
