import type { RolloutStepPlan } from '@ghostlight/plugin-delivery-node';
import type { FullStrategy } from './FullStrategy';

/**
 * The driver's steps with a watch after each that moves traffic, for as long as the strategy says. A
 * driver may have put watches in itself: those stay.
 */
export function compileSteps(
  strategy: FullStrategy,
  planned: RolloutStepPlan[],
): RolloutStepPlan[] {
  if (planned.some(({ kind }) => kind === 'watch'))
    return planned.filter(
      ({ kind, seconds = 0 }) => kind !== 'watch' || seconds > 0,
    );
  const ids = new Set(planned.map(({ id }) => id));
  const compiled: RolloutStepPlan[] = [];
  const left = [...strategy.steps];
  planned.forEach((step, n) => {
    compiled.push(step);
    const { weight } = step;
    // Several effects may lead to one weight: it is watched after the last of them.
    if (weight === undefined || planned[n + 1]?.weight === weight) return;
    const at = left.findIndex(wanted => wanted.weight === weight);
    if (at < 0) return;
    const { seconds } = left.splice(0, at + 1)[at];
    if (seconds > 0) compiled.push(watchOf(weight, seconds, ids));
  });
  // All traffic moves as a whole where the driver tells no weights.
  const last = strategy.steps[strategy.steps.length - 1];
  if (left.includes(last) && last.seconds > 0)
    compiled.push(watchOf(100, last.seconds, ids));
  return compiled;
}

function watchOf(
  weight: number,
  seconds: number,
  ids: Set<string>,
): RolloutStepPlan {
  let id = `watch-${weight}`;
  for (let n = 2; ids.has(id); n++) id = `watch-${weight}-${n}`;
  ids.add(id);
  const share =
    weight === 0 ? 'those who send the header' : `${weight} % of the traffic`;
  return {
    id,
    title: `Watch ${share} for ${spanText(seconds)}`,
    kind: 'watch',
    weight,
    seconds,
  };
}

/** `5 min`, `90 s`, `1 h`. */
export function spanText(seconds: number): string {
  if (seconds >= 3_600 && seconds % 3_600 === 0) return `${seconds / 3_600} h`;
  if (seconds >= 60 && seconds % 60 === 0) return `${seconds / 60} min`;
  return `${Number(seconds.toFixed(1))} s`;
}
