/** How deep blocks are looked into. */
const deepest = 8;

/** All texts of Block Kit blocks in the order in which they are shown. */
export function textsOf(block: unknown, depth = 0): string[] {
  if (depth > deepest || typeof block !== 'object' || block === null) return [];
  if (Array.isArray(block))
    return block.flatMap(one => textsOf(one, depth + 1));
  return Object.entries(block).flatMap(([name, value]) => {
    if (name === 'text' && typeof value === 'string') return [value];
    return textsOf(value, depth + 1);
  });
}
