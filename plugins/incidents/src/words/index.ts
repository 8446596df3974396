export { AlertSeverityWord, AlertShape, AlertStatusWord } from './AlertWord';
export { EntityName } from './EntityName';
export { LifecycleShape, LifecycleWord } from './LifecycleWord';
export { listOf } from './listOf';
export { nameOf } from './names';
export { People, Person, useActorName } from './Person';
export { Reasons } from './Reasons';
export { reasonText } from './reasonText';
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
