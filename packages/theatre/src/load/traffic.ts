import { fleet, type ServiceName } from '../fleet/services';

/** What buyers do, and how often. */
export const journeys: { route: string; share: number }[] = [
  { route: '/', share: 0.6 },
  { route: '/search', share: 0.2 },
  { route: '/checkout', share: 0.2 },
];

const busiest = 14;
const day = 86_400;

/**
 * Journeys per second at an instant (epoch seconds, UTC): quiet nights, a peak in the early evening,
 * a third less at weekends. Between 4 and 14, so that a laptop does not notice.
 */
export function journeysPerSecond(at: number): number {
  const hour = (at % day) / 3600;
  const daily = 0.68 + 0.32 * Math.cos(((hour - 18) / 24) * 2 * Math.PI) * 0.95;
  const weekday = (Math.floor(at / day) + 4) % 7;
  const weekly = weekday === 0 || weekday === 6 ? 0.7 : 1;
  return Math.max(4, busiest * daily * weekly);
}

/** Requests that each service gets per journey, following the calls of the graph. */
export function requestsPerJourney(): Map<ServiceName, number> {
  const requests = new Map<ServiceName, number>();
  const visit = (service: ServiceName, path: string, share: number) => {
    requests.set(service, (requests.get(service) ?? 0) + share);
    const route = fleet
      .find(({ name }) => name === service)
      ?.routes.find(candidate => candidate.path === path);
    for (const call of route?.calls ?? []) {
      visit(call.service, call.route, share / (call.every ?? 1));
    }
  };
  for (const { route, share } of journeys) visit('storefront', route, share);
  return requests;
}
