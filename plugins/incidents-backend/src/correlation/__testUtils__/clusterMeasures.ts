/** What group each item is in, twice: as it is and as it was found. */
export type Assignment = ReadonlyMap<number, string | number>;

/**
 * B-cubed precision, recall and F1 (Bagga and Baldwin 1998): for each item, which share of its found
 * group is of its true group, and which share of its true group is in its found one; their means.
 */
export function bCubed(
  truth: Assignment,
  found: Assignment,
): { precision: number; recall: number; f1: number } {
  const trueSizes = sizes(truth);
  const foundSizes = sizes(found);
  let precision = 0;
  let recall = 0;
  for (const { inTruth, inFound, count } of overlaps(truth, found)) {
    // Each of `count` items has `count` companions in both.
    precision += count ** 2 / foundSizes.get(inFound)!;
    recall += count ** 2 / trueSizes.get(inTruth)!;
  }
  precision /= truth.size;
  recall /= truth.size;
  return {
    precision,
    recall,
    f1: (2 * precision * recall) / (precision + recall),
  };
}

/**
 * The adjusted Rand index (Hubert and Arabie 1985): 1 for equal groupings, about 0 for a grouping by
 * chance, below 0 for a worse one.
 */
export function adjustedRand(truth: Assignment, found: Assignment): number {
  let together = 0;
  for (const { count } of overlaps(truth, found)) together += pairs(count);
  const inTruth = pairsOf(truth);
  const inFound = pairsOf(found);
  const expected = (inTruth * inFound) / pairs(truth.size);
  const highest = (inTruth + inFound) / 2;
  // All alone or all together in both: nothing that chance could have done otherwise.
  return highest === expected
    ? 1
    : (together - expected) / (highest - expected);
}

function pairs(count: number): number {
  return (count * (count - 1)) / 2;
}

function pairsOf(assignment: Assignment): number {
  let sum = 0;
  for (const size of sizes(assignment).values()) sum += pairs(size);
  return sum;
}

function sizes(assignment: Assignment): Map<string | number, number> {
  const found = new Map<string | number, number>();
  for (const group of assignment.values())
    found.set(group, (found.get(group) ?? 0) + 1);
  return found;
}

function overlaps(truth: Assignment, found: Assignment) {
  const counts = new Map<
    string,
    { inTruth: string | number; inFound: string | number; count: number }
  >();
  for (const [item, inTruth] of truth) {
    const inFound = found.get(item)!;
    const key = JSON.stringify([inTruth, inFound]);
    const known = counts.get(key);
    if (known) known.count += 1;
    else counts.set(key, { inTruth, inFound, count: 1 });
  }
  return counts.values();
}
