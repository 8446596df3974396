import { InputError } from '@backstage/errors';
import type { RolloutStepPlan } from '@ghostlight/plugin-delivery-node';
import type { Service } from '@ghostlight/reliability-kubernetes';
import type { Header, Route, Split } from './findRoutes';
import {
  remove,
  scale,
  service,
  setField,
  ship,
  shipBack,
  twin,
  twinLabels,
  watch,
  type Shipment,
} from './Shipment';

const track = 'canary';

/** What traffic a canary gets, and how long it is looked at. */
export interface CanaryRequest {
  steps: { weight: number; seconds: number }[];
  /** Of A/B: who has it gets the canary. */
  header?: Header;
  services: Service[];
  routes: Route[];
}

export interface StepsBothWays {
  steps: RolloutStepPlan[];
  back: RolloutStepPlan[];
}

/**
 * A canary beside the Deployment. Where Istio or the Gateway API route the traffic their weights move it;
 * otherwise the number of pods of either side does, roughly.
 *
 * @throws InputError when it needs a mesh or gateway that is not there
 */
export function planCanary(
  shipment: Shipment,
  request: CanaryRequest,
): StepsBothWays {
  if (request.routes.length) return byRoutes(shipment, request);
  if (request.header)
    throw new InputError(
      `A/B by header needs a VirtualService or HTTPRoute that routes a Service of ${shipment.place.name}; there is none in ${shipment.place.namespace}`,
    );
  return byPods(shipment, request);
}

function byRoutes(
  shipment: Shipment,
  { steps, header, services, routes }: CanaryRequest,
): StepsBothWays {
  const { deployment, hash } = shipment;
  const total = Math.max(1, deployment.spec.replicas ?? 1);
  const canary = `${deployment.metadata.name}-${track}`;
  const podsFor = (weight: number) =>
    Math.max(1, Math.ceil((total * weight) / 100));
  const splits: Split[] = [
    ...(header ? [{ header }] : []),
    ...[0, 100, ...steps.map(({ weight }) => weight)].map(weight => ({
      weight,
    })),
  ];
  const shift = (
    id: string,
    title: string,
    split: Split,
    weight?: number,
    back = false,
  ) =>
    routes.map(route =>
      setField(shipment, {
        id: routes.length > 1 ? `${id}-${route.name}` : id,
        title: `${title} (${route.by}: ${route.name})`,
        kind: route.kind,
        name: route.name,
        uid: route.uid,
        pointer: route.pointer,
        value: route.split(split),
        known: [route.original, ...splits.map(known => route.split(known))],
        // Not split yet, or not any more: the Services that it would be sent to may be gone.
        ...(back && { settled: [route.original] }),
        weight,
      }),
    );
  const restore = routes.map(route =>
    setField(shipment, {
      id: `restore-${route.kind.slice(0, -1)}-${route.name}`,
      title: `Route as before (${route.by}: ${route.name})`,
      kind: route.kind,
      name: route.name,
      uid: route.uid,
      pointer: route.pointer,
      value: route.original,
      known: splits.map(known => route.split(known)),
    }),
  );
  const both = services.flatMap(({ metadata: { name }, spec }) => [
    service(shipment, {
      of: name,
      track: 'stable',
      selector: { ...spec.selector, 'pod-template-hash': hash },
    }),
    service(shipment, {
      of: name,
      track,
      selector: { ...spec.selector, ...twinLabels(shipment, track) },
    }),
  ]);
  const removeServices = services.flatMap(({ metadata: { name } }) => [
    remove(shipment, 'services', `${name}-${track}`),
    remove(shipment, 'services', `${name}-stable`),
  ]);
  // By header nobody knows how many come.
  const first = header ? total : podsFor(steps[0]?.weight ?? 0);
  let pods = first;
  const grow = (id: string, weight: number) => {
    if (podsFor(weight) <= pods) return [];
    pods = podsFor(weight);
    return [scale(shipment, { id, name: canary, replicas: pods })];
  };
  const toAll = () => [
    ...grow('scale-canary-all', 100),
    ...shift(
      'shift-all',
      `Send everything to ${shipment.version}`,
      { weight: 100 },
      100,
    ),
  ];
  const byHeader = ({ name, value }: Header) => [
    ...shift(
      'route-header',
      `Send requests with ${name}: ${value} to ${shipment.version}`,
      { header: { name, value } },
      0,
    ),
    ...steps.flatMap(({ weight, seconds }, index) => [
      ...(weight === 100 ? toAll() : []),
      ...looked(
        index,
        weight,
        seconds,
        weight < 100 ? `those with ${name}: ${value}` : undefined,
      ),
    ]),
  ];
  const byWeight = () =>
    steps.flatMap(({ weight, seconds }, index) => [
      ...grow(`scale-canary-${index + 1}`, weight),
      ...shift(
        `shift-${index + 1}`,
        `Send ${weight} % to ${shipment.version}`,
        { weight },
        weight,
      ),
      ...looked(index, weight, seconds),
    ]);
  const shown = header ? byHeader(header) : byWeight();
  const full = steps.at(-1)?.weight === 100;
  return {
    steps: [
      twin(shipment, { track, replicas: first }),
      ...both,
      ...shown,
      ...(full ? [] : toAll()),
      ship(shipment),
      ...restore,
      remove(shipment, 'deployments', canary),
      ...removeServices,
    ],
    back: [
      shipBack(shipment),
      ...shift(
        'shift-back',
        `Send everything to ${shipment.from.version}`,
        { weight: 0 },
        0,
        true,
      ),
      remove(shipment, 'deployments', canary),
      ...restore,
      ...removeServices,
    ],
  };
}

function looked(
  index: number,
  weight: number,
  seconds: number,
  whom?: string,
): RolloutStepPlan[] {
  return seconds
    ? [watch(`watch-${index + 1}`, { weight, seconds, whom })]
    : [];
}

function byPods(shipment: Shipment, { steps }: CanaryRequest): StepsBothWays {
  const { deployment, version } = shipment;
  const { name } = deployment.metadata;
  const canary = `${name}-${track}`;
  const total = Math.max(1, deployment.spec.replicas ?? 1);
  const first = shareOf(total, steps[0]?.weight ?? 0);
  const partOf = ({ fresh, old }: { fresh: number; old: number }) =>
    Math.round((100 * fresh) / (fresh + old));
  const last = { fresh: first.fresh, old: total };
  const begin = partOf(last);
  const shifts = steps.flatMap(({ weight, seconds }, index) => {
    const { fresh, old } = shareOf(total, weight);
    const share = partOf({ fresh, old });
    const title = `About ${share} % to ${version} by pods, ${fresh} of ${
      fresh + old
    } (no mesh or gateway routes it)`;
    const changes = [
      ...(fresh !== last.fresh
        ? [
            scale(shipment, {
              id: `scale-canary-${index + 1}`,
              name: canary,
              replicas: fresh,
              title,
            }),
          ]
        : []),
      ...(old !== last.old
        ? [
            scale(shipment, {
              id: `scale-stable-${index + 1}`,
              name,
              replicas: old,
              title: `${title}: the old ones`,
            }),
          ]
        : []),
    ];
    Object.assign(last, { fresh, old });
    return [
      ...changes.map(change => ({ ...change, weight: share })),
      ...looked(index, share, seconds),
    ];
  });
  const whole = (id: string, title: string) =>
    scale(shipment, { id, name, replicas: total, title });
  return {
    steps: [
      // Once its pods are up they have their share.
      {
        ...twin(shipment, { track, replicas: first.fresh }),
        weight: begin,
      },
      ...shifts,
      ship(shipment),
      whole('scale-stable-all', `All ${total} pods of ${name} with ${version}`),
      remove(shipment, 'deployments', canary),
    ],
    back: [
      shipBack(shipment),
      whole(
        'scale-stable-back',
        `All ${total} pods of ${name} with ${shipment.from.version}`,
      ),
      { ...remove(shipment, 'deployments', canary), weight: 0 },
    ],
  };
}

/** Pods of either side that come nearest to a share, with never more than there are of one version. */
export function shareOf(
  total: number,
  weight: number,
): { fresh: number; old: number } {
  const fresh = Math.max(1, Math.round((total * weight) / 100));
  if (weight >= 100) return { fresh: total, old: 0 };
  const old = weight ? Math.round((fresh * (100 - weight)) / weight) : total;
  return { fresh, old: Math.max(1, Math.min(total, old)) };
}
