import type { Example } from '../../__testUtils__/Example';

const burning = {
  id: '41',
  sequence: 97,
  ref: 'slo:default/payments-availability',
  entityRef: 'component:default/payments',
  title: 'Payments answer',
  pair: 'fast',
  severity: 'page',
  state: 'firing',
  startedAt: 1795255800,
  resolvedAt: null,
  longRate: 14.9,
  shortRate: 21.25,
  threshold: 14.4,
};

export const examples: Example[] = [
  { title: 'a burn', body: burning },
  {
    title: 'its end',
    body: {
      ...burning,
      sequence: 98,
      state: 'resolved',
      resolvedAt: 1795256400,
    },
  },
];
