import type { SloDocumentOfKind } from '../document/SloDocument';
import { defaultRules } from './builtinPolicies';
import type { Policy } from './Policy';

/**
 * The policy of a checked document; `ref` is the full ref of its entity.
 *
 * @public
 */
export function policyFromDocument(
  document: SloDocumentOfKind<'ErrorBudgetPolicy'>,
  ref: string,
): Policy {
  const { metadata, spec } = document;
  return {
    ref,
    title: metadata.displayName ?? metadata.title ?? metadata.name,
    alertBelow: spec.alertBelow ?? 0.2,
    noData: spec.noData ?? 'warn',
    lowTraffic: spec.lowTraffic ?? 'allow',
    rules: spec.rules ?? defaultRules,
  };
}
