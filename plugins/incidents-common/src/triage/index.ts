export type { TriageCase } from './TriageCase';
export { parseTriageCase } from './parseTriageCase';
export { triageCaseJsonSchema } from './triageCaseJsonSchema';
