import { layersOf } from './layersOf';

type Edge = { from: string; to: string };

function graphOf(refs: string[], edges: Edge[]) {
  return {
    nodes: refs.map(entityRef => ({
      entityRef,
      state: 'healthy' as const,
      alerts: 0,
    })),
    edges,
  };
}

/** A repeatable sequence of numbers below a limit. */
function sequence(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('the layers of a graph', () => {
  it('put what depends left of what it depends on, by the longest way', () => {
    const placed = layersOf(
      graphOf(
        ['a', 'b', 'c', 'd'],
        [
          { from: 'a', to: 'b' },
          { from: 'b', to: 'c' },
          { from: 'a', to: 'c' },
          { from: 'd', to: 'c' },
        ],
      ),
    );
    expect(
      Object.fromEntries(placed.map(({ ref, layer }) => [ref, layer])),
    ).toEqual({ a: 0, b: 1, d: 1, c: 2 });
  });

  it('keep neighbours near each other', () => {
    const placed = layersOf(
      graphOf(
        ['x1', 'x2', 'y2', 'y1'],
        [
          { from: 'x1', to: 'y1' },
          { from: 'x2', to: 'y2' },
        ],
      ),
    );
    const row = (ref: string) => placed.find(each => each.ref === ref)?.row;
    expect(row('x1')).toBe(row('y1'));
    expect(row('x2')).toBe(row('y2'));
  });

  it('end, and place each node once in a place of its own, whatever the graph', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const next = sequence(seed);
      const refs = Array.from({ length: 1 + next(40) }, (_, i) => `n${i}`);
      const edges = Array.from({ length: next(120) }, () => ({
        from: refs[next(refs.length)],
        // Some lead out of the graph, some in circles, some to themselves.
        to: next(20) === 0 ? 'elsewhere' : refs[next(refs.length)],
      }));
      const placed = layersOf(graphOf(refs, edges));
      expect(placed.map(each => each.ref).sort()).toEqual([...refs].sort());
      expect(
        new Set(placed.map(({ layer, row }) => `${layer} ${row}`)).size,
      ).toBe(refs.length);
    }
  });
});
