/** Blocks smaller than this say little. */
const least = 25;

/**
 * The rising table that fits (figure, 0 or 1) best, by pooling neighbours that fall (pool adjacent
 * violators). With a false and a true answer added to each block, so that none is 0 or 1.
 */
export function isotonic(
  pairs: [figure: number, outcome: number][],
): [number, number][] {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const blocks: {
    from: number;
    sum: number;
    figures: number;
    count: number;
  }[] = [];
  for (let at = 0; at < sorted.length; at += least) {
    const part = sorted.slice(at, at + least);
    blocks.push({
      from: part[0][0],
      sum: part.reduce((sum, [, outcome]) => sum + outcome, 0),
      figures: part.reduce((sum, [figure]) => sum + figure, 0),
      count: part.length,
    });
    while (blocks.length > 1) {
      const [low, high] = blocks.slice(-2);
      if (low.sum / low.count < high.sum / high.count) break;
      blocks.splice(-2, 2, {
        from: low.from,
        sum: low.sum + high.sum,
        figures: low.figures + high.figures,
        count: low.count + high.count,
      });
    }
  }
  return blocks.map(({ sum, figures, count }) => [
    Number((figures / count).toFixed(3)),
    Number(((sum + 1) / (count + 2)).toFixed(3)),
  ]);
}
