import { InputError } from '@backstage/errors';
import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import { checkGate } from './checkGate';
import type { FullStrategy, StrategyGate } from './FullStrategy';

/** Row E3 of the capabilities: 5, 25, 50 and 100 per cent for 5, 10, 10 and 5 minutes. */
const canarySteps = [
  { weight: 5, seconds: 300 },
  { weight: 25, seconds: 600 },
  { weight: 50, seconds: 600 },
  { weight: 100, seconds: 300 },
];

export const defaultGates: StrategyGate[] = [
  { metric: 'error_rate', max: 0.05 },
  { metric: 'latency_p95', max: 5 },
  { metric: 'cpu', max: 0.85 },
  { metric: 'memory', max: 0.9 },
];

/** Seconds that a version is watched after it has all the traffic, where no steps say so. */
const watchSeconds: Record<StrategySpec['type'], number> = {
  rolling: 300,
  recreate: 300,
  'blue-green': 600,
  canary: 300,
  ab: 300,
};

/** Seconds that those who send the header are watched before everybody gets the version. */
const abSeconds = 1_800;

const headerName = /^[A-Za-z0-9!#$%&'*+.^_`|~-]+$/;
const mostSeconds = 86_400;

/**
 * Fills in what is left out with the defaults of the strategy.
 *
 * @throws InputError that names the field, when it cannot be meant so
 */
export function completeStrategy(
  spec: StrategySpec = { type: 'canary' },
): FullStrategy {
  const { type } = spec;
  if (!Object.hasOwn(watchSeconds, type))
    throw wrong(
      'type',
      `is one of ${Object.keys(watchSeconds).join(', ')}, not ${type}`,
    );
  if (spec.watchSeconds !== undefined)
    checkSeconds('watchSeconds', spec.watchSeconds);
  if (type !== 'ab' && spec.header)
    throw wrong('header', `is of ab only, not of ${type}`);
  const steps = spec.steps?.length ? checkSteps(spec) : usualSteps(spec);
  if (steps[steps.length - 1].weight < 100)
    steps.push({ weight: 100, seconds: spec.watchSeconds ?? 0 });
  return {
    type,
    steps,
    watchSeconds: steps[steps.length - 1].seconds,
    ...(type === 'ab' && { header: checkHeader(spec) }),
    gates: spec.gates ? spec.gates.map(checkGate(spec)) : defaultGates,
    automaticRollback: spec.automaticRollback ?? true,
  };
}

function usualSteps(spec: StrategySpec): FullStrategy['steps'] {
  const seconds = spec.watchSeconds ?? watchSeconds[spec.type];
  if (spec.type === 'canary')
    return canarySteps.map(step =>
      step.weight === 100 ? { weight: 100, seconds } : { ...step },
    );
  if (spec.type === 'ab')
    return [
      { weight: 0, seconds: abSeconds },
      { weight: 100, seconds },
    ];
  return [{ weight: 100, seconds }];
}

function checkSteps({ type, steps = [] }: StrategySpec): FullStrategy['steps'] {
  const isWhole = steps.length === 1 && steps[0].weight === 100;
  if (type !== 'canary' && type !== 'ab' && !isWhole)
    throw wrong('steps', `are of canary and ab; ${type} has watchSeconds`);
  if (steps.length > 20) throw wrong('steps', 'are 20 at most');
  const least = type === 'ab' ? 0 : 0.01;
  steps.forEach(({ weight, seconds }, n) => {
    if (!(weight >= least && weight <= 100))
      throw wrong(
        `steps[${n}].weight`,
        `is ${type === 'ab' ? '0' : 'above 0'} to 100 per cent, not ${weight}`,
      );
    if (n > 0 && weight <= steps[n - 1].weight)
      throw wrong(
        `steps[${n}].weight`,
        `must be more than that of the step before it (${steps[n - 1].weight})`,
      );
    checkSeconds(`steps[${n}].seconds`, seconds);
  });
  return steps.map(({ weight, seconds }) => ({ weight, seconds }));
}

function checkSeconds(field: string, seconds: number): void {
  if (!(seconds >= 0 && seconds <= mostSeconds))
    throw wrong(field, `is 0 to ${mostSeconds} seconds, not ${seconds}`);
}

function checkHeader({ header }: StrategySpec) {
  if (!header)
    throw wrong(
      'header',
      'is needed for ab: name and value of the header that gets the new version',
    );
  if (!headerName.test(header.name))
    throw wrong('header.name', `is no name of a header: ${header.name}`);
  if (!/^[\x20-\x7e]+$/.test(header.value))
    throw wrong('header.value', 'is 1 or more printable ASCII characters');
  return header;
}

function wrong(field: string, what: string): InputError {
  return new InputError(`strategy.${field}: ${what}`);
}
