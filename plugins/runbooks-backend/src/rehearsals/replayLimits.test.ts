import type { Limits } from '@ghostlight/plugin-runbooks-common';
import { replayLimits, type Act, type ReplayedAct } from './replayLimits';

const minute = 60_000;
const limits: Limits = {
  perTarget: { attempts: 3, withinSeconds: 7200 },
  perHour: 10,
  perHourOrganisation: 20,
  concurrency: 5,
  coolDownSeconds: 60,
  blastRadius: 5,
  minimumHealthy: 0.5,
  storm: { incidents: 5, withinSeconds: 600 },
};

/** `b@2 5` is what policy b did on target 2 in minute 5, because of a symptom of the minute before; `!` when it helped. */
function act(text: string): Act {
  const [, policyRef, target, at, well] = /^(\w)@(\d) (\d+)(!?)$/.exec(text)!;
  return {
    policyRef,
    target,
    symptom: 'Errors',
    entities: new Set(['shop', target]),
    since: (Number(at) - 1) * minute,
    actedAt: Number(at) * minute,
    isWell: well === '!',
  };
}

describe('the limits of a simulated act', () => {
  it.each<{
    what: string;
    acts?: string[];
    of?: Partial<ReplayedAct>;
    incidents?: number[];
    expected?: string;
  }>([
    { what: 'allow what nothing was before' },
    {
      what: 'allow taking turns once when each got well',
      acts: ['a@1 2!', 'b@1 9!'],
    },
    {
      what: 'forbid what another policy undoes',
      acts: ['a@1 2!', 'b@1 9'],
      expected:
        'limit.loop: b acted after this policy did: they may be working against each other',
    },
    {
      what: 'forbid what comes back over other targets',
      acts: ['a@1 3', 'b@2 7', 'c@3 11'],
      expected:
        'limit.loop: c acted after this policy did: they may be working against each other',
    },
    {
      what: 'forbid a long chain of policies that may have set off each other',
      acts: ['b@2 3', 'c@3 6', 'd@4 9', 'e@5 12'],
      expected:
        'limit.chain: 4 of 4 acts of policies that may have set off each other',
    },
    {
      what: 'count tries since the last recovery',
      acts: ['a@1 2', 'a@1 4!', 'a@1 6', 'a@1 8'],
    },
    {
      what: 'forbid another try at the same target',
      acts: ['a@1 2', 'a@1 4', 'a@1 6'],
      expected:
        'limit.per-target: 3 of 3 tries at this target without a recovery',
    },
    {
      what: 'wait for a target to cool down',
      acts: ['b@1 15'],
      of: { actedAt: 15.5 * minute },
      expected: 'limit.cool-down: This target was acted on lately; 30 s more',
    },
    {
      what: 'forbid what touches too much',
      of: { dependants: 6 },
      expected: 'limit.blast-radius: Touches 6 entities, 5 allowed',
    },
    {
      what: 'forbid acting in a storm',
      incidents: [10, 11, 12, 13, 14, 15].map(at => at * minute),
      expected: 'limit.storm: 6 incidents began lately, 5 allowed',
    },
  ])('$what', ({ acts = [], of, incidents = [], expected }) => {
    const said = replayLimits(
      limits,
      { ...act('a@1 16'), dependants: 1, verificationMs: 5 * minute, ...of },
      { acts: acts.map(act), incidents },
    );
    expect(said && `${said.code}: ${said.text}`).toBe(expected);
  });
});
