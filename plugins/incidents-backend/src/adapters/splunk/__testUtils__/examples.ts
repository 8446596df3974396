import type { Example } from '../../__testUtils__/Example';

export const fired = {
  sid: 'scheduler__ines__search__RMD5a1b2c3_at_1795255800_42',
  search_name: 'Declined cards above normal',
  app: 'search',
  owner: 'ines',
  results_link: 'https://splunk.example/app/search/@go?sid=scheduler__ines_42',
  result: {
    _time: '1795255790.250',
    host: 'pay-1',
    service: 'payments',
    env: 'prod',
    severity: 'high',
    count: '318',
    message: '318 declined cards in five minutes',
    _raw: 'declined=318',
  },
};

export const examples: Example[] = [
  {
    title: 'searches that fired',
    items: [],
    body: [
      fired,
      { ...fired, result: { fingerprint: 'cards/eu', count: 4 } },
      { ...fired, search_name: null, sid: '1795255801.7', result: null },
      { ...fired, result: { ...fired.result, host: 'pay-2' } },
    ],
  },
];
