import { InputError } from '@backstage/errors';
import { z } from 'zod';

const plain = z
  .string()
  .max(400)
  .refine(value => !value.includes('\u0000'));
const key = z.union([
  plain,
  z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER),
]);
const content = z.tuple([plain, z.union([plain, z.number()]), key]);

/**
 * What cursors are made of.
 *
 * @public
 */
export interface CursorKinds {
  number: number;
  string: string;
}

/**
 * Where a page ended: the sort key's value and the id of its last row.
 *
 * @public
 */
export interface CursorPosition<Id = number> {
  value: string | number;
  id: Id;
}

/**
 * `order` names the list and its order, so that a cursor cannot be used with another one.
 *
 * @public
 */
export function writeCursor(
  order: string,
  position: CursorPosition<string | number>,
): string {
  const text = JSON.stringify([order, position.value, position.id]);
  return Buffer.from(text).toString('base64url');
}

/**
 * Where to go on, when there is a cursor.
 *
 * @throws InputError when the cursor is not one of this order
 * @public
 */
export function readCursor<Id extends keyof CursorKinds = 'number'>(
  order: string,
  cursor: string | undefined,
  sortedBy: keyof CursorKinds = 'number',
  id?: Id,
): CursorPosition<CursorKinds[Id]> | undefined {
  if (cursor === undefined) return undefined;
  const found = content.safeParse(parse(cursor));
  if (
    !found.success ||
    found.data[0] !== order ||
    typeof found.data[1] !== sortedBy ||
    typeof found.data[2] !== (id ?? 'number')
  ) {
    throw new InputError(
      'cursor: not a cursor of this list in this order; leave it out to start from the first page',
    );
  }
  return { value: found.data[1], id: found.data[2] as CursorKinds[Id] };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
