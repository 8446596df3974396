import { InputError } from '@backstage/errors';

/** What findings of all families have. */
export interface Told {
  severity: 'error' | 'warning' | 'info';
  path: string;
  message: string;
  found?: string;
  allowed?: string;
}

/** A finding on one line: where, what, and what to write instead. */
export function sayFinding({ path, message, found, allowed }: Told): string {
  const details = [
    found === undefined ? '' : `found ${found}`,
    allowed === undefined ? '' : `allowed: ${allowed}`,
  ].filter(Boolean);
  return `${path || 'document'}: ${message}${
    details.length ? ` (${details.join('; ')})` : ''
  }`;
}

/** Fails the step when a finding is an error. */
export function refuseErrors(what: string, findings: readonly Told[]) {
  const errors = findings.filter(({ severity }) => severity === 'error');
  if (!errors.length) return;
  throw new InputError(
    `${what} would not be valid:\n${errors
      .slice(0, 20)
      .map(finding => `- ${sayFinding(finding)}`)
      .join('\n')}`,
  );
}
