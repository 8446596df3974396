import { InputError } from '@backstage/errors';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { StrategySpec } from '@ghostlight/plugin-delivery-common';
import {
  type Deployment,
  type KubeObject,
  type Place,
  type Service,
  hasStatus,
  selects,
} from '@ghostlight/reliability-kubernetes';
import { asJson } from '../describe/templates';
import { pathOf } from '../kube/paths';

/** Where traffic goes for a moment: so much to the canary, or all that has a header. */
export type Split = { weight: number } | { header: Header };

export type Header = NonNullable<StrategySpec['header']>;

/** An object that routes a Service's traffic, and what it says for each split. */
export interface Route {
  kind: 'virtualservices' | 'httproutes';
  /** For people: `Istio`. */
  by: string;
  name: string;
  uid: string;
  /** JSON pointer of what is set. */
  pointer: string;
  original: JsonValue;
  split(split: Split): JsonValue;
}

interface Routing extends KubeObject {
  spec: { http?: JsonObject[]; rules?: JsonObject[] };
}

/** The Services that send traffic to a Deployment's pods. */
export async function findServices(
  { client, namespace }: Place,
  { spec }: Deployment,
  signal: AbortSignal,
): Promise<Service[]> {
  const { items } = await client.list<Service>(pathOf('services', namespace), {
    signal,
  });
  const labels = spec.template.metadata?.labels ?? {};
  return items.filter(service => selects(service.spec.selector, labels));
}

/**
 * What routes a Service's traffic by weights: Istio or the Gateway API; empty when neither does.
 *
 * @throws InputError when the traffic is split already
 */
export async function findRoutes(
  place: Place,
  service: string,
  signal: AbortSignal,
): Promise<Route[]> {
  const [virtual, http] = await Promise.all([
    listed(place, 'virtualservices', signal),
    listed(place, 'httproutes', signal),
  ]);
  return [
    ...virtual.flatMap(found => istioRoute(found, service, place.namespace)),
    ...http.flatMap(found => gatewayRoute(found, service)),
  ];
}

async function listed(
  { client, namespace }: Place,
  kind: Route['kind'],
  signal: AbortSignal,
): Promise<Routing[]> {
  try {
    return (await client.list<Routing>(pathOf(kind, namespace), { signal }))
      .items;
  } catch (error) {
    // Not installed.
    if (hasStatus(error, 404)) return [];
    throw error;
  }
}

function istioRoute(
  { metadata, spec }: Routing,
  service: string,
  namespace: string,
): Route[] {
  const original = spec.http ?? [];
  const isOurs = (host: JsonValue | undefined) =>
    typeof host === 'string' &&
    [
      service,
      `${service}.${namespace}`,
      `${service}.${namespace}.svc`,
      `${service}.${namespace}.svc.cluster.local`,
    ].includes(host);
  const mine = (rule: JsonObject) =>
    objects(rule.route).some(({ destination }) =>
      isOurs(object(destination).host),
    );
  if (!original.some(mine)) return [];
  const divide = (rule: JsonObject, weight: number): JsonObject => {
    if (!mine(rule)) return rule;
    const routes = objects(rule.route);
    const [route] = routes;
    const destination = object(route.destination);
    if (routes.length > 1 || destination.subset)
      throw alreadySplit(`VirtualService ${metadata.name}`);
    const to = (track: string, share: number) => ({
      ...route,
      destination: {
        ...destination,
        host: String(destination.host).replace(service, `${service}-${track}`),
      },
      weight: share,
    });
    return {
      ...rule,
      route: [to('stable', 100 - weight), to('canary', weight)],
    };
  };
  const route: Route = {
    kind: 'virtualservices',
    by: 'Istio',
    name: metadata.name,
    uid: metadata.uid,
    pointer: '/spec/http',
    original: original as JsonValue,
    split: split => {
      if ('weight' in split)
        return original.map(rule => divide(rule, split.weight));
      const { name, value } = split.header;
      return original.flatMap(rule =>
        mine(rule)
          ? [
              {
                ...divide(rule, 100),
                ...(rule.name ? { name: `${rule.name}-canary` } : {}),
                match: (objects(rule.match).length
                  ? objects(rule.match)
                  : [{}]
                ).map(match => ({
                  ...match,
                  headers: {
                    ...object(match.headers),
                    [name.toLowerCase()]: { exact: value },
                  },
                })),
              },
              divide(rule, 0),
            ]
          : [rule],
      );
    },
  };
  // Says so now if it cannot be split.
  route.split({ weight: 0 });
  return [route];
}

function gatewayRoute({ metadata, spec }: Routing, service: string): Route[] {
  const original = spec.rules ?? [];
  const isOurs = ({ name, kind, namespace }: JsonObject) =>
    name === service &&
    (kind ?? 'Service') === 'Service' &&
    (namespace ?? metadata.namespace) === metadata.namespace;
  const mine = (rule: JsonObject) => objects(rule.backendRefs).some(isOurs);
  if (!original.some(mine)) return [];
  const divide = (rule: JsonObject, weight: number): JsonObject => {
    if (!mine(rule)) return rule;
    const refs = objects(rule.backendRefs);
    if (refs.length > 1) throw alreadySplit(`HTTPRoute ${metadata.name}`);
    const to = (track: string, share: number) => ({
      ...refs[0],
      name: `${service}-${track}`,
      weight: share,
    });
    return {
      ...rule,
      backendRefs: [to('stable', 100 - weight), to('canary', weight)],
    };
  };
  const route: Route = {
    kind: 'httproutes',
    by: 'the Gateway API',
    name: metadata.name,
    uid: metadata.uid,
    pointer: '/spec/rules',
    original: original as JsonValue,
    split: split => {
      if ('weight' in split)
        return original.map(rule => divide(rule, split.weight));
      const { name, value } = split.header;
      return original.flatMap(rule =>
        mine(rule)
          ? [
              {
                ...divide(rule, 100),
                ...(rule.name ? { name: `${rule.name}-canary` } : {}),
                matches: (objects(rule.matches).length
                  ? objects(rule.matches)
                  : [{ path: { type: 'PathPrefix', value: '/' } }]
                ).map((match: JsonObject) => ({
                  ...match,
                  headers: [
                    ...objects(match.headers),
                    { type: 'Exact', name, value },
                  ],
                })),
              },
              divide(rule, 0),
            ]
          : [rule],
      );
    },
  };
  route.split({ weight: 0 });
  return [route];
}

function alreadySplit(title: string): InputError {
  return new InputError(
    `${title} splits the traffic already, by weights or subsets of its own; give it one plain destination first`,
  );
}

function objects(value: JsonValue | undefined): JsonObject[] {
  return Array.isArray(value) ? value.map(object) : [];
}

function object(value: JsonValue | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? asJson(value)
    : {};
}
