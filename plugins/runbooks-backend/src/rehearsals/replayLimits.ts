import type { Limits, Sentence } from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';

/** An act on record, or one that was replayed before. Epoch milliseconds. */
export interface Act {
  at: number;
  policyRef: string;
  target: string;
  symptom: string;
  verified: boolean;
}

const hour = 3600_000;

/**
 * The limit that would have forbidden an act, from the acts before it and the beginnings of incidents;
 * undefined when none would have.
 */
export function replayLimits(
  limits: Limits,
  act: Omit<Act, 'verified'> & { entities: number; verificationMs: number },
  before: { acts: Act[]; incidents: number[] },
): Sentence | undefined {
  const { at, target, symptom, policyRef } = act;
  const acts = before.acts.filter(one => one.at < at);
  const since = (ms: number) => acts.filter(one => one.at > at - ms);
  const mine = (all: Act[]) => all.filter(one => one.policyRef === policyRef);
  const here = acts.filter(
    one => one.target === target && one.symptom === symptom,
  );
  const recovered = Math.max(
    -Infinity,
    ...here.filter(({ verified }) => verified).map(one => one.at),
  );
  const { perTarget, storm } = limits;
  const tries = here.filter(
    one => one.at > recovered && one.at > at - perTarget.withinSeconds * 1000,
  ).length;
  const storming = before.incidents.filter(
    began => began <= at && began > at - storm.withinSeconds * 1000,
  ).length;
  const checks: [string, number, number, string][] = [
    ['per-target', tries + 1, perTarget.attempts, 'tries at this target'],
    [
      'per-hour',
      mine(since(hour)).length + 1,
      limits.perHour,
      'acts in an hour',
    ],
    [
      'organisation',
      since(hour).length + 1,
      limits.perHourOrganisation,
      'acts of all policies in an hour',
    ],
    [
      'concurrency',
      mine(since(act.verificationMs)).length + 1,
      limits.concurrency,
      'at once',
    ],
    [
      'cool-down',
      since(limits.coolDownSeconds * 1000).filter(one => one.target === target)
        .length,
      0,
      'acts at this target a short time before',
    ],
    ['blast-radius', act.entities, limits.blastRadius, 'entities touched'],
    ['storm', storming, storm.incidents, 'incidents at once'],
  ];
  const broken = checks.find(([, have, most]) => have > most);
  if (!broken) return undefined;
  const [limit, have, most, what] = broken;
  return say(`limit.${limit}`, `${have} ${what}, ${most} allowed`, {
    have,
    most,
  });
}
