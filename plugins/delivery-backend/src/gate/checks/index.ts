export { approvalsCheck } from './approvalsCheck';
export { budgetCheck } from './budgetCheck';
export { dependenciesCheck, readBurning } from './dependenciesCheck';
export { evaluationCheck } from './evaluationCheck';
export { findingsCheck, readFindings } from './findingsCheck';
export { freezeCheck } from './freezeCheck';
export { incidentsCheck, readOpenIncidents } from './incidentsCheck';
