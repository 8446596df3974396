export { ImpactKeeper } from './ImpactKeeper';
export { readMaintenance } from './readMaintenance';
