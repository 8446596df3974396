import type { Undoer } from '@ghostlight/plugin-delivery-common';
import {
  type Autoscaler,
  type KubeObject,
  type Place,
  type TemplateOwner,
  lastManager,
} from '@ghostlight/reliability-kubernetes';
import { starterOf } from '../describe/whoChanged';
import { pathOf } from '../kube/paths';

interface Canary extends KubeObject {
  spec: { targetRef?: { kind: string; name: string } };
}

/** Who would undo a change of an object's template, or is thought to and does not. */
export async function findUndoers(
  place: Place,
  object: TemplateOwner,
  signal: AbortSignal,
): Promise<Undoer[]> {
  const [autoscalers, canaries] = await Promise.all([
    listed<Autoscaler>(place, 'autoscalers', signal),
    listed<Canary>(place, 'canaries', signal),
  ]);
  const undoers = [
    ...autoscalers
      .filter(
        ({ spec: { scaleTargetRef: target } }) =>
          target.kind === object.kind && target.name === object.metadata.name,
      )
      .map(autoscaler),
    ...canaries
      .filter(({ spec }) => spec.targetRef?.name === object.metadata.name)
      .map(({ metadata }) => flagger(metadata.name)),
    ...byMarks(object),
  ];
  return undoers.some(({ effect }) => effect === 'undoes')
    ? undoers
    : [...undoers, ...pipeline(object)];
}

async function listed<T extends KubeObject>(
  { client, namespace }: Place,
  kind: 'autoscalers' | 'canaries',
  signal: AbortSignal,
): Promise<T[]> {
  try {
    return (await client.list<T>(pathOf(kind, namespace), { signal })).items;
  } catch {
    signal.throwIfAborted();
    // Not allowed to look, or no such resource: it is not known, and not worth refusing for.
    return [];
  }
}

function autoscaler({ metadata, spec }: Autoscaler): Undoer {
  const { name } = metadata;
  const params = { name, min: spec.minReplicas ?? 1, max: spec.maxReplicas };
  return {
    name: `HorizontalPodAutoscaler ${name}`,
    effect: 'none',
    said: {
      code: 'kubernetes.autoscaler',
      text: `It keeps between ${params.min} and ${params.max} pods; it does not touch the version`,
      params,
    },
  };
}

function flagger(name: string): Undoer {
  return {
    name: `Flagger canary ${name}`,
    effect: 'none',
    said: {
      code: 'kubernetes.flagger',
      text: `Flagger takes the change for a new version: it analyses it before all traffic goes there`,
      params: { name },
    },
  };
}

/** Controllers leave their mark on what they manage. */
function byMarks({ metadata }: TemplateOwner): Undoer[] {
  const { labels = {}, annotations = {} } = metadata;
  const tracked = annotations['argocd.argoproj.io/tracking-id'];
  const argo = tracked?.split(':')[0] ?? labels['argocd.argoproj.io/instance'];
  const flux =
    labels['kustomize.toolkit.fluxcd.io/name'] ??
    labels['helm.toolkit.fluxcd.io/name'];
  const helm =
    labels['app.kubernetes.io/managed-by'] === 'Helm' && !flux && !argo
      ? annotations['meta.helm.sh/release-name'] ?? metadata.name
      : undefined;
  return [
    ...(argo
      ? [
          undoes(`Argo CD application ${argo}`, 'kubernetes.argocd', argo, {
            text: `With self-healing it puts the version of Git back within minutes; without it the next sync does`,
          }),
        ]
      : []),
    ...(flux
      ? [
          undoes(`Flux ${flux}`, 'kubernetes.flux', flux, {
            text: `Its next reconciliation puts the version of Git back`,
          }),
        ]
      : []),
    ...(helm
      ? [
          undoes(`Helm release ${helm}`, 'kubernetes.helm', helm, {
            text: `The next upgrade of the release puts its own version back`,
          }),
        ]
      : []),
  ];
}

/** What is not a controller and deployed this will deploy again. */
function pipeline({ metadata }: TemplateOwner): Undoer[] {
  const last = lastManager(metadata, ['spec', 'template']);
  const { kind } = starterOf(last?.manager);
  if (!last || kind === 'ghostlight') return [];
  return [
    undoes(`Pipeline (${last.manager})`, 'kubernetes.pipeline', last.manager, {
      text: `Its next run deploys from Git again; the version stays only if Git says so too`,
    }),
  ];
}

function undoes(
  name: string,
  code: string,
  by: string,
  { text }: { text: string },
): Undoer {
  return {
    name,
    effect: 'undoes',
    said: { code, text, params: { name: by } },
  };
}
