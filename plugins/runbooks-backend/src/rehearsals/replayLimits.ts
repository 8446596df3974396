import type { Limits, Sentence } from '@ghostlight/plugin-runbooks-common';
import type { ChainedAct } from '../remediation/chains';
import { judgeLimits } from '../remediation/judgeLimits';

/** An act on record, or one that was replayed before. */
export interface Act extends ChainedAct {
  symptom: string;
}

/** What would be done. */
export interface ReplayedAct extends Omit<Act, 'isWell'> {
  /** How many entities depend on it. */
  dependants: number;
  /** How long the policy would have been at it, milliseconds. */
  verificationMs: number;
}

const hour = 3600_000;

/**
 * The limit that would have forbidden an act, from the acts before it and the beginnings of incidents;
 * undefined when none would have. The limits are judged as they are for a real act. Whether anybody had
 * switched the policy off, and how many instances would have stayed, is not on record.
 */
export function replayLimits(
  limits: Limits,
  act: ReplayedAct,
  before: { acts: Act[]; incidents: number[] },
): Sentence | undefined {
  const { actedAt: at, target, symptom, policyRef } = act;
  const acts = before.acts.filter(one => one.actedAt < at);
  const since = (ms: number) => acts.filter(one => one.actedAt > at - ms);
  const mine = (all: Act[]) => all.filter(one => one.policyRef === policyRef);
  const here = acts.filter(one => one.target === target);
  const same = here.filter(one => one.symptom === symptom);
  const recovered = latest(same.filter(({ isWell }) => isWell));
  const { perTarget, storm } = limits;
  const last = latest(here);
  const judged = judgeLimits(limits, {
    tries: same.filter(
      one =>
        one.actedAt > recovered &&
        one.actedAt > at - perTarget.withinSeconds * 1000,
    ).length,
    ofPolicy: mine(since(hour)).length,
    ofAll: since(hour).length,
    busy: mine(since(act.verificationMs)).length,
    sinceLast: at - last,
    entities: act.dependants,
    recentIncidents: before.incidents.filter(
      began => began <= at && began > at - storm.withinSeconds * 1000,
    ).length,
    end: act,
    acts: since(hour).filter(one => one.policyRef),
  });
  return judged.find(({ holds }) => !holds)?.said;
}

/** When the last of them was; long ago without one. */
function latest(acts: Act[]): number {
  return Math.max(-Infinity, ...acts.map(one => one.actedAt));
}
