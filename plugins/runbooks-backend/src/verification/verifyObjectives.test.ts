import { mockServices } from '@backstage/backend-test-utils';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { BurnReader } from './BurnReader';
import { verifyObjectives, type Verified } from './verifyObjectives';

const minute = 60_000;
const objective = 'slo:default/a';

/** What is said after the last of some looks, a minute apart, each of which sees a burn rate. */
async function verdictOf(
  burns: (number | undefined)[],
  options: { before?: number; isMixed?: boolean } = {},
) {
  const { before, isMixed } = options;
  let seen: Partial<Verified> | undefined;
  let last: string | undefined;
  for (const [index, burnRate] of burns.entries()) {
    const now = (index + 2) * minute;
    const total = burnRate === undefined ? 0 : 1_000;
    const slo: Pick<SloService, 'measure'> = {
      measure: async ({ ref, from, to }) => ({
        ref,
        title: 'A',
        entityRef: 'component:default/a',
        target: 0.9,
        unit: 'events',
        from,
        to,
        good: total - (burnRate ?? 0) * 100,
        total,
        asOf: to,
      }),
    };
    const outcome = await verifyObjectives({
      burn: BurnReader.create({
        slo: slo as SloService,
        auth: mockServices.auth(),
        now: () => now,
      }),
      entityRef: undefined,
      verification: {
        objectives: [objective],
        withinSeconds: (burns.length + 1) * 60,
        steadySeconds: 60,
        maxBurnRate: 1,
      },
      seen,
      baseline: before === undefined ? {} : { [objective]: before },
      isMixed,
      config: {
        interval: 1_000,
        leastSpan: minute,
        mostSpan: 2 * minute,
      },
      since: 0,
      now,
    });
    seen = outcome.result as Partial<Verified>;
    last = `${outcome.state} ${seen.verdict ?? ''}`.trim();
    if (outcome.state !== 'again') break;
  }
  return last;
}

describe('verification', () => {
  it.each<[string, Parameters<typeof verdictOf>, string]>([
    ['is well once it has stayed well', [[5, 0, 0]], 'succeeded recovered'],
    [
      'is not well while it falls',
      [[5, 3, 2], { before: 9 }],
      'failed not-recovered',
    ],
    ['is worse than before', [[3, 9, 9], { before: 3 }], 'failed worse'],
    [
      'is not called worse than a mean of before and after it began',
      [[9, 9, 9], { before: 3, isMixed: true }],
      'failed not-recovered',
    ],
    [
      'is worse than at first, whatever was before',
      [[3, 9, 9], { before: 3, isMixed: true }],
      'failed worse',
    ],
    [
      'is nothing without traffic',
      [[undefined, undefined], { before: 5 }],
      'succeeded too-little-traffic',
    ],
  ])('%s', async (_, given, expected) => {
    expect(await verdictOf(...given)).toBe(expected);
  });
});
