import type {
  AlertEvent,
  ChangeEvent,
  EpochMs,
  FindingEvent,
} from '@ghostlight/plugin-incidents-node';
import {
  caps,
  cleanAnnotations,
  cleanLabels,
  cleanLine,
  cleanText,
  entityRefOf,
  environmentOf,
  fingerprintOf,
  firstLine,
  hashOf,
  instantOf,
  linkOf,
  optionalText,
  severityOf,
  UnreadableError,
} from '../adapters/shared';

const findingSeverities = ['critical', 'high', 'medium', 'low', 'unknown'];
const changeKinds = [
  'deployment',
  'rollback',
  'config',
  'flag',
  'scale',
  'other',
];
const changeOutcomes = ['succeeded', 'failed', 'running'];

/**
 * An alert as it may be kept, whatever adapter it comes from: each text cleaned and capped, each time a
 * time, each word one of ours. What is merely missing is filled in.
 *
 * @throws UnreadableError when it cannot be told what is firing, or whether
 */
export function sealAlert(
  alert: AlertEvent,
  receivedAt: EpochMs,
): Omit<AlertEvent, 'raw'> {
  const fingerprint = fingerprintOf(alert.fingerprint);
  if (!fingerprint)
    throw new UnreadableError('nothing says which alert it is', 'fingerprint', {
      code: 'unreadable.alert',
      params: {},
    });
  if (alert.status !== 'firing' && alert.status !== 'resolved')
    throw new UnreadableError('neither firing nor resolved', 'status', {
      code: 'unreadable.status',
      params: {},
    });
  const name = firstLine(caps.name, alert.name, alert.title, 'Unnamed alert');
  const labels = cleanLabels(alert.labels);
  return {
    fingerprint,
    status: alert.status,
    name,
    title: firstLine(caps.title, alert.title, name),
    description: optionalText(alert.description, caps.description),
    severity: severityOf(alert.severity),
    startsAt: instantOf(alert.startsAt, 'startsAt') ?? receivedAt,
    endsAt: instantOf(alert.endsAt, 'endsAt'),
    labels,
    annotations: cleanAnnotations(alert.annotations),
    environment:
      firstLine(caps.environment, alert.environment) || environmentOf(labels),
    url: linkOf(alert.url),
    entityRef: entityRefOf(alert.entityRef),
  };
}

/** @throws UnreadableError when nothing says which change it is */
export function sealChange(
  change: ChangeEvent,
  receivedAt: EpochMs,
): ChangeEvent {
  const key = fingerprintOf(change.key);
  if (!key)
    throw new UnreadableError('nothing says which change it is', 'key', {
      code: 'unreadable.change',
      params: {},
    });
  const labels = cleanLabels(change.labels);
  return {
    key,
    kind: oneOf(changeKinds, change.kind) ?? 'other',
    title: firstLine(caps.title, change.title, 'Unnamed change'),
    at: instantOf(change.at, 'at') ?? receivedAt,
    version: optionalLine(change.version, 200),
    author: optionalLine(change.author, 200),
    outcome: oneOf(changeOutcomes, change.outcome),
    environment:
      firstLine(caps.environment, change.environment) || environmentOf(labels),
    url: linkOf(change.url),
    entityRef: entityRefOf(change.entityRef),
    labels,
    deliveryId: optionalLine(change.deliveryId, 36),
    rollbackId: optionalLine(change.rollbackId, 36),
  };
}

/** @throws UnreadableError when nothing says what was found, or where */
export function sealFinding(finding: FindingEvent): FindingEvent {
  const rule = cleanLine(finding.rule, 200);
  const target = cleanLine(finding.target, 500);
  if (!rule)
    throw new UnreadableError('nothing says what was found', 'rule', {
      code: 'unreadable.finding',
      params: {},
    });
  if (!target)
    throw new UnreadableError('nothing says where it was found', 'target', {
      code: 'unreadable.target',
      params: {},
    });
  return {
    key:
      fingerprintOf(finding.key) ||
      hashOf(rule, target, cleanText(finding.package, 500)),
    rule,
    title: firstLine(caps.title, finding.title, rule),
    severity: oneOf(findingSeverities, finding.severity) ?? 'unknown',
    target,
    package: optionalLine(finding.package, 255),
    installedVersion: optionalLine(finding.installedVersion, 200),
    fixedVersion: optionalLine(finding.fixedVersion, 255),
    url: linkOf(finding.url),
    entityRef: entityRefOf(finding.entityRef),
    labels: cleanLabels(finding.labels),
  };
}

function optionalLine(value: unknown, max: number): string | undefined {
  return cleanLine(value, max) || undefined;
}

function oneOf<T extends string>(
  words: readonly string[],
  word: T | undefined,
): T | undefined {
  return word !== undefined && words.includes(word) ? word : undefined;
}
