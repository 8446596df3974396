import type { FindingEvent } from '@ghostlight/plugin-incidents-node';
import {
  caps,
  cleanLabels,
  cleanLine,
  entityRefOf,
  firstLine,
  hashOf,
  linkOf,
} from '@ghostlight/reliability-node';

/** What a scanner's adapter found. What is `unknown` here is cleaned and capped on the way. */
export interface FoundFinding {
  /** Not empty. */
  rule: string;
  title: unknown[];
  severity: FindingEvent['severity'];
  target: unknown;
  package?: unknown;
  installedVersion?: unknown;
  fixedVersion?: unknown;
  url?: unknown;
  labels: unknown;
  /** What tells it from another one of its rule, target and package, such as a line. */
  at?: string | number;
}

/** What the table has room for. */
const room = { rule: 200, version: 200, wide: 255 };

/** A finding whose texts fit the caps. Leaves out what is empty. */
export function findingEventOf(found: FoundFinding): FindingEvent {
  const rule = cleanLine(found.rule, room.rule) || 'unnamed';
  const target = cleanLine(found.target, caps.title) || 'unknown';
  const labels = cleanLabels(found.labels);
  const optional = {
    package: cleanLine(found.package, room.wide),
    installedVersion: cleanLine(found.installedVersion, room.version),
    fixedVersion: cleanLine(found.fixedVersion, room.wide),
    url: linkOf(found.url),
    entityRef: entityRefOf(labels['backstage.io/entity-ref']),
  };
  return {
    key: hashOf(
      rule,
      target,
      optional.package,
      optional.installedVersion,
      found.at ?? '',
    ),
    rule,
    title: firstLine(caps.title, ...found.title, rule),
    severity: found.severity,
    target,
    ...Object.fromEntries(Object.entries(optional).filter(([, text]) => text)),
    labels,
  };
}

/** How bad a finding is, from the word that scanners use for it. */
export function findingSeverityOf(word: unknown): FindingEvent['severity'] {
  switch (typeof word === 'string' ? word.trim().toLowerCase() : '') {
    case 'critical':
      return 'critical';
    case 'high':
    case 'important':
      return 'high';
    case 'medium':
    case 'moderate':
      return 'medium';
    case 'low':
    case 'info':
    case 'negligible':
      return 'low';
    default:
      return 'unknown';
  }
}
