import type { Execution } from '@ghostlight/plugin-runbooks-common';
import { ExitCode, type ExitStatus } from '../../ExitCode';

/** What a script learns of a run; one that goes on is none of its failures. */
export function exitCodeOf({ state }: Pick<Execution, 'state'>): ExitStatus {
  switch (state) {
    case 'failed':
    case 'cancelled':
      return ExitCode.wrong;
    case 'rejected':
      return ExitCode.denied;
    case 'not-recovered':
      return ExitCode.notRecovered;
    case 'unknown':
      return ExitCode.unknown;
    default:
      return ExitCode.ok;
  }
}
