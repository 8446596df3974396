import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, toError } from '@backstage/errors';

/** `slo:default/name`, with or without `~objective`. Anything else names an entity. */
export function isObjectiveRef(ref: string): boolean {
  return /^slo:/i.test(ref) || ref.includes('~');
}

/** A full objective ref. Throws an `InputError`. */
export function toObjectiveRef(ref: string): string {
  const [document, ...objective] = ref.split('~');
  return [
    full(document, 'slo'),
    ...objective.map(name => name.toLowerCase()),
  ].join('~');
}

/** A full entity ref; the kind is `component` when there is none. Throws an `InputError`. */
export function toEntityRef(ref: string): string {
  return full(ref, 'component');
}

/** A full ref of a runbook; `payments-5xx` will do. Throws an `InputError`. */
export function toRunbookRef(ref: string): string {
  return full(ref, 'runbook');
}

/** A full ref of a remediation policy. Throws an `InputError`. */
export function toPolicyRef(ref: string): string {
  return full(ref, 'remediationpolicy');
}

function full(ref: string, defaultKind: string): string {
  try {
    return stringifyEntityRef(
      parseEntityRef(ref, { defaultKind, defaultNamespace: 'default' }),
    );
  } catch (error) {
    throw new InputError(`${ref} is not a ref: ${toError(error).message}`);
  }
}
