import type { Channels } from '@ghostlight/plugin-incidents-common';
import { englishText } from '../__testUtils__/englishText';
import { routeText } from './routeText';

const t = englishText();

describe('a route', () => {
  it.each<[Partial<Channels['routes'][number]>, string | undefined]>([
    [
      { topics: ['opened'], to: [] },
      'Incidents of every severity, when opened',
    ],
    [
      {
        severities: ['SEV1', 'SEV2'],
        owners: ['group:default/payers', 'group:default/finders'],
        entities: ['component:default/payments'],
        topics: ['opened', 'severity', 'resolved'],
        to: ['oncall', 'group:default/house'],
      },
      'Incidents of SEV1 and SEV2 of payers or finders that affect payments, when opened, their severity changes, or resolved, to whoever is on call and house',
    ],
    // A backend of before says it in its own words only.
    [{}, undefined],
  ])('%j reads “%s”', (more, expected) => {
    const route = { channel: 'portal', sentence: 'x', ...more };
    expect(routeText(route, t, 'en')).toBe(expected);
  });
});
