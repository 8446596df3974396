import type { Validation } from '../field/Validation';

/** A ref, where one is entered: `slo:default/latency`, with or without `~p99`. */
export function validateObjective(
  ref: string | undefined,
  validation: Validation,
) {
  if (ref && !/^slo:[\w.-]+\/[\w.-]+(~[\w.-]+)?$/i.test(ref)) {
    validation.addError('slo:namespace/name');
  }
}
