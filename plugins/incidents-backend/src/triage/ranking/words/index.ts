export {
  calledOf,
  causeOf,
  isByChange,
  kindOfSuspect,
  tellingOf,
} from './causeOf';
export { factorsOf, sayFactor } from './factorsOf';
export { missingOf } from './missingOf';
export { iso, rounded, shown } from './numbers';
