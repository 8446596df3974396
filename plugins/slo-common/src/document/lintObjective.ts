import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { Finding, Objective } from '../objective';
import { nominalSeconds } from './compileWindow';
import { formatDuration } from './duration';
import { targetPlace } from './places';
import { maximumBurn } from './standardPairs';

/** Explains settings of one objective that cannot work, or not as their author hopes. */
export function lintObjective(objective: Objective, path: string): Finding[] {
  return [
    ...unreachablePairs(objective),
    ...tinyBudget(objective),
    ...timeSlices(objective, path),
  ];
}

function unreachablePairs(objective: Objective): Finding[] {
  const { pairs, target } = objective;
  const most = maximumBurn(target);
  return pairs
    .filter(pair => pair.unreachable)
    .map(pair =>
      warningAt(
        targetPlace(objective),
        'unreachable-burn',
        `Unreachable alert: at a target of ${percent(
          target,
        )} a total outage burns at ${number(most)}, so ${
          pair.name
        }, which asks for ${number(pair.threshold)}, can never fire.`,
        {
          found: percent(target),
          allowed: `more than ${percent(
            1 - 1 / pair.threshold,
          )}, or an alert policy with a lower threshold`,
        },
      ),
    );
}

function tinyBudget(objective: Objective): Finding[] {
  const { window, target } = objective;
  const period = nominalSeconds(window);
  const budget = period * (1 - target);
  return budget < 60 - 1e-6
    ? [
        warningAt(
          targetPlace(objective),
          'budget-under-one-minute',
          `The budget is ${number(budget)} s over ${
            window.duration
          }: less than the minute in which anything is measured.`,
          {
            found: percent(target),
            allowed: `at most ${percent(1 - 60 / period)} over ${
              window.duration
            }`,
          },
        ),
      ]
    : [];
}

function timeSlices(
  { timeSlice, window, target }: Objective,
  path: string,
): Finding[] {
  if (!timeSlice) return [];
  const slices = nominalSeconds(window) / timeSlice.seconds;
  const at = `${path}.timeSliceWindow`;
  if (slices < 1) {
    return [
      errorAt(
        at,
        'timeslice-longer-than-window',
        'A slice is a part of the window.',
        {
          found: formatDuration(timeSlice.seconds),
          allowed: `1m to ${window.duration}`,
        },
      ),
    ];
  }
  return slices * (1 - target) < 1 - 1e-9
    ? [
        warningAt(
          at,
          'budget-under-one-slice',
          `The budget is ${number(
            slices * (1 - target),
          )} slices: the first bad one spends it all.`,
          {
            found: formatDuration(timeSlice.seconds),
            allowed: 'shorter slices, a longer window or a lower target',
          },
        ),
      ]
    : [];
}

/**
 * For use where events are counted: the traffic seen leaves less than one event to spend.
 *
 * @public
 */
export function budgetUnderOneEvent(
  allowedEvents: number,
  total: number,
  objective: Pick<Objective, 'place'> = {},
): Finding {
  return warningAt(
    targetPlace(objective),
    'budget-under-one-event',
    `The budget is ${number(allowedEvents)} events of the ${number(
      total,
    )} seen: one bad event spends it all.`,
    { allowed: 'a longer window, a lower target or time slices' },
  );
}

/**
 * For use where a source is asked: its data does not reach back over the window.
 *
 * @public
 */
export function windowLongerThanHistory(
  historySeconds: number,
  windowSeconds: number,
): Finding {
  return {
    severity: 'info',
    code: 'window-longer-than-history',
    path: 'spec.timeWindow[0].duration',
    message: `The source has data of ${number(
      historySeconds / 86_400,
    )} days. The budget covers what there is, until the window of ${number(
      windowSeconds / 86_400,
    )} days has filled.`,
  };
}

function percent(share: number): string {
  return `${number(share * 100)} %`;
}

/** Six digits say all that matters; 14.3999999 does not. */
function number(value: number): string {
  return String(Number(value.toPrecision(6)));
}
