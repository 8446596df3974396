import { errorAt } from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import type { ObjectiveSpec } from './SloDocument';

/** The target as a share, from whichever of the two fields is given. */
export function targetOf(
  objective: ObjectiveSpec,
  path: string,
): { target?: number; findings: Finding[] } {
  const { target, targetPercent } = objective;
  if ((target === undefined) === (targetPercent === undefined)) {
    return {
      findings: [
        errorAt(path, 'invalid', 'An objective has exactly one target.', {
          found: target === undefined ? 'neither' : 'both',
          allowed: 'target, such as 0.999 | targetPercent, such as 99.9',
        }),
      ],
    };
  }
  if (targetPercent !== undefined) {
    if (targetPercent > 0 && targetPercent < 100) {
      // 99.9 / 100 in binary is 0.9990000000000001.
      return {
        target: Number((targetPercent / 100).toPrecision(12)),
        findings: [],
      };
    }
    return {
      findings: [
        errorAt(`${path}.targetPercent`, 'invalid', outOfRange(targetPercent), {
          found: targetPercent,
          allowed: 'more than 0, less than 100',
        }),
      ],
    };
  }
  if (target! > 0 && target! < 1) return { target, findings: [] };
  return {
    findings: [
      errorAt(`${path}.target`, 'invalid', outOfRange(target!), {
        found: target,
        allowed:
          target! > 1 && target! < 100
            ? `more than 0, less than 1; or targetPercent: ${target}`
            : 'more than 0, less than 1',
      }),
    ],
  };
}

/** Where the target of an objective is written. */
export function targetPath(
  { targetPercent }: Pick<ObjectiveSpec, 'targetPercent'>,
  path: string,
): string {
  return `${path}.${targetPercent === undefined ? 'target' : 'targetPercent'}`;
}

function outOfRange(value: number): string {
  return value === 1 || value === 100
    ? 'A target of 100 % leaves no budget.'
    : 'A target is a share of all events.';
}
