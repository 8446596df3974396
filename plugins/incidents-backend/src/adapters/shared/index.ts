export * from './alertEventOf';
export * from './findingEventOf';
export * from './readDeliveries';
export * from './readItems';
export * from './RejectedItem';
export * from './severityOf';
export {
  UnreadableError,
  anySame,
  anything,
  caps,
  cleanAnnotations,
  cleanLabels,
  cleanLine,
  cleanText,
  entityRefOf,
  environmentOf,
  fieldPath,
  fingerprintOf,
  firstLine,
  given,
  hashOf,
  hmacHex,
  instantOf,
  issueOf,
  labelsOfTags,
  linkOf,
  optionalText,
  sameText,
  valueOf,
} from '@ghostlight/reliability-node';
