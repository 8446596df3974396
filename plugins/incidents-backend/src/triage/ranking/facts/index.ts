export type {
  AlertFact,
  ChangeFact,
  Facts,
  LogFact,
  Node,
  ObjectiveFact,
  SeriesFact,
} from './Facts';
export { bareName, shownName } from './names';
export { readFacts } from './readFacts';
