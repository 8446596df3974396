import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { Finding } from '../../api';

const MAX_FINDINGS = 100;

type Details = { found?: unknown; allowed?: string };

/** Gathers what is found in one document. */
export class Report {
  readonly #findings: Finding[] = [];
  #hasErrors = false;

  private constructor() {}

  static create() {
    return new Report();
  }

  error(path: string, code: string, message: string, details?: Details) {
    this.add([errorAt(path, code, message, details)]);
  }

  warning(path: string, code: string, message: string, details?: Details) {
    this.add([warningAt(path, code, message, details)]);
  }

  add(findings: readonly (Omit<Finding, 'severity'> & { severity: string })[]) {
    for (const finding of findings) {
      const severity = finding.severity === 'error' ? 'error' : 'warning';
      if (severity === 'error') this.#hasErrors = true;
      if (this.#findings.length < MAX_FINDINGS) {
        this.#findings.push({ ...finding, severity });
      }
    }
  }

  get hasErrors() {
    return this.#hasErrors;
  }

  get findings(): Finding[] {
    return this.#findings;
  }
}
