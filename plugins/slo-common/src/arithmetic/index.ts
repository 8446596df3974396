export { badOf, errorRatioOf, type WindowSums } from './WindowSums';
export {
  allowedRatioOf,
  BURN_WINDOWS,
  burnRateOf,
  timeToFire,
  windowName,
} from './burnRate';
export { windowBounds, type WindowBounds } from './windowBounds';
export { budgetOf, unitOf } from './budgetOf';
export { pairStates } from './pairStates';
export { verdictOf, type Verdict } from './verdictOf';
export { exhaustionOf } from './exhaustionOf';
export { forecastOf } from './forecastOf';
export { violationsOf } from './violationsOf';
export { compositeSumsOf, compositeTargetOf } from './composite';
