import {
  findService,
  latencyBuckets,
  fastSeconds,
  serviceNames,
  type Latency,
  type Route,
  type ServiceName,
} from '../fleet/services';
import { shareWithin } from '../fleet/latency';
import { versionEffects } from '../fleet/versions';
import { journeys } from '../load/traffic';
import type { Trouble } from './troubles';

/** A hop over loopback, seconds. */
const hopSeconds = 0.003;

/** What each service's requests are expected to do while some troubles last. */
export interface Outlook {
  services: Record<
    ServiceName,
    {
      /** Share of requests that fail, those of its dependencies included. */
      failureShare: number;
      /** Share of answered requests within each bound of the latency histogram. */
      withinBuckets: number[];
      fastShare: number;
      /** Mean seconds of a request. */
      seconds: number;
      /** Those in which the service works itself. */
      ownSeconds: number;
      /** Seconds that a request has a connection of the pool that is used most; none where it calls nobody. */
      connectedSeconds?: number;
    }
  >;
  quality: number;
}

/** The parts of a request's time: the service's own, and that of each it waits for. */
function latencyParts(
  service: ServiceName,
  route: Route,
  troubles: Trouble[],
): Latency[] {
  const factor = troubles
    .filter(trouble => trouble.service === service)
    .reduce((product, { latencyFactor = 1 }) => product * latencyFactor, 1);
  const own = {
    ...route.latency,
    median: route.latency.median * factor + hopSeconds,
  };
  return [
    own,
    ...route.calls
      .filter(({ every = 1 }) => every === 1)
      .flatMap(call =>
        latencyParts(call.service, routeOf(call.service, call.route), troubles),
      ),
  ];
}

/** The share of requests within a bound; at most one part at a time is in its slow tail. */
function within(parts: Latency[], seconds: number): number {
  const median = parts.reduce((sum, part) => sum + part.median, 0);
  const spread = Math.hypot(...parts.map(part => part.median * part.sigma));
  const body = { sigma: spread / median, tailShare: 0, tailFactor: 1 };
  const tails = parts.reduce((sum, part) => sum + part.tailShare, 0);
  return parts.reduce(
    (sum, part) =>
      sum +
      part.tailShare *
        shareWithin(
          { ...body, median: median + part.median * (part.tailFactor - 1) },
          seconds,
        ),
    (1 - tails) * shareWithin({ ...body, median }, seconds),
  );
}

function routeOf(service: ServiceName, path: string): Route {
  return findService(service)!.routes.find(route => route.path === path)!;
}

function weightedRoutes(service: ServiceName) {
  const { routes } = findService(service)!;
  return routes.map(route => ({
    route,
    share:
      service === 'storefront'
        ? journeys.find(journey => journey.route === route.path)?.share ?? 0
        : 1 / routes.length,
  }));
}

function failureShare(service: ServiceName, troubles: Trouble[]): number {
  const own = troubles
    .filter(trouble => trouble.service === service)
    .reduce(
      (sum, trouble) => sum + (trouble.failureShare ?? 0),
      findService(service)!.failureShare,
    );
  return weightedRoutes(service).reduce((sum, { route, share }) => {
    const succeeds = route.calls
      .filter(call => call.required)
      .reduce(
        (product, call) => product * (1 - failureShare(call.service, troubles)),
        1 - own,
      );
    return sum + share * (1 - succeeds);
  }, 0);
}

function connectedSeconds(
  service: ServiceName,
  services: Outlook['services'],
): number | undefined {
  const pools = new Map<ServiceName, number>();
  for (const { route, share } of weightedRoutes(service))
    for (const { service: other, every = 1 } of route.calls)
      pools.set(
        other,
        (pools.get(other) ?? 0) + (share / every) * services[other].seconds,
      );
  return pools.size ? Math.max(...pools.values()) : undefined;
}

/** Follows failures and slowness along the calls of the graph. */
export function createOutlook(troubles: Trouble[]): Outlook {
  const services = Object.fromEntries(
    serviceNames.map(service => {
      const routes = weightedRoutes(service).map(({ route, share }) => ({
        share,
        parts: latencyParts(service, route, troubles),
      }));
      const mean = (of: (parts: Latency[]) => number) =>
        routes.reduce((sum, { share, parts }) => sum + share * of(parts), 0);
      return [
        service,
        {
          failureShare: failureShare(service, troubles),
          withinBuckets: latencyBuckets.map(le =>
            mean(parts => within(parts, le)),
          ),
          fastShare: mean(parts => within(parts, fastSeconds)),
          seconds: mean(parts =>
            parts.reduce((sum, part) => sum + part.median, 0),
          ),
          ownSeconds: mean(([own]) => own.median),
        },
      ];
    }),
  ) as Outlook['services'];
  const quality = Math.min(
    versionEffects.good.quality,
    ...troubles.map(trouble => trouble.quality ?? 1),
  );
  for (const service of serviceNames)
    services[service].connectedSeconds = connectedSeconds(service, services);
  return { services, quality };
}
