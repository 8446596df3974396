import fc from 'fast-check';
import { adjustedRand, bCubed } from './__testUtils__/clusterMeasures';

const assign = (...groups: (string | number)[]) =>
  new Map(groups.map((group, item) => [item, group]));

describe('B-cubed and the adjusted Rand index', () => {
  it.each([
    {
      of: 'the same grouping under other names',
      truth: assign('a', 'a', 'b', 'b'),
      found: assign(2, 2, 1, 1),
      expected: { precision: 1, recall: 1, f1: 1 },
      rand: 1,
    },
    {
      // Each of the two true pairs sees half of its group: (4 × 1/2) / 4.
      of: 'all in one group',
      truth: assign('a', 'a', 'b', 'b'),
      found: assign(1, 1, 1, 1),
      expected: { precision: 1 / 2, recall: 1, f1: 2 / 3 },
      rand: 0,
    },
    {
      of: 'all alone',
      truth: assign('a', 'a', 'b', 'b'),
      found: assign(1, 2, 3, 4),
      expected: { precision: 1, recall: 1 / 2, f1: 2 / 3 },
      rand: 0,
    },
    {
      // Groups {a a b} and {b b}: precision (2/3 + 2/3 + 1/3 + 1 + 1) / 5, recall
      // (1 + 1 + 1/3 + 2/3 + 2/3) / 5. Pairs together in both 2, in truth 4, in found 4, of 10:
      // (2 - 1.6) / (4 - 1.6).
      of: 'one of five in the wrong group',
      truth: assign('a', 'a', 'b', 'b', 'b'),
      found: assign(1, 1, 1, 2, 2),
      expected: { precision: 11 / 15, recall: 11 / 15, f1: 11 / 15 },
      rand: 1 / 6,
    },
  ])('are as worked out by hand of $of', ({ truth, found, expected, rand }) => {
    const { precision, recall, f1 } = bCubed(truth, found);
    expect(precision).toBeCloseTo(expected.precision, 10);
    expect(recall).toBeCloseTo(expected.recall, 10);
    expect(f1).toBeCloseTo(expected.f1, 10);
    expect(adjustedRand(truth, found)).toBeCloseTo(rand, 10);
  });

  it('agree with their definitions over all pairs, and change sides with their arguments', () => {
    const groups = fc.array(fc.tuple(fc.nat(4), fc.nat(4)), {
      minLength: 2,
      maxLength: 25,
    });
    fc.assert(
      fc.property(groups, items => {
        const truth = assign(...items.map(([group]) => group));
        const found = assign(...items.map(([, group]) => group));
        let [precision, together, inTruth, inFound] = [0, 0, 0, 0];
        for (const [one, group] of items.entries()) {
          const companions = items.filter(([, other]) => other === group[1]);
          const right = companions.filter(([other]) => other === group[0]);
          precision += right.length / companions.length / items.length;
          for (const [a, b] of items.slice(one + 1)) {
            if (a === group[0]) inTruth += 1;
            if (b === group[1]) inFound += 1;
            if (a === group[0] && b === group[1]) together += 1;
          }
        }
        const ours = bCubed(truth, found);
        const turned = bCubed(found, truth);
        expect(ours.precision).toBeCloseTo(precision, 9);
        expect(turned.recall).toBeCloseTo(ours.precision, 9);
        expect(turned.f1).toBeCloseTo(ours.f1, 9);
        const all = (items.length * (items.length - 1)) / 2;
        const chance = (inTruth * inFound) / all;
        const highest = (inTruth + inFound) / 2;
        const index =
          highest === chance ? 1 : (together - chance) / (highest - chance);
        expect(adjustedRand(truth, found)).toBeCloseTo(index, 9);
        expect(adjustedRand(found, truth)).toBeCloseTo(index, 9);
      }),
    );
  });
});
