export { clockText } from './clock';
export { IncidentLink, isSafe, Out } from './Out';
export { Said, SaidList, useSay } from './Said';
export {
  AttemptWord,
  ExecutionWord,
  SeverityWord,
  StepWord,
} from './StateWords';
export { Stopwatch } from './Stopwatch';
export { useTriggerText } from './useTriggerText';
export { valueText } from './valueText';
export { Actor, Actors, MayNot } from './Who';
