import type { Sentence } from '@ghostlight/plugin-runbooks-common';
import {
  say,
  type CheckHandler,
  type StepOutcome,
} from '@ghostlight/reliability-node';
import type { BurnReading } from '../verification';
import {
  experimentOf,
  type Experiment,
  type ExperimentContext,
} from './ExperimentContext';
import { findRefusals } from './findRefusals';
import { addReadings, asJson, digits, worstOf, type Seen } from './readings';

/** Why a step let the experiment end, and what that says of its hypothesis; in the result of the step. */
export interface Ending {
  verdict: 'broken' | 'aborted' | 'not-measured';
  because: Sentence;
}

/** What the results of the steps that look hold. */
export interface Looked {
  seen?: Seen[];
  ending?: Ending;
}

/** The longest that the slo family measures at once. */
const longest = 6 * 3600;

/** Refs of the objectives that guard it. */
export async function objectivesOf(
  { burn }: Pick<ExperimentContext, 'burn'>,
  { spec }: Experiment,
): Promise<string[]> {
  const { objectives } = spec.steadyState;
  return objectives.length ? objectives : burn.objectivesOf(spec.entityRef);
}

/** Those of the readings that say something of now. */
export function freshOf(
  readings: BurnReading[],
  now: number,
  blindFor: number,
): BurnReading[] {
  return readings.filter(
    ({ burnRate, asOf = 0 }) =>
      burnRate !== undefined && now - asOf <= blindFor + 60_000,
  );
}

export function sayBurn(
  { title, burnRate }: { title: string; burnRate: number },
  most: number,
): Sentence {
  const burn = digits(burnRate);
  return say(
    'experiment.burns',
    `${title} burns its budget ${burn} times too fast; ${most} is allowed`,
    { title, burn, most },
  );
}

export function ended(
  verdict: Ending['verdict'],
  because: Sentence,
  seen: Seen[],
): StepOutcome {
  return {
    state: 'refused',
    error: because.text,
    result: asJson({ seen, ending: { verdict, because } satisfies Ending }),
  };
}

/**
 * Looks once whether all was well for as long as the experiment asks, and whether it may still begin.
 * Without anything to see by, nothing is done.
 */
export function beingSteady(context: ExperimentContext): CheckHandler {
  return {
    kind: 'check',
    async look(here) {
      const experiment = experimentOf(here);
      const [refusal] = await findRefusals(context, experiment, here.run.id);
      if (refusal) return ended('aborted', refusal, []);
      const { maxBurnRate, beforeSeconds } = experiment.spec.steadyState;
      const { burn, verification, experiments } = context;
      const objectives = await objectivesOf(context, experiment);
      const lately = Math.ceil(verification.mostSpan / 1000);
      const spans = new Set([
        lately,
        Math.min(longest, Math.max(lately, Math.ceil(beforeSeconds))),
      ]);
      const readings = (
        await Promise.all([...spans].map(span => burn.read(objectives, span)))
      ).flat();
      const now = context.now();
      const fresh = freshOf(readings, now, experiments.blindFor);
      const worst = worstOf(fresh);
      const seen = addReadings([], worst ? fresh : [], now);
      if (!worst)
        return ended(
          'not-measured',
          say(
            'experiment.not-measured',
            'There is nothing to see by whether it is well: no objective, or no traffic.',
          ),
          seen,
        );
      return worst.burnRate > maxBurnRate
        ? ended('aborted', sayBurn(worst, maxBurnRate), seen)
        : {
            state: 'succeeded',
            text: `${worst.title}: burn rate ${digits(worst.burnRate)}`,
            result: asJson({ seen }),
          };
    },
  };
}
