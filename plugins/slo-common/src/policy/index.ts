export type { Policy } from './Policy';
export { builtinPolicies } from './builtinPolicies';
export { policyFromDocument } from './policyFromDocument';
export { evaluatePolicy } from './evaluatePolicy';
export { selectPolicy, TIER_ANNOTATION } from './selectPolicy';
