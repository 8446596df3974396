import { InputError } from '@backstage/errors';
import type { TriageCase } from './TriageCase';
import { triageCaseSchema } from './triageCaseSchema';

/** More than these are not told at once. */
const mostIssues = 10;

/**
 * Checks an incident that somebody describes.
 *
 * @throws InputError that names each field and what is wrong with it
 * @public
 */
export function parseTriageCase(body: unknown): TriageCase {
  const { data, error } = triageCaseSchema.safeParse(body);
  if (data) return data;
  const issues = error.issues
    .slice(0, mostIssues)
    .map(({ path, message }) => `${pathOf(path) || 'the file'}: ${message}`);
  const more = error.issues.length - issues.length;
  throw new InputError(
    issues.join('; ') + (more > 0 ? `; and ${more} more` : ''),
  );
}

function pathOf(path: PropertyKey[]): string {
  return path
    .map((part, place) => {
      if (typeof part === 'number') return `[${part}]`;
      return place ? `.${String(part)}` : String(part);
    })
    .join('');
}
