export { alert, paymentsAlerts, paymentsChanges } from './alerts';
export { entities } from './catalog';
export { ago, incident, ref } from './incidents';
export { testWorld } from './testWorld';
export { World } from './World';
export { paymentsRun, words } from './triage';
export { stagesOf } from './triageAnswers';
