import { InputError } from '@backstage/errors';
import { z } from 'zod';

const content = z.tuple([
  z.string().max(50),
  z.union([z.string().max(400), z.number()]),
  z.string().max(400),
]);

/** Where a page ended: the sort key's value and the ref of its last row. */
export interface CursorPosition {
  value: string | number;
  ref: string;
}

/** `order` names the sort order, so that a cursor cannot be used with another one. */
export function writeCursor(order: string, position: CursorPosition): string {
  const text = JSON.stringify([order, position.value, position.ref]);
  return Buffer.from(text).toString('base64url');
}

/** @throws InputError when the cursor is not one of this order. */
export function readCursor(
  order: string,
  cursor: string | undefined,
): CursorPosition | undefined {
  if (cursor === undefined) return undefined;
  const found = content.safeParse(parse(cursor));
  if (!found.success || found.data[0] !== order) {
    throw new InputError(
      'cursor: not a cursor of this list in this order; leave it out to start from the first page',
    );
  }
  const [, value, ref] = found.data;
  return { value, ref };
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    return undefined;
  }
}
