import { InputError } from '@backstage/errors';
import { z } from 'zod';

const plain = z
  .string()
  .max(400)
  .refine(value => !value.includes('\u0000'));
const content = z.tuple([
  plain,
  z.union([plain, z.number()]),
  z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
]);

/** Where a page ended: the sort key's value and the id of its last row. */
export interface CursorPosition {
  value: string | number;
  id: number;
}

/** `order` names the list and its order, so that a cursor cannot be used with another one. */
export function writeCursor(order: string, position: CursorPosition): string {
  const text = JSON.stringify([order, position.value, position.id]);
  return Buffer.from(text).toString('base64url');
}

/** @throws InputError when the cursor is not one of this order. */
export function readCursor(
  order: string,
  cursor: string | undefined,
  sortedBy: 'number' | 'string' = 'number',
): CursorPosition | undefined {
  if (cursor === undefined) return undefined;
  const found = content.safeParse(parse(cursor));
  if (
    !found.success ||
    found.data[0] !== order ||
    typeof found.data[1] !== sortedBy
  ) {
    throw new InputError(
      'cursor: not a cursor of this list in this order; leave it out to start from the first page',
    );
  }
  const [, value, id] = found.data;
  return { value, id };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
