export { AlertSeverityWord, AlertShape, AlertStatusWord } from './AlertWord';
export { LifecycleShape, LifecycleWord } from './LifecycleWord';
export { People, Person, useActorName, usePersonName } from './Person';
export { Reasons } from './Reasons';
export { reasonText } from './reasonText';
export { knownText, saidText } from './saidText';
export { SaidWords, useSaid } from './SaidWords';
export { knownSentence, sentenceText } from './sentenceText';
export { Told } from './Told';
export { SeverityShape, SeverityWord } from './SeverityWord';
export {
  ALERT_SEVERITIES,
  ALERT_TONES,
  ROLE_KEYS,
  ROLES,
  SEVERITIES,
  SEVERITY_TONES,
  STATUS_TONES,
  STATUSES,
} from './tones';
