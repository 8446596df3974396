import type { LimitCheck, Limits } from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import { judgeLoops } from './judgeLoops';
import type { ChainedAct, ChainEnd } from './chains';

/** What limits go by, counted of what is on record or was replayed. */
export interface LimitFacts {
  /** Tries at the target against the symptom since its last verified recovery. */
  tries: number;
  /** Acts in an hour: of the policy, and of all. */
  ofPolicy: number;
  ofAll: number;
  /** What the policy has under way. */
  busy: number;
  /** Milliseconds since the last act at the target, if there was one. */
  sinceLast?: number;
  /** How many entities it touches. */
  entities: number;
  /** Share of the instances that stay, 0 to 1; undefined when that is not known. */
  healthy?: number;
  /** Incidents that began lately. */
  recentIncidents: number;
  /** What is about to be done, and acts of policies in the hour before, in any order. */
  end: ChainEnd;
  acts: ChainedAct[];
}

/** The limits of a policy that facts tell of, each with whether it allows an act. Pure. */
export function judgeLimits(limits: Limits, facts: LimitFacts): LimitCheck[] {
  const { entities, healthy, recentIncidents, sinceLast } = facts;
  const wait = Math.max(
    0,
    Math.ceil(limits.coolDownSeconds - (sinceLast ?? Infinity) / 1000),
  );
  return [
    numeric(
      'per-target',
      facts.tries,
      limits.perTarget.attempts,
      'tries at this target without a recovery',
    ),
    numeric(
      'per-hour',
      facts.ofPolicy,
      limits.perHour,
      'acts of this policy in an hour',
    ),
    numeric(
      'organisation',
      facts.ofAll,
      limits.perHourOrganisation,
      'acts of all policies in an hour',
    ),
    numeric('concurrency', facts.busy, limits.concurrency, 'at once'),
    check(
      'cool-down',
      wait === 0,
      wait,
      0,
      wait === 0
        ? 'Nothing was done to this target lately'
        : `This target was acted on lately; ${wait} s more`,
    ),
    check(
      'blast-radius',
      entities <= limits.blastRadius,
      entities,
      limits.blastRadius,
      `Touches ${entities} entities, ${limits.blastRadius} allowed`,
    ),
    ...(healthy === undefined
      ? []
      : [
          check(
            'healthy',
            healthy >= limits.minimumHealthy,
            Math.round(healthy * 100),
            Math.round(limits.minimumHealthy * 100),
            `${Math.round(healthy * 100)} % of the instances stay, ${Math.round(
              limits.minimumHealthy * 100,
            )} % needed`,
          ),
        ]),
    check(
      'storm',
      recentIncidents <= limits.storm.incidents,
      recentIncidents,
      limits.storm.incidents,
      `${recentIncidents} incidents began lately, ${limits.storm.incidents} allowed`,
    ),
    ...judgeLoops(facts.end, facts.acts),
  ];
}

/** A number that this one would add one to. */
function numeric(
  limit: string,
  have: number,
  most: number,
  what: string,
): LimitCheck {
  return check(limit, have < most, have, most, `${have} of ${most} ${what}`);
}

export function check(
  limit: string,
  holds: boolean,
  have: number | string,
  most: number | string,
  text: string,
): LimitCheck {
  return { limit, holds, said: say(`limit.${limit}`, text, { have, most }) };
}
