import { InputError } from '@backstage/errors';
import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/**
 * The absolute path of a program, as it is when the backend starts: what comes into the search path later
 * is not run.
 *
 * @throws InputError
 */
export function resolveBinary(
  name: string,
  key: string,
  searchPath: string = process.env.PATH ?? '',
): string {
  if (/[{}\0]/.test(name) || !name)
    throw new InputError(`${key}: the program is fixed`);
  if (name.includes('/') && !isAbsolute(name))
    throw new InputError(`${key}: ${name} is neither absolute nor a name`);
  const places = isAbsolute(name)
    ? [name]
    : searchPath
        .split(delimiter)
        .filter(isAbsolute)
        .map(folder => join(folder, name));
  const found = places.find(isProgram);
  if (!found) throw new InputError(`${key}: there is no program ${name}`);
  return found;
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
