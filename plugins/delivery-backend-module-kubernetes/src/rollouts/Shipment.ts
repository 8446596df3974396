import type { JsonValue } from '@backstage/types';
import type {
  Revision,
  RolloutStepPlan,
} from '@ghostlight/plugin-delivery-node';
import {
  type Deployment,
  type Place,
  rolloutLabel,
} from '@ghostlight/reliability-kubernetes';
import type { ObjectRef } from '../effects/Effect';
import type { MakeService } from '../effects/makeService';
import type { MakeTwin } from '../effects/makeTwin';
import type { RemoveObject } from '../effects/removeObject';
import type { RestoreTemplate } from '../effects/restoreTemplate';
import type { SetFields } from '../effects/setFields';
import type { SetImage } from '../effects/setImage';
import { titleOf, type KindName } from '../kube/paths';

type Pinned =
  | MakeService
  | MakeTwin
  | RemoveObject
  | RestoreTemplate
  | SetFields
  | SetImage;

/** What is shipped where, and the effects that that can take. Each has all its values pinned. */
export interface Shipment {
  place: Place;
  deployment: Deployment;
  from: Revision;
  /** Name of the ReplicaSet that has the template of now. */
  replicaSet: string;
  /** `pod-template-hash` of the pods of now. */
  hash: string;
  /** Of the template now, and of the one that comes of the image. */
  digest: string;
  target: string;
  container: string;
  image: string;
  version: string;
  /** On everything that is made, and removed in the end. */
  rollout: string;
}

export function effect(
  id: string,
  title: string,
  pinned: Pinned,
  more: { weight?: number; reversible?: boolean } = {},
): RolloutStepPlan {
  const { weight, reversible = true } = more;
  return {
    id,
    title,
    kind: 'effect',
    ...(weight !== undefined && { weight }),
    step: { id, title, reversible, pinned },
  };
}

export function watch(
  id: string,
  options: { weight: number; seconds: number; whom?: string },
): RolloutStepPlan {
  const { weight, seconds, whom = `${weight} %` } = options;
  const minutes = Math.round(seconds / 6) / 10;
  return {
    id,
    title: `Watch ${whom} for ${minutes} min`,
    kind: 'watch',
    weight,
    seconds,
  };
}

export function objectOf(
  { place }: Shipment,
  kind: KindName,
  name = place.name,
): ObjectRef {
  const { client, namespace } = place;
  return { cluster: client.cluster.name, kind, namespace, name };
}

/** The new image in the Deployment itself. */
export function ship(shipment: Shipment, strategy?: object): RolloutStepPlan {
  const { deployment, digest, target, container, image, version } = shipment;
  const title = `Give ${titleOf(
    'deployments',
    deployment.metadata.name,
  )} version ${version}`;
  return effect('promote', title, {
    op: 'set-image',
    object: objectOf(shipment, 'deployments'),
    uid: deployment.metadata.uid,
    container,
    image,
    digests: [digest, target],
    target,
    ...(strategy && { strategy: strategy as SetImage['strategy'] }),
    reason: `Shipping ${version}`,
  });
}

/** The template that the Deployment has now, in case it was replaced. */
export function shipBack(shipment: Shipment): RolloutStepPlan {
  const { deployment, digest, target, from, version } = shipment;
  const { name, uid, resourceVersion } = deployment.metadata;
  return effect(
    'restore-template',
    `Give ${titleOf('deployments', name)} version ${from.version} again`,
    {
      op: 'restore-template',
      object: objectOf(shipment, 'deployments'),
      uid,
      resourceVersion,
      from: {
        replicaSet: '',
        revision: 'new',
        version,
        digest: target,
      },
      to: {
        replicaSet: shipment.replicaSet,
        revision: from.id,
        version: from.version,
        digest,
      },
      settled: true,
    },
  );
}

/** A second Deployment with the new version. */
export function twin(
  shipment: Shipment,
  { track, replicas }: { track: string; replicas: number },
): RolloutStepPlan {
  const { deployment, digest, container, image, version, rollout } = shipment;
  const of = deployment.metadata.name;
  const name = `${of}-${track}`;
  return effect(
    `make-${track}`,
    `Make ${titleOf('deployments', name)} with ${replicas} ${
      replicas === 1 ? 'pod' : 'pods'
    } of ${version}`,
    {
      op: 'make-twin',
      object: objectOf(shipment, 'deployments', name),
      of,
      digest,
      container,
      image,
      replicas,
      labels: { track },
      rollout,
      reason: `Shipping ${version}`,
    },
  );
}

export function scale(
  shipment: Shipment,
  options: { id: string; name: string; replicas: number; title?: string },
): RolloutStepPlan {
  const { id, name, replicas } = options;
  return effect(
    id,
    options.title ?? `${titleOf('deployments', name)} to ${replicas} pods`,
    {
      op: 'set-fields',
      object: objectOf(shipment, 'deployments', name),
      fields: [{ pointer: '/spec/replicas', value: replicas }],
      reason: `Shipping ${shipment.version}`,
    },
  );
}

export function service(
  shipment: Shipment,
  options: { of: string; track: string; selector: Record<string, string> },
): RolloutStepPlan {
  const { of, track, selector } = options;
  const name = `${of}-${track}`;
  const title = `Make ${titleOf('services', name)}`;
  return effect(`make-service-${name}`, title, {
    op: 'make-service',
    object: objectOf(shipment, 'services', name),
    of,
    selector,
    rollout: shipment.rollout,
    reason: `Shipping ${shipment.version}`,
  });
}

export function remove(
  shipment: Shipment,
  kind: 'deployments' | 'services',
  name: string,
): RolloutStepPlan {
  return effect(
    `remove-${kind.slice(0, -1)}-${name}`,
    `Remove ${titleOf(kind, name)}`,
    {
      op: 'remove',
      object: objectOf(shipment, kind, name),
      rollout: shipment.rollout,
    },
    { reversible: false },
  );
}

/** Sets one field to one of several values that all are known. */
export function setField(
  shipment: Shipment,
  options: {
    id: string;
    title: string;
    kind: KindName;
    name: string;
    uid: string;
    pointer: string;
    value: JsonValue;
    known: JsonValue[];
    exact?: boolean;
    settled?: JsonValue[];
    weight?: number;
  },
): RolloutStepPlan {
  const { id, title, kind, name, uid, weight } = options;
  const { pointer, value, known, exact, settled } = options;
  return effect(
    id,
    title,
    {
      op: 'set-fields',
      object: objectOf(shipment, kind, name),
      uid,
      fields: [
        {
          pointer,
          value,
          known,
          ...(exact && { exact }),
          ...(settled && { settled }),
        },
      ],
      reason: `Shipping ${shipment.version}`,
    },
    { weight },
  );
}

/** Labels of the pods that a twin makes. */
export function twinLabels({ rollout }: Shipment, track: string) {
  return { track, [rolloutLabel]: rollout };
}
