import { InputError } from '@backstage/errors';
import type { Service } from '@ghostlight/reliability-kubernetes';
import type { StepsBothWays } from './planCanary';
import {
  remove,
  setField,
  ship,
  shipBack,
  twin,
  twinLabels,
  watch,
  type Shipment,
} from './Shipment';

const track = 'green';

/**
 * Green beside blue: made and found healthy without traffic, then all at once. Until the switch the Service
 * is held to blue's pods by their hash, for green ones carry the same labels.
 *
 * @throws InputError without a Service
 */
export function planBlueGreen(
  shipment: Shipment,
  request: { services: Service[]; watchSeconds: number },
): StepsBothWays {
  const { services, watchSeconds } = request;
  const { deployment, hash, version, from, place } = shipment;
  if (!services.length)
    throw new InputError(
      `Blue-green switches a Service, and none in ${place.namespace} selects the pods of ${place.name}`,
    );
  const green = `${deployment.metadata.name}-${track}`;
  const select = (
    id: string,
    title: string,
    labels: Record<string, string>,
    weight?: number,
  ) =>
    services.map(({ metadata: { name, uid }, spec }) => {
      const blue = { ...spec.selector, 'pod-template-hash': hash };
      return setField(shipment, {
        id: services.length > 1 ? `${id}-${name}` : id,
        title: `${title} (Service ${name})`,
        kind: 'services',
        name,
        uid,
        pointer: '/spec/selector',
        value: { ...spec.selector, ...labels },
        known: [
          { ...spec.selector },
          blue,
          { ...spec.selector, ...twinLabels(shipment, track) },
        ],
        exact: true,
        weight,
      });
    });
  const toBlue = { 'pod-template-hash': hash };
  const release = select('release', 'Select as before', {});
  return {
    steps: [
      ...select('hold-blue', `Hold the traffic to ${from.version}`, toBlue, 0),
      twin(shipment, { track, replicas: deployment.spec.replicas ?? 1 }),
      ...select(
        'switch',
        `Switch to ${version}`,
        twinLabels(shipment, track),
        100,
      ),
      ...(watchSeconds
        ? [watch('watch-1', { weight: 100, seconds: watchSeconds })]
        : []),
      ship(shipment),
      ...release,
      remove(shipment, 'deployments', green),
    ],
    back: [
      shipBack(shipment),
      ...select('switch-back', `Switch back to ${from.version}`, toBlue, 0),
      remove(shipment, 'deployments', green),
      ...release,
    ],
  };
}
