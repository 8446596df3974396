import { asJson } from '../describe/templates';
import type { StepsBothWays } from './planCanary';
import {
  effect,
  objectOf,
  ship,
  shipBack,
  watch,
  type Shipment,
} from './Shipment';

/** Rolling and recreate: the Deployment itself does it. */
export function planInPlace(
  shipment: Shipment,
  request: {
    type: 'rolling' | 'recreate';
    steps: { weight: number; seconds: number }[];
  },
): StepsBothWays {
  const { deployment, version } = shipment;
  const wanted = request.type === 'recreate' ? 'Recreate' : 'RollingUpdate';
  const own = deployment.spec.strategy ?? {};
  const other = (own.type ?? 'RollingUpdate') !== wanted;
  // What is left out would stay, and Recreate may not have it.
  const strategy = other ? { type: wanted } : undefined;
  const restore = other
    ? [
        effect('restore-strategy', 'Strategy as before', {
          op: 'set-fields',
          object: objectOf(shipment, 'deployments'),
          uid: deployment.metadata.uid,
          fields: [{ pointer: '/spec/strategy', value: asJson(own) }],
          reason: `Shipping ${version}`,
        }),
      ]
    : [];
  return {
    steps: [
      ship(shipment, strategy),
      ...request.steps
        .filter(({ seconds }) => seconds)
        .map(({ seconds }, index) =>
          watch(`watch-${index + 1}`, { weight: 100, seconds }),
        ),
      ...restore,
    ],
    back: [shipBack(shipment), ...restore],
  };
}
