import type { JsonObject, JsonValue } from '@backstage/types';
import type { ChangedValue } from '@ghostlight/plugin-delivery-common';
import { canonical } from '../describe/canonical';
import { containersOf, isObject, valueAt, type Manifest } from './Manifest';

const longest = 300;
const most = 100;

type Kind = ChangedValue['kind'];

/** What is different between two revisions, for people. */
export function compareManifests(
  before: Manifest[],
  after: Manifest[],
): ChangedValue[] {
  const titles = new Set([...before, ...after].map(({ title }) => title));
  return [...titles]
    .flatMap(title => {
      const [old, fresh] = [before, after].map(list =>
        list.find(manifest => manifest.title === title),
      );
      if (old && fresh) return compareObjects(title, old.object, fresh.object);
      return differing('other', title, [old && 'there', fresh && 'there']);
    })
    .slice(0, most);
}

/** Objects that only the first revision asks for. */
export function leftOver(before: Manifest[], after: Manifest[]): string[] {
  const wanted = new Set(after.map(({ title }) => title));
  return before
    .filter(({ title, isHook }) => !isHook && !wanted.has(title))
    .map(({ title }) => title);
}

function compareObjects(
  title: string,
  before: JsonObject,
  after: JsonObject,
): ChangedValue[] {
  if (canonical(before) === canonical(after)) return [];
  const known = [
    ...compareContainers(before, after),
    ...differing('replicas', `replicas of ${title}`, [
      valueAt(before, ['spec', 'replicas']),
      valueAt(after, ['spec', 'replicas']),
    ]),
    ...compareFields('config', key => `${key} of ${title}`, [
      valueAt(before, ['data']),
      valueAt(after, ['data']),
    ]),
  ];
  return known.length
    ? known
    : [{ kind: 'other', label: `${title} (see the difference)` }];
}

function compareContainers(
  before: JsonObject,
  after: JsonObject,
): ChangedValue[] {
  const [old, fresh] = [containersOf(before), containersOf(after)];
  const names = new Set([...old, ...fresh].map(({ name }) => String(name)));
  return [...names].flatMap(name => {
    const pair = [old, fresh].map(list =>
      list.find(container => container.name === name),
    );
    const of = (field: string, kind: Kind, label: string) =>
      differing(kind, `${label} of ${name}`, [
        pair[0]?.[field],
        pair[1]?.[field],
      ]);
    return [
      ...of('image', 'image', 'image'),
      ...compareFields('env', key => `env ${key}`, [
        variablesOf(pair[0]),
        variablesOf(pair[1]),
      ]),
      ...of('resources', 'resources', 'resources'),
      ...of('command', 'command', 'command'),
      ...of('args', 'command', 'arguments'),
    ];
  });
}

function variablesOf(container: JsonObject | undefined): JsonObject {
  const list = Array.isArray(container?.env) ? container.env : [];
  return Object.fromEntries(
    list
      .filter(isObject)
      .map(({ name, value, valueFrom }) => [
        String(name),
        value ?? valueFrom ?? '',
      ]),
  );
}

function compareFields(
  kind: Kind,
  label: (key: string) => string,
  [before, after]: (JsonValue | undefined)[],
): ChangedValue[] {
  const [old, fresh] = [before, after].map(value =>
    isObject(value) ? value : {},
  );
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap(
    key => differing(kind, label(key), [old[key], fresh[key]]),
  );
}

function differing(
  kind: Kind,
  label: string,
  values: (JsonValue | undefined)[],
): ChangedValue[] {
  const [from, to] = values.map(shown);
  if (from === to) return [];
  return [
    {
      kind,
      label,
      ...(from !== undefined && { from: cut(from) }),
      ...(to !== undefined && { to: cut(to) }),
    },
  ];
}

function shown(value: JsonValue | undefined): string | undefined {
  if (value === undefined || value === null) return undefined;
  return typeof value === 'string' ? value : canonical(value);
}

function cut(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
