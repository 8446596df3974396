import type { Reading } from '@ghostlight/plugin-incidents-node';
import { caps } from '../shared';

type Fields = Record<string, unknown>;

const alertSeverities = ['critical', 'error', 'warning', 'info'];
const findingSeverities = ['critical', 'high', 'medium', 'low', 'unknown'];
const changeKinds = [
  'deployment',
  'rollback',
  'config',
  'flag',
  'scale',
  'other',
];

/** What of a reading could not be stored or shown as the contract has it. */
export function faultsOf(reading: Reading): string[] {
  const faults: string[] = [];

  for (const alert of reading.alerts) {
    const { labels, annotations, raw, ...rest } = alert;
    const fields: Fields = rest;
    text(fields, 'fingerprint', caps.fingerprint);
    text(fields, 'name', caps.name);
    text(fields, 'title', caps.title);
    oneOf(fields, 'status', ['firing', 'resolved']);
    oneOf(fields, 'severity', alertSeverities);
    time(fields, 'startsAt');
    if ('endsAt' in fields) time(fields, 'endsAt');
    optional(fields, 'description', caps.description);
    optional(fields, 'environment', caps.environment);
    link(fields);
    record(labels, caps.labelValue);
    record(annotations, caps.annotationValue);
    if (raw === undefined) faults.push('raw is missing');
  }
  for (const { labels, ...change } of reading.changes ?? []) {
    text(change, 'key', caps.fingerprint);
    text(change, 'title', caps.title);
    oneOf(change, 'kind', changeKinds);
    time(change, 'at');
    optional(change, 'version', caps.name);
    optional(change, 'environment', caps.environment);
    link(change);
    record(labels, caps.labelValue);
  }
  for (const { labels, ...finding } of reading.findings ?? []) {
    text(finding, 'key', caps.fingerprint);
    text(finding, 'rule', caps.name);
    text(finding, 'title', caps.title);
    text(finding, 'target', caps.title);
    oneOf(finding, 'severity', findingSeverities);
    optional(finding, 'package', caps.name);
    optional(finding, 'installedVersion', caps.name);
    optional(finding, 'fixedVersion', caps.name);
    link(finding);
    record(labels, caps.labelValue);
  }
  for (const { reason, field, raw } of reading.rejected ?? []) {
    text({ reason }, 'reason', 1000);
    if (field !== undefined) text({ field }, 'field', 255);
    if (raw === undefined) faults.push('a rejected item is missing');
  }
  if (reading.deliveryId !== undefined)
    text({ ...reading }, 'deliveryId', caps.fingerprint);
  const { truncated } = reading;
  if (
    truncated !== undefined &&
    !(Number.isInteger(truncated) && truncated >= 0)
  )
    faults.push(`truncated is ${truncated}`);
  return faults;

  function text(fields: object, name: string, max: number) {
    const value = (fields as Fields)[name];
    if (typeof value !== 'string') faults.push(`${name} is ${typeof value}`);
    else if (!value) faults.push(`${name} is empty`);
    else if (value.length > max) faults.push(`${name} has ${value.length}`);
    else if (!isClean(value)) faults.push(`${name} is not clean`);
  }

  function optional(fields: object, name: string, max: number) {
    if ((fields as Fields)[name] !== undefined) text(fields, name, max);
  }

  function oneOf(fields: object, name: string, words: string[]) {
    const value = (fields as Fields)[name];
    if (!words.includes(value as string)) faults.push(`${name} is ${value}`);
  }

  function time(fields: object, name: string) {
    const value = (fields as Fields)[name] as number;
    if (!Number.isInteger(value) || value < 0 || value > 8.64e15)
      faults.push(`${name} is ${value}`);
  }

  function link({ url, entityRef }: { url?: string; entityRef?: string }) {
    if (url !== undefined && !/^https?:\/\/\S{1,2000}$/i.test(url))
      faults.push(`url is ${url}`);
    if (
      entityRef !== undefined &&
      !/^[\w.-]+:[\w.-]+\/[\w.-]+$/.test(entityRef)
    )
      faults.push(`entityRef is ${entityRef}`);
  }

  function record(labels: unknown, max: number) {
    if (typeof labels !== 'object' || labels === null) {
      faults.push('labels are no record');
      return;
    }
    const entries = Object.entries(labels);
    if (entries.length > caps.labels) faults.push(`${entries.length} labels`);
    for (const [name, value] of entries) {
      if (name.length > caps.labelName || !isClean(name))
        faults.push(`label name ${JSON.stringify(name)}`);
      if (typeof value !== 'string' || value.length > max || !isClean(value))
        faults.push(`label ${JSON.stringify(name)}`);
    }
  }
}

function isClean(text: string): boolean {
  return !/\p{Surrogate}/u.test(text) && !text.includes('\u0000');
}
