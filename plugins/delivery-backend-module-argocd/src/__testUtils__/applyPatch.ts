interface Operation {
  op: 'test' | 'add' | 'remove' | 'replace';
  path: string;
  value?: unknown;
}

/** Applies a JSON patch of objects. @returns why it does not hold */
export function applyPatch(
  target: object,
  operations: Operation[],
): string | undefined {
  for (const { op, path, value } of operations) {
    const parts = path
      .split('/')
      .slice(1)
      .map(part => part.replaceAll('~1', '/').replaceAll('~0', '~'));
    const last = parts.pop()!;
    const parent = parts.reduce<Record<string, unknown> | undefined>(
      (node, part) => node?.[part] as Record<string, unknown> | undefined,
      target as Record<string, unknown>,
    );
    if (!parent) return `${op} operation does not apply: doc is missing path`;
    if (op === 'test') {
      if (JSON.stringify(parent[last]) !== JSON.stringify(value))
        return `testing value ${path} failed: test failed`;
    } else if (op === 'remove') {
      if (!(last in parent)) return `Unable to remove nonexistent key: ${last}`;
      delete parent[last];
    } else {
      parent[last] = value;
    }
  }
  return undefined;
}
