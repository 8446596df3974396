import type { Random } from '../../bench/incidents/storm/Random';
import type { Service } from './System';

export const faultKinds = [
  'cpu',
  'memory',
  'disk',
  'delay',
  'loss',
  'code',
  'config',
  'crash',
  'external',
  'pool',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export interface Fault {
  kind: FaultKind;
  place: number;
  /** 0 to 1. */
  strength: number;
  /** Ticks from the beginning of the recording. */
  from: number;
  /** Ticks until it is all there. */
  ramp: number;
}

export function makeFault(
  services: Service[],
  from: number,
  step: number,
  random: Random,
): Fault {
  let kind = random.pick(faultKinds);
  const fits = (service: Service, place: number) => {
    const called = services.some(({ calls }) =>
      calls.some(({ to }) => to === place),
    );
    if (!called && place !== 0) return false;
    if (kind === 'external') return service.type === 'external';
    if (service.type === 'external') return false;
    if (kind === 'code')
      return service.type === 'service' || service.type === 'edge';
    if (kind === 'pool')
      return service.calls.length > 0 || service.type === 'database';
    return true;
  };
  let places = services
    .map((_, place) => place)
    .filter(place => fits(services[place], place));
  if (!places.length) {
    kind = 'cpu';
    places = services
      .map((_, place) => place)
      .filter(place => fits(services[place], place));
  }
  const isSlow = kind === 'memory' || random.chance(0.15);
  return {
    kind,
    place: random.pick(places),
    strength: 0.15 + 0.85 * random.next(),
    from,
    ramp: isSlow ? Math.round((60 + 400 * random.next()) / step) : 1,
  };
}
