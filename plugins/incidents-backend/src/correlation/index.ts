export type {
  CorrelatedAlert,
  CorrelatedChange,
  Correlation,
  Placement,
} from './Correlation';
export { Correlator, type CorrelatorOptions } from './Correlator';
