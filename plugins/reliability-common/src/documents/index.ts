export type { DocumentFinding } from './Finding';
export {
  errorAt,
  finding,
  findingsOfIssues,
  pathOf,
  quote,
  valueAt,
  warningAt,
} from './findings';
export { plainValue } from './plainValue';
export { type DocumentText, splitDocuments } from './splitDocuments';
export { type LineAt, readYaml } from './readYaml';
export { type ReadDocument, readDocuments } from './readDocuments';
export { durationOfSeconds, secondsOfDuration } from './duration';
