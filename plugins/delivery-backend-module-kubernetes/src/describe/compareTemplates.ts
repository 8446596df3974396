import type { JsonValue } from '@backstage/types';
import type { ChangedValue } from '@ghostlight/plugin-delivery-common';
import type {
  Container,
  PodTemplate,
} from '@ghostlight/reliability-kubernetes';
import { hidden, isSecret } from './secrets';
import { asJson, bareTemplate, sorted } from './templates';

const longest = 300;
const most = 200;
const configHash = /checksum|config-?hash|configmap-?hash|secret-?hash/i;
const configVolumes = ['volumes'];

type Kind = ChangedValue['kind'];

/** What is different between two templates, for people. Values of secret variables are not shown. */
export function compareTemplates(
  before: PodTemplate,
  after: PodTemplate,
): ChangedValue[] {
  const containers = ['containers', 'initContainers'] as const;
  return [
    ...containers.flatMap(list =>
      compareContainers(
        before.spec?.[list] ?? [],
        after.spec?.[list] ?? [],
        `/spec/template/spec/${list}`,
      ),
    ),
    ...compareFields(
      before.metadata?.annotations ?? {},
      after.metadata?.annotations ?? {},
      {
        path: '/spec/template/metadata/annotations',
        kind: name => (configHash.test(name) ? 'config' : 'other'),
        label: name => `annotation ${name}`,
      },
    ),
    ...compareFields(
      bareTemplate(before).metadata?.labels ?? {},
      bareTemplate(after).metadata?.labels ?? {},
      {
        path: '/spec/template/metadata/labels',
        kind: () => 'other',
        label: name => `label ${name}`,
      },
    ),
    ...compareFields(restOf(before), restOf(after), {
      path: '/spec/template/spec',
      kind: name => (configVolumes.includes(name) ? 'config' : 'other'),
      label: name => name,
    }),
  ].slice(0, most);
}

/** Whether two values are the same, in whatever order their fields are. */
function shown(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined;
  const text =
    typeof value === 'string'
      ? value
      : JSON.stringify(sorted(value as JsonValue));
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function changed(
  kind: Kind,
  label: string,
  path: string,
  [before, after]: [unknown, unknown],
): ChangedValue[] {
  const [from, to] = [before, after].map(value =>
    value === undefined || value === null
      ? undefined
      : JSON.stringify(sorted(value as JsonValue)),
  );
  if (from === to) return [];
  return [
    {
      kind,
      label,
      path,
      ...(from !== undefined && { from: shown(before) }),
      ...(to !== undefined && { to: shown(after) }),
    },
  ];
}

function compareFields(
  before: object,
  after: object,
  how: {
    path: string;
    kind(name: string): Kind;
    label(name: string): string;
  },
): ChangedValue[] {
  const [old, fresh] = [asJson(before), asJson(after)];
  return [...new Set([...Object.keys(old), ...Object.keys(fresh)])].flatMap(
    name =>
      changed(how.kind(name), how.label(name), `${how.path}/${escaped(name)}`, [
        old[name],
        fresh[name],
      ]),
  );
}

function compareContainers(
  before: Container[],
  after: Container[],
  path: string,
): ChangedValue[] {
  const names = new Set([...before, ...after].map(({ name }) => name));
  return [...names].flatMap(name => {
    const old = before.find(container => container.name === name);
    const fresh = after.find(container => container.name === name);
    const index = (fresh ? after : before).findIndex(
      container => container.name === name,
    );
    const at = `${path}/${index}`;
    if (!old || !fresh)
      return changed('image', `container ${name}`, at, [
        old?.image,
        fresh?.image,
      ]);
    const of = (field: keyof Container, kind: Kind, label: string) =>
      changed(kind, `${label} of ${name}`, `${at}/${field}`, [
        old[field],
        fresh[field],
      ]);
    return [
      ...of('image', 'image', 'image'),
      ...compareVariables(old, fresh, at),
      ...of('envFrom', 'config', 'variables from maps'),
      ...of('resources', 'resources', 'resources'),
      ...of('command', 'command', 'command'),
      ...of('args', 'command', 'arguments'),
      ...compareFields(otherFields(old), otherFields(fresh), {
        path: at,
        kind: () => 'other',
        label: field => `${field} of ${name}`,
      }),
    ];
  });
}

function otherFields(container: Container): object {
  const { name, image, env, envFrom, resources, command, args, ...others } =
    container;
  return others;
}

function compareVariables(
  before: Container,
  after: Container,
  path: string,
): ChangedValue[] {
  const read = ({ env = [] }: Container) =>
    new Map(env.map(item => [item.name, item.value ?? item.valueFrom ?? '']));
  const [old, fresh] = [read(before), read(after)];
  return [...new Set([...old.keys(), ...fresh.keys()])].flatMap(name => {
    const values = [old.get(name), fresh.get(name)] as const;
    const referred = values.some(value => typeof value === 'object');
    const [change] = changed(
      referred ? 'config' : 'env',
      `env ${name}`,
      `${path}/env`,
      [...values],
    );
    if (!change) return [];
    const secret = values.some(
      value => typeof value === 'string' && isSecret(name, value),
    );
    if (!secret) return [change];
    return [
      {
        ...change,
        ...(change.from !== undefined && { from: hidden }),
        ...(change.to !== undefined && { to: hidden }),
      },
    ];
  });
}

function restOf(template: PodTemplate): object {
  const { containers, initContainers, ...rest } = template.spec ?? {};
  return rest;
}

function escaped(name: string): string {
  return name.replaceAll('~', '~0').replaceAll('/', '~1');
}
