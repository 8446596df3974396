import { InputError } from '@backstage/errors';
import { z } from 'zod/v3';

type Fields = { [name: string]: (zod: typeof z) => z.ZodTypeAny };

/** What fields are once they are read. */
export type InputOf<T extends Fields> = {
  [Name in keyof T]: z.output<ReturnType<T[Name]>>;
};

/**
 * Reads the input of an action by its fields. The scaffolder checks only what JSON Schema can say of
 * them. Throws an `InputError` that names field and fix.
 */
export function readInput<T extends Fields>(
  fields: T,
  input: object,
): InputOf<T> {
  const shape = Object.fromEntries(
    Object.entries(fields).map(([name, make]) => [name, make(z)]),
  );
  const read = z.object(shape).strict().safeParse(withoutEmpty(input));
  if (read.success) return read.data as InputOf<T>;
  throw new InputError(
    read.error.issues
      .slice(0, 10)
      .map(({ path, message }) => `${path.join('.') || 'input'}: ${message}`)
      .join('; '),
  );
}

/** A form leaves an empty text where nothing was entered. */
function withoutEmpty(input: object): object {
  return Object.fromEntries(
    Object.entries(input).filter(
      ([, value]) => value !== '' && value !== null && value !== undefined,
    ),
  );
}
