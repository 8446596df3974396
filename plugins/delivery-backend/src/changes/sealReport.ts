import {
  cleanLine,
  cleanText,
  entityRefOf,
  fingerprintOf,
  instantOf,
  linkOf,
  safeJson,
  UnreadableError,
} from '@ghostlight/reliability-node';
import type {
  ChangeReport,
  EntityHints,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';

const kinds = ['deployment', 'rollback', 'config', 'flag', 'scale', 'other'];
const outcomes = ['running', 'succeeded', 'failed', 'cancelled', 'unknown'];
const strategies = [
  'rolling',
  'recreate',
  'blue-green',
  'canary',
  'ab',
  'unknown',
];
const starters = [
  'person',
  'pipeline',
  'controller',
  'policy',
  'ghostlight',
  'unknown',
];
const valueKinds = [
  'image',
  'env',
  'resources',
  'replicas',
  'config',
  'command',
  'strategy',
  'other',
];
const room = {
  title: 500,
  name: 200,
  environment: 60,
  value: 2_000,
  values: 100,
  hints: 50,
  details: 8_000,
};

/**
 * A report as it may be kept, whoever made it: each text cleaned and capped, each time a time, each word
 * one of ours.
 *
 * @throws UnreadableError when nothing says which change it is, or a time is none
 */
export function sealReport(report: ChangeReport): ChangeReport {
  const key = fingerprintOf(report.key);
  if (!key) throw new UnreadableError('nothing says which change it is', 'key');
  const startedAt = instantOf(report.startedAt, 'startedAt');
  const finishedAt = instantOf(report.finishedAt, 'finishedAt');
  const first = startedAt ?? finishedAt;
  if (first === undefined)
    throw new UnreadableError('nothing says when it was', 'startedAt');
  const line = (value: unknown, max = room.name) =>
    cleanLine(value, max) || undefined;
  const undoes = fingerprintOf(report.undoes);
  const version = line(report.version);
  const digest = line(report.imageDigest, 100);
  return compact({
    key,
    kind: oneOf(kinds, report.kind) ?? 'other',
    title: line(report.title, room.title) ?? version ?? 'A change',
    entityRef: entityRefOf(report.entityRef),
    hints: sealHints(report.hints),
    environment: line(report.environment, room.environment),
    version,
    previousVersion: line(report.previousVersion),
    commit: line(report.commit, 100),
    commitAt: instantOf(report.commitAt, 'commitAt'),
    author: line(report.author),
    pullRequest: linkOf(report.pullRequest),
    imageDigest: digest,
    strategy: oneOf(strategies, report.strategy),
    startedAt: Math.min(first, finishedAt ?? first),
    finishedAt,
    outcome: oneOf(outcomes, report.outcome) ?? 'unknown',
    reportedAt: instantOf(report.reportedAt, 'reportedAt'),
    startedBy:
      report.startedBy &&
      compact({
        kind: oneOf(starters, report.startedBy.kind) ?? 'unknown',
        name: line(report.startedBy.name),
      }),
    url: linkOf(report.url),
    values: sealValues(report.values),
    target: sealTarget(report.target),
    undoes: undoes && undoes !== key ? undoes : undefined,
    actionId: line(report.actionId, 100),
    details: sealDetails(report.details),
  });
}

function sealHints(hints: EntityHints | undefined): EntityHints | undefined {
  if (!hints) return undefined;
  const sealed = compact({
    name: cleanLine(hints.name, room.name) || undefined,
    namespace: cleanLine(hints.namespace, room.name) || undefined,
    annotations: record(hints.annotations),
    labels: record(hints.labels),
  });
  return Object.keys(sealed).length ? sealed : undefined;
}

function record(
  texts: Record<string, string> | undefined,
): Record<string, string> | undefined {
  const entries = Object.entries(texts ?? {})
    .slice(0, room.hints)
    .map(([name, value]) => [cleanLine(name, 300), cleanLine(value, 500)])
    .filter(([name, value]) => name && value && name !== '__proto__');
  return entries.length ? Object.fromEntries(entries) : undefined;
}

function sealTarget(target: TargetRef | undefined): TargetRef | undefined {
  if (!target) return undefined;
  const driver = cleanLine(target.driver, 60);
  const ref = cleanLine(target.ref, 400);
  if (!driver || !ref || ref !== target.ref) return undefined;
  return {
    driver,
    ref,
    title: cleanLine(target.title, room.title) || ref,
    environment: cleanLine(target.environment, room.environment),
  };
}

function sealValues(values: ChangeReport['values']): ChangeReport['values'] {
  if (!Array.isArray(values)) return undefined;
  return values.slice(0, room.values).map(value =>
    compact({
      kind: oneOf(valueKinds, value.kind) ?? 'other',
      label: cleanLine(value.label, room.name) || 'a value',
      path: cleanLine(value.path, 500) || undefined,
      from: text(value.from),
      to: text(value.to),
    }),
  );
}

/** An empty text is a value, too. */
function text(value: unknown): string | undefined {
  return value === undefined ? undefined : cleanText(value, room.value);
}

function sealDetails(
  details: ChangeReport['details'],
): ChangeReport['details'] {
  if (!details || JSON.stringify(details).length > room.details)
    return undefined;
  return JSON.parse(safeJson(details));
}

function oneOf<T extends string>(
  words: readonly string[],
  word: T | undefined,
): T | undefined {
  return word !== undefined && words.includes(word) ? word : undefined;
}

/** Without what is not given. */
function compact<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as T;
}
