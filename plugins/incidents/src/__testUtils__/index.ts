export { alert, paymentsAlerts, paymentsChanges } from './alerts';
export { entities } from './catalog';
export { FakePortal } from './FakePortal';
export { ago, incident, ref } from './incidents';
export { testWorld } from './testWorld';
export { World } from './World';
