import type { Random } from '../../bench/incidents/storm/Random';

export type ServiceType =
  | 'edge'
  | 'service'
  | 'database'
  | 'cache'
  | 'queue'
  | 'external';

export interface Call {
  to: number;
  /** Calls per request. */
  fan: number;
  /** A failure of it fails the caller. */
  isHard: boolean;
}

export interface Service {
  name: string;
  type: ServiceType;
  /** Seconds of its own per request, unloaded. */
  work: number;
  /** Share of its capacity that is busy at usual load. */
  busy: number;
  cores: number;
  memory: number;
  leaks: boolean;
  errors: number;
  noise: number;
  /** How long noise lasts: 0 white, near 1 wandering. */
  memory1: number;
  calls: Call[];
  retries: boolean;
  timeout: number;
  isMeasured: boolean;
}

const words = [
  'cart',
  'orders',
  'payment',
  'catalogue',
  'user',
  'auth',
  'search',
  'shipping',
  'email',
  'ads',
  'currency',
  'quote',
  'review',
  'rating',
  'inventory',
  'pricing',
  'profile',
  'session',
  'notify',
  'invoice',
  'ledger',
  'fraud',
  'geo',
  'rate',
  'basket',
  'station',
  'ticket',
  'travel',
  'route',
  'seat',
  'config',
  'media',
  'feed',
  'social',
  'recommend',
  'wallet',
  'refund',
  'stock',
];

/** Services in layers: who is asked from outside, what they call, and at the bottom what stores. */
export function makeSystem(random: Random): Service[] {
  const size = random.pick([5, 8, 11, 14, 20, 27, 40]);
  const names = shuffled([...words], random);
  const suffix = random.pick(['', '-service', 'service', '-svc']);
  const services: Service[] = [];
  const layers = Math.max(3, Math.round(Math.log2(size)));
  for (let place = 0; place < size; place++) {
    const depth = Math.floor((place / size) * layers);
    const isLast = depth === layers - 1;
    const type: ServiceType =
      place === 0
        ? 'edge'
        : isLast && random.chance(0.6)
        ? random.pick([
            'database',
            'cache',
            'queue',
            'database',
            'external',
          ] as const)
        : 'service';
    const word =
      names[place % names.length] + (place >= names.length ? '2' : '');
    const name =
      type === 'edge'
        ? random.pick(['frontend', 'gateway', 'web', 'front-end'])
        : type === 'service'
        ? word + suffix
        : type === 'external'
        ? `api.${word}.example`
        : `${word}-${
            type === 'database' ? random.pick(['db', 'mongo', 'mysql']) : type
          }`;
    services.push({
      name,
      type,
      work: 0.002 * 10 ** (random.next() * 1.4),
      busy: 0.1 + 0.45 * random.next(),
      cores: random.pick([0.05, 0.2, 0.5, 1, 2]),
      memory: 20e6 * 10 ** (random.next() * 1.7),
      leaks: random.chance(0.15),
      errors: random.chance(0.5) ? 0 : 0.0005 * 10 ** random.next(),
      noise: 0.02 + 0.15 * random.next() ** 2,
      memory1: random.pick([0, 0.3, 0.7, 0.9, 0.97]),
      calls: [],
      retries: random.chance(0.3),
      timeout: random.pick([1, 2, 5, 30]),
      isMeasured: type !== 'external' && random.chance(0.95),
    });
  }
  for (let place = 1; place < size; place++) {
    const depth = Math.floor((place / size) * layers);
    const callers = services
      .map((_, other) => other)
      .filter(
        other =>
          other < place &&
          ['edge', 'service'].includes(services[other].type) &&
          Math.floor((other / size) * layers) < Math.max(1, depth),
      );
    const wanted = 1 + (random.chance(0.35) ? random.below(3) : 0);
    for (const other of shuffled(callers, random).slice(0, wanted))
      services[other].calls.push({
        to: place,
        fan: random.pick([0.2, 0.5, 1, 1, 1, 2, 3]),
        isHard: random.chance(0.75),
      });
  }
  return services;
}

export function shuffled<T>(items: T[], random: Random): T[] {
  for (let place = items.length - 1; place > 0; place--) {
    const other = random.below(place + 1);
    [items[place], items[other]] = [items[other], items[place]];
  }
  return items;
}
