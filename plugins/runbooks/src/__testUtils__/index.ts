export { entities, ME, OTHER, OWNER, ref } from './catalog';
export { KILL_A_THIRD, someExperiment, someReport } from './experiments';
export { ROLLBACK, someAttempt, somePolicy, someTally } from './remediation';
export { someRun, someSteps, waitingRun } from './executions';
export { brokenRunbook, PAYMENTS_5XX, somePlan, someRunbook } from './runbooks';
export { ago, MAY, MAY_NOT, say } from './said';
export { testWorld } from './testWorld';
export type { World } from './World';
