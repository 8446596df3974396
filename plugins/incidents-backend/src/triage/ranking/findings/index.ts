export { findAll } from './findAll';
export type { Findings, LogFinding, Trouble } from './Findings';
