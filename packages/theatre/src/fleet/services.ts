/** The eight services, in the order of their ports. */
export const serviceNames = [
  'storefront',
  'checkout',
  'payments',
  'catalogue',
  'search',
  'recommendations',
  'notifications',
  'ledger',
] as const;

export type ServiceName = (typeof serviceNames)[number];

/** How long a service itself takes, its dependencies left out: log-normal with a slow tail. */
export interface Latency {
  /** Seconds. */
  median: number;
  /** Standard deviation of the logarithm. */
  sigma: number;
  /** Share of requests that take `tailFactor` times as long. */
  tailShare: number;
  tailFactor: number;
}

/** A request that a route makes before it answers. */
export interface Call {
  service: ServiceName;
  route: string;
  /** When it fails, does the caller fail too? */
  required: boolean;
  /** Only every n-th request makes it. */
  every?: number;
}

export interface Route {
  method: 'GET' | 'POST';
  path: string;
  latency: Latency;
  calls: Call[];
}

export interface ServiceSpec {
  name: ServiceName;
  /** Requests at once at which it is saturated. */
  capacity: number;
  /** Share of requests that fail on a good day. */
  failureShare: number;
  routes: Route[];
}

function latency(median: number, tailShare = 0.002): Latency {
  return { median, sigma: 0.3, tailShare, tailFactor: 8 };
}

/** Pods of a service, which have its capacity together. */
export const usualPods = 3;

/** Connections that a service may have to another. */
export const poolSize = 16;

/** Requests that look alike to a buyer count as fast under this many seconds. */
export const fastSeconds = 0.3;

/** Upper bounds of the latency histogram, seconds. */
export const latencyBuckets = [0.05, 0.1, 0.2, 0.3, 0.5, 1];

export const fleet: ServiceSpec[] = [
  {
    name: 'storefront',
    capacity: 40,
    failureShare: 0.00005,
    routes: [
      {
        method: 'GET',
        path: '/',
        latency: latency(0.008),
        calls: [
          { service: 'catalogue', route: '/products', required: true },
          { service: 'recommendations', route: '/suggest', required: false },
        ],
      },
      {
        method: 'GET',
        path: '/search',
        latency: latency(0.008),
        calls: [{ service: 'search', route: '/query', required: true }],
      },
      {
        method: 'POST',
        path: '/checkout',
        latency: latency(0.008),
        calls: [{ service: 'checkout', route: '/orders', required: true }],
      },
    ],
  },
  {
    name: 'checkout',
    capacity: 20,
    failureShare: 0.00005,
    routes: [
      {
        method: 'POST',
        path: '/orders',
        latency: latency(0.03),
        calls: [
          { service: 'payments', route: '/charges', required: true },
          {
            service: 'notifications',
            route: '/messages',
            required: false,
            every: 400,
          },
        ],
      },
    ],
  },
  {
    name: 'payments',
    capacity: 20,
    failureShare: 0.00008,
    routes: [
      {
        method: 'POST',
        path: '/charges',
        latency: latency(0.045, 0.003),
        calls: [{ service: 'ledger', route: '/entries', required: true }],
      },
    ],
  },
  {
    name: 'catalogue',
    capacity: 30,
    failureShare: 0.00004,
    routes: [
      {
        method: 'GET',
        path: '/products',
        latency: latency(0.015),
        calls: [],
      },
    ],
  },
  {
    name: 'search',
    capacity: 20,
    failureShare: 0.0001,
    routes: [
      {
        method: 'GET',
        path: '/query',
        latency: latency(0.055, 0.004),
        calls: [{ service: 'catalogue', route: '/products', required: true }],
      },
    ],
  },
  {
    name: 'recommendations',
    capacity: 15,
    failureShare: 0.0008,
    routes: [
      {
        method: 'POST',
        path: '/suggest',
        latency: latency(0.1, 0.004),
        calls: [],
      },
    ],
  },
  {
    name: 'notifications',
    capacity: 10,
    failureShare: 0.0002,
    routes: [
      {
        method: 'POST',
        path: '/messages',
        latency: latency(0.02),
        calls: [],
      },
    ],
  },
  {
    name: 'ledger',
    capacity: 20,
    failureShare: 0.00002,
    routes: [
      {
        method: 'POST',
        path: '/entries',
        latency: latency(0.012),
        calls: [],
      },
    ],
  },
];

export function findService(name: string): ServiceSpec | undefined {
  return fleet.find(service => service.name === name);
}

export function isServiceName(name: string): name is ServiceName {
  return serviceNames.some(known => known === name);
}
