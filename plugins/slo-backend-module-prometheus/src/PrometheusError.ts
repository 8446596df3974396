import { CustomErrorBase } from '@backstage/errors';
import type { SourceFailureReason } from '@ghostlight/plugin-slo-node';

/** A question that a Prometheus did not answer, with the bounded reason that goes on the objective. */
export class PrometheusError extends CustomErrorBase {
  constructor(
    readonly reason: SourceFailureReason,
    message: string,
    /** The question was too much at once; a part of it may be answered. */
    readonly ofLoad: boolean = reason === 'too-large',
  ) {
    super(message);
  }

  name = 'PrometheusError' as const;

  /** The question is at fault, or a part of it: another may be answered. */
  get ofQuery(): boolean {
    return this.reason === 'bad-query' || this.reason === 'too-large';
  }

  /** The server is at fault, not the question: such failures open the circuit. */
  get ofServer(): boolean {
    return ['timeout', 'unreachable', 'http-5xx', 'not-prometheus'].includes(
      this.reason,
    );
  }
}

/** Text from outside, fit for a message: one line, capped. */
export function excerpt(text: string, length = 300): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
