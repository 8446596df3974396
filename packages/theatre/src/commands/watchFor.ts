import type { ServiceName } from '../fleet/services';
import type { Version } from '../fleet/versions';

const failures: Record<ServiceName, string> = {
  storefront: 'Buyers see errors on every page',
  checkout: 'Orders fail, and with them a fifth of what the storefront answers',
  payments:
    'Orders fail with it: checkout answers 502, and so does the storefront’s /checkout',
  catalogue: 'The storefront’s home page and search fail with it',
  search: 'The storefront’s /search fails with it',
  recommendations:
    'The storefront hides it, but the quality of its answers falls below 0.8',
  notifications:
    'Nobody fails with it, and it has so little traffic that its budget is under one event',
  ledger: 'Payments, checkout and the storefront’s /checkout fail with it',
};

const others: Record<Exclude<Version, 'failing'>, string> = {
  good: 'The burn over 5 min clears first, within 5 to 8 min; what was spent of the budget stays spent',
  slow: 'Its share of fast answers falls, and that of whoever waits for it',
  leaking: 'Its saturation climbs to 1, then it falls over and starts anew',
};

/** What to watch after a version was shipped. */
export function watchFor(service: ServiceName, version: Version): string {
  return version === 'failing' ? failures[service] : others[version];
}
