import { randomBytes } from 'node:crypto';
import { InputError } from '@backstage/errors';
import type {
  DriverCall,
  DriverStep,
  RolloutDriver,
  TargetRef,
} from '@ghostlight/plugin-delivery-node';
import type { Clusters, Deployment } from '@ghostlight/reliability-kubernetes';
import { revision } from '../describe/annotations';
import {
  hashLabelOf,
  mainContainer,
  templateDigest,
  versionOfImage,
  withImage,
} from '../describe/templates';
import { readWorkload } from '../driver/readWorkload';
import { Effects } from '../effects/Effects';
import { findFlagger } from './findFlagger';
import { findRolloutRefusals } from './findRolloutRefusals';
import { findRoutes, findServices } from './findRoutes';
import { planBlueGreen } from './planBlueGreen';
import { planCanary, type StepsBothWays } from './planCanary';
import { planInPlace } from './planInPlace';
import type { Shipment } from './Shipment';

type PlanRequest = Parameters<RolloutDriver['plan']>[0];

/** `registry.example:5000/shop/payments:1.2.0@sha256:…` */
const image = /^[a-z0-9][\w.:/-]*(@sha256:[0-9a-f]{64})?$/i;
const longestImage = 500;
const defaultWatchSeconds = 300;

/** Ships versions of Deployments by strategies. */
export class KubernetesRollouts implements RolloutDriver {
  private readonly effects: Effects;

  private constructor(private readonly clusters: Clusters) {
    this.effects = Effects.create(clusters);
  }

  static create(options: { clusters: Clusters }): KubernetesRollouts {
    return new KubernetesRollouts(options.clusters);
  }

  async plan(request: PlanRequest) {
    const { strategy, signal } = request;
    const shipment = await this.shipment(request);
    const { steps, back } = await this.compile(shipment, request);
    const twin = steps.find(({ step }) => step?.pinned.op === 'make-twin');
    const track = strategy.type === 'blue-green' ? 'green' : 'canary';
    const { labels } = shipment.deployment.spec.template.metadata ?? {};
    const selector = (of: string): Record<string, string> =>
      twin ? { track: of } : {};
    return {
      from: shipment.from,
      steps,
      back,
      canary: selector(track),
      // A matcher of nothing takes series that do not have the label.
      baseline: selector(labels?.track ?? ''),
      refusals: await findRolloutRefusals(shipment, steps, signal),
    };
  }

  observe(step: DriverStep, call: DriverCall) {
    return this.effects.observe(step, call);
  }

  external(target: TargetRef, signal: AbortSignal) {
    return findFlagger(
      target,
      this.clusters.place(target, 'deployments'),
      signal,
    );
  }

  private async shipment(request: PlanRequest): Promise<Shipment> {
    const { target, signal } = request;
    if (request.image.length > longestImage || !image.test(request.image))
      throw new InputError(`Not the name of an image: ${request.image}`);
    const place = this.clusters.place(target, 'deployments');
    const { object, digest, generations, current } =
      await readWorkload<Deployment>(
        place,
        { kind: 'deployments', revisionAnnotation: revision },
        signal,
      );
    const now = generations.find(generation => generation.revision.current);
    const container = mainContainer(object.spec.template)?.name;
    if (!now || !container)
      throw new InputError(
        `Deployment ${place.name} is not rolled out: there is no ReplicaSet of its template yet`,
      );
    return {
      place,
      deployment: object,
      from: current,
      replicaSet: now.set.metadata.name,
      hash: hashLabelOf(now.set.metadata.labels) ?? '',
      digest,
      target: templateDigest(
        withImage(object.spec.template, container, request.image),
      ),
      container,
      image: request.image,
      version: versionOfImage(request.image),
      rollout: `${place.name.slice(0, 40)}-${randomBytes(4).toString('hex')}`,
    };
  }

  private async compile(
    shipment: Shipment,
    { strategy, signal }: PlanRequest,
  ): Promise<StepsBothWays> {
    const { type, steps, header, watchSeconds } = strategy;
    if (type === 'rolling' || type === 'recreate')
      return planInPlace(shipment, { type, steps });
    const { place, deployment } = shipment;
    const services = await findServices(place, deployment, signal);
    if (type === 'blue-green')
      return planBlueGreen(shipment, {
        services,
        watchSeconds: watchSeconds ?? defaultWatchSeconds,
      });
    if (type === 'ab' && !header)
      throw new InputError('A/B needs a header: its name and its value');
    const routed = await Promise.all(
      services.map(async service => ({
        service,
        routes: await findRoutes(place, service.metadata.name, signal),
      })),
    );
    const mine = routed.filter(({ routes }) => routes.length);
    return planCanary(shipment, {
      steps,
      ...(type === 'ab' && { header }),
      services: mine.map(({ service }) => service),
      routes: mine.flatMap(({ routes }) => routes),
    });
  }
}
