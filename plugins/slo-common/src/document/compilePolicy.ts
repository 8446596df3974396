import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { errorAt } from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import { builtinPolicies } from '../policy/builtinPolicies';
import { policyFromDocument } from '../policy/policyFromDocument';
import type { CompileContext } from './compileObjectives';
import type { SloDocumentOfKind } from './SloDocument';

/**
 * Annotation by which an SLO names its error-budget policy.
 *
 * @public
 */
export const ERROR_BUDGET_POLICY_ANNOTATION =
  'ghostlight.dev/error-budget-policy';

/** The policy an SLO names, else the one that selects its entity, else the conservative one. */
export function compilePolicy(
  slo: SloDocumentOfKind<'SLO'>,
  context: CompileContext,
): { policyRef: string; alertBelow: number; findings: Finding[] } {
  const name = slo.metadata.annotations?.[ERROR_BUDGET_POLICY_ANNOTATION];
  if (!name) {
    const selected = context.selectedPolicy;
    const policy = selected
      ? policyFromDocument(selected.document, selected.ref)
      : builtinPolicies.conservative;
    return {
      policyRef: policy.ref,
      alertBelow: policy.alertBelow,
      findings: [],
    };
  }
  const builtin = name.replace(/^builtin:/, '');
  if (builtin === 'conservative' || builtin === 'aggressive') {
    const policy = builtinPolicies[builtin];
    return {
      policyRef: policy.ref,
      alertBelow: policy.alertBelow,
      findings: [],
    };
  }
  const document = context.lookup('ErrorBudgetPolicy', name);
  if (document?.kind === 'ErrorBudgetPolicy') {
    const ref = stringifyEntityRef({
      kind: document.kind,
      namespace:
        document.metadata.namespace ??
        parseEntityRef(context.documentRef).namespace,
      name: document.metadata.name,
    });
    const policy = policyFromDocument(document, ref);
    return { policyRef: ref, alertBelow: policy.alertBelow, findings: [] };
  }
  const { ref, alertBelow } = builtinPolicies.conservative;
  return {
    policyRef: ref,
    alertBelow,
    findings: [
      errorAt(
        `metadata.annotations.${ERROR_BUDGET_POLICY_ANNOTATION}`,
        'unknown-reference',
        'There is no error-budget policy of this name, or it is invalid; the conservative one is used.',
        {
          found: name,
          allowed:
            'conservative | aggressive | the name of an ErrorBudgetPolicy',
        },
      ),
    ],
  };
}
