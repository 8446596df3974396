import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type { RolloutStepPlan } from '@ghostlight/plugin-delivery-node';
import { findRefusals } from '../driver/findRefusals';
import { findUndoers } from '../driver/findUndoers';
import type { ObjectRef } from '../effects/Effect';
import { kinds, pathOf, titleOf, type KindName } from '../kube/paths';
import type { Shipment } from './Shipment';

/** Why a rollout cannot be begun as things stand. */
export async function findRolloutRefusals(
  shipment: Shipment,
  steps: RolloutStepPlan[],
  signal: AbortSignal,
): Promise<Sentence[]> {
  const { place, deployment, digest, target, version } = shipment;
  const scales = steps.some(({ id }) => id.startsWith('scale-stable'));
  const twins = steps.some(({ step }) => step?.pinned.op === 'make-twin');
  const [general, undoers, rights, left] = await Promise.all([
    findRefusals({
      place,
      kind: 'deployments',
      object: deployment,
      there: digest === target,
      version,
      dryRun: async () => ({
        state: 'refused',
        error: `The service account may not patch deployments in ${place.namespace}`,
      }),
      signal,
    }),
    findUndoers(place, deployment, signal),
    missingRights(shipment, steps, signal),
    leftovers(shipment, steps, signal),
  ]);
  const scaled = undoers.find(({ said: { code } }) =>
    code.endsWith('autoscaler'),
  );
  const flagger = undoers.find(({ said: { code } }) =>
    code.endsWith('flagger'),
  );
  return [
    ...general,
    ...rights,
    ...left,
    ...(scales && scaled
      ? [
          said(
            'kubernetes.scaled',
            `${scaled.name} sets the number of pods, by which the traffic would be shared: that needs a mesh or gateway`,
          ),
        ]
      : []),
    ...(twins && flagger
      ? [
          said(
            'kubernetes.flagger-ships',
            `${flagger.name} ships this Deployment: give it the image by the strategy rolling, and Flagger does the rest`,
          ),
        ]
      : []),
  ];
}

const verbs: Record<string, string> = {
  'make-twin': 'create',
  'make-service': 'create',
  remove: 'delete',
};

async function missingRights(
  { place }: Shipment,
  steps: RolloutStepPlan[],
  signal: AbortSignal,
): Promise<Sentence[]> {
  const needed = new Set(
    steps.flatMap(({ step }) => {
      const object = step?.pinned.object as ObjectRef | undefined;
      if (!step || !object) return [];
      return [`${verbs[String(step.pinned.op)] ?? 'patch'} ${object.kind}`];
    }),
  );
  needed.delete('patch deployments');
  const answers = await Promise.all(
    [...needed].map(async right => {
      const [verb, kind] = right.split(' ');
      const { group, plural } = kinds[kind as KindName];
      const { namespace, client } = place;
      const { allowed, reason } = await client.may(
        { verb, group, resource: plural, namespace },
        signal,
      );
      if (allowed) return [];
      const text = `The service account may not ${verb} ${plural} in ${namespace}`;
      return [
        said('kubernetes.forbidden', reason ? `${text}: ${reason}` : text),
      ];
    }),
  );
  return answers.flat();
}

/** What is to be made must not be there. */
async function leftovers(
  { place }: Shipment,
  steps: RolloutStepPlan[],
  signal: AbortSignal,
): Promise<Sentence[]> {
  const made = steps.flatMap(({ step }) =>
    step && verbs[String(step.pinned.op)] === 'create'
      ? [step.pinned.object as ObjectRef]
      : [],
  );
  const found = await Promise.all(
    made.map(({ kind, namespace, name }) =>
      place.client.find(pathOf(kind, namespace, name), { signal }),
    ),
  );
  return made
    .filter((_, index) => found[index])
    .map(({ kind, name }) =>
      said(
        'kubernetes.left-over',
        `${titleOf(
          kind,
          name,
        )} is there already, maybe of an earlier rollout: remove it first`,
      ),
    );
}

function said(code: string, text: string): Sentence {
  return { code, text };
}
