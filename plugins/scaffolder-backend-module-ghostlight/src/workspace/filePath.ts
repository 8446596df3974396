import { InputError } from '@backstage/errors';

/** Folders and a file that begin with a letter or digit: nothing above, absolute or hidden. */
const plainPath = /^([A-Za-z0-9][\w.-]*\/)*[A-Za-z0-9][\w.-]*\.(ya?ml|md)$/;

/** Throws an `InputError` unless it is the path of a YAML or Markdown file below a folder. */
export function checkFilePath(path: string, field = 'file'): string {
  if (path.length > 200 || path.includes('..') || !plainPath.test(path)) {
    throw new InputError(
      `${field}: not the path of a file in a repository (found ${JSON.stringify(
        path.slice(0, 100),
      )}; allowed: folders and a .yaml file of letters, digits, - _ and ., such as slo.yaml)`,
    );
  }
  return path;
}
