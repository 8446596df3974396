import { say, type CheckHandler } from '@ghostlight/reliability-node';
import type { BurnReading } from '../verification';
import { experimentOf, type ExperimentContext } from './ExperimentContext';
import { lookAtFault } from './faultCalls';
import { notKnown, ofIncidents, ofSwitches } from './findRefusals';
import { addReadings, asJson, digits, worstOf, type Seen } from './readings';
import {
  ended,
  freshOf,
  objectivesOf,
  sayBurn,
  type Looked,
} from './steadyState';

interface Guarded extends Looked {
  seen: Seen[];
  /** When it last saw anything. */
  sawAt: number;
  /** How many times it saw anything. */
  looks: number;
}

/**
 * Watches for as long as the fault is to last. Stops at once when an objective burns too fast, an
 * incident is opened, somebody switches it off, the fault itself fails, or there is nothing to see by.
 */
export function guarding(context: ExperimentContext): CheckHandler {
  const { experiments } = context;
  return {
    kind: 'check',
    async look(here) {
      const experiment = experimentOf(here);
      const { maxBurnRate } = experiment.spec.steadyState;
      const now = here.now();
      const since = here.step.startedAt ?? now;
      const before = here.step.result as unknown as Guarded | undefined;
      const guarded: Guarded = {
        seen: [],
        sawAt: since,
        looks: 0,
        ...before,
      };
      const readings = await read(
        context,
        objectivesOf(context, experiment),
        now - since,
      );
      const fresh = freshOf(readings, context.now(), experiments.blindFor);
      const worst = worstOf(fresh);
      if (worst) {
        guarded.looks += 1;
        guarded.sawAt = now;
        guarded.seen = addReadings(guarded.seen, fresh, context.now());
        if (worst.burnRate > maxBurnRate)
          return ended('broken', sayBurn(worst, maxBurnRate), guarded.seen);
      }
      const [stop] = [
        ...(await ofSwitches(context, experiment)),
        ...(await ofIncidents(context, experiment)),
      ].filter(({ code }) => code !== notKnown);
      if (stop) return ended('aborted', stop, guarded.seen);
      const blind = now - guarded.sawAt;
      const left = since + experiment.spec.durationSeconds * 1000 - now;
      if (blind > experiments.blindFor || (left <= 0 && !guarded.looks))
        return ended(
          'not-measured',
          say(
            'experiment.blind',
            `Nothing was measured for ${Math.ceil(
              blind / 1000,
            )} s, so that nobody would have seen any harm.`,
            { seconds: Math.ceil(blind / 1000) },
          ),
          guarded.seen,
        );
      const fault = await lookAtFault(context, here);
      if (fault.state === 'failed')
        return ended(
          'aborted',
          say('experiment.fault-failed', `The fault failed: ${fault.text}`, {
            why: fault.text,
          }),
          guarded.seen,
        );
      const text = [
        fault.text,
        worst && `${worst.title}: burn rate ${digits(worst.burnRate)}`,
      ]
        .filter(Boolean)
        .join('; ');
      return left <= 0
        ? { state: 'succeeded', text, result: asJson(guarded) }
        : {
            state: 'again',
            after: Math.min(left, experiments.interval),
            text,
            result: asJson(guarded),
          };
    },
  };
}

/** Who cannot be asked has said nothing. */
async function read(
  { burn, verification, logger }: ExperimentContext,
  objectives: Promise<string[]>,
  elapsed: number,
): Promise<BurnReading[]> {
  const { leastSpan, mostSpan } = verification;
  const span = Math.max(leastSpan, Math.min(mostSpan, elapsed));
  try {
    return await burn.read(await objectives, Math.ceil(span / 1000), true);
  } catch (error) {
    logger.warn('An experiment could not read objectives', error as Error);
    return [];
  }
}
