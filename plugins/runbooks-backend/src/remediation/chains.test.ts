import { chainTo, type ChainedAct, type ChainEnd } from './chains';

const minute = 60_000;

/** `b@2 5` is what policy b did on target 2 in minute 5, because of a symptom of the minute before. */
function act(text: string, more: Partial<ChainedAct> = {}): ChainedAct {
  const [, policyRef, target, at] = /^(\w)@(\d) (\d+)$/.exec(text)!;
  return {
    policyRef,
    target,
    entities: new Set(['shop', target]),
    since: (Number(at) - 1) * minute,
    actedAt: Number(at) * minute,
    isWell: false,
    ...more,
  };
}

const names = (chain: ChainEnd[]) =>
  chain.map(({ policyRef, target }) => `${policyRef}@${target}`).join(' ');

describe('a chain of acts', () => {
  it.each<[string, string[], string, string]>([
    ['is nothing at first', [], 'a@1 9', ''],
    [
      'goes from target to target, and back to where it began',
      ['b@2 5', 'a@1 2', 'c@3 8'],
      'a@1 11',
      'a@1 b@2 c@3',
    ],
    [
      'has not what acted after the symptom had begun',
      ['a@1 2', 'b@2 10'],
      'c@3 10',
      'a@1',
    ],
    ['has not what is long ago', ['a@1 2'], 'b@2 30', ''],
    ['is none of one that tries again', ['a@1 2', 'a@1 5'], 'a@1 8', ''],
    [
      'is the longest of several',
      ['a@1 2', 'b@2 5', 'd@4 6'],
      'c@3 9',
      'a@1 b@2',
    ],
  ])('%s', (_, acts, end, expected) => {
    expect(
      names(
        chainTo(
          act(end),
          acts.map(one => act(one)),
        ),
      ),
    ).toBe(expected);
  });

  it('needs a way from one to the other: what both touch, or one incident', () => {
    const far = { entities: new Set(['elsewhere']) };
    const end = act('b@2 5', { incidentId: 'INC-1' });
    expect(chainTo(end, [act('a@1 2', far)])).toEqual([]);
    expect(
      names(chainTo(end, [act('a@1 2', { ...far, incidentId: 'INC-1' })])),
    ).toBe('a@1');
  });
});
