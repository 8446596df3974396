export { checkTitle } from './checkTitle';
export { metricText, unitText } from './metrics';
export { IncidentLink, Out } from './Out';
export { Said, useSay } from './Said';
export {
  CheckWord,
  ComparisonWord,
  OutcomeWord,
  RollbackWord,
  RolloutWord,
  RuleWord,
  SourceWord,
  StepWord,
  VerdictWord,
  WatchWord,
} from './StateWords';
export { Titled } from './Titled';
export { shortHash, versionOf } from './versionOf';
export { Actor, Actors, AuthorOf, MayNot, StartedBy } from './Who';
