import type {
  ChangeKind,
  ChangedValue,
  Outcome,
  Starter,
  Strategy,
} from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { targetOf } from '../clusters/Clusters';
import { actionId, actionTarget, saidOf } from '../describe/annotations';
import { compareTemplates } from '../describe/compareTemplates';
import { hashLabelOf, mainContainer, versionOf } from '../describe/templates';
import { lastManager, starterOf } from '../describe/whoChanged';
import type { KubeClient } from '../kube/KubeClient';
import type { Deployment } from '../kube/types';
import { goesBack, type Past } from './history';

const idLabel = 'backstage.io/kubernetes-id';
const restarted = 'kubectl.kubernetes.io/restartedAt';
const longest = 250;

/** Text of a cluster is untrusted. */
function clean(text: string | undefined): string | undefined {
  return text?.replaceAll('\u0000', '').trim().slice(0, longest) || undefined;
}

export function keyOf(client: KubeClient, uid: string, revision: number) {
  return `${client.cluster.name}/${uid}/${revision}`;
}

/** What is known of one revision of a Deployment. */
export function reportRevision(options: {
  client: KubeClient;
  deployment: Deployment;
  past: Past;
  /** The revision before. */
  before?: Past;
  /** Whether it is what the Deployment means now. */
  current: boolean;
  outcome: Outcome;
  finishedAt?: number;
  imageDigest?: string;
}): ChangeReport {
  const { client, deployment, past, before, current, outcome } = options;
  const { metadata } = deployment;
  const { set } = past;
  const { template } = set.spec;
  const annotations = set.metadata.annotations;
  const notes = [annotations, template.metadata?.annotations];
  const values = before
    ? compareTemplates(before.set.spec.template, template)
    : undefined;
  const back = goesBack(past, before);
  const kind = back ? 'rollback' : kindOf(values);
  const version = clean(versionOf(template, annotations)) ?? 'unknown';
  const previous =
    before &&
    clean(versionOf(before.set.spec.template, before.set.metadata.annotations));
  const by = current ? actionOf(past) : undefined;
  const commitAt = Date.parse(saidOf('commitTime', ...notes) ?? '');
  return {
    key: keyOf(client, metadata.uid, past.revision),
    kind,
    title: titleOf(metadata.name, kind, version, values),
    ...hintsOf(client, deployment),
    version,
    ...(previous && { previousVersion: previous }),
    ...optional({
      commit: clean(saidOf('commit', ...notes)),
      author: clean(saidOf('author', ...notes)),
      pullRequest: clean(saidOf('pullRequest', ...notes)),
      url: clean(saidOf('url', ...notes)),
      imageDigest: options.imageDigest,
      actionId: by,
    }),
    ...(commitAt && { commitAt }),
    strategy: strategyOf(deployment),
    startedAt: startOf(deployment, past, current),
    ...(options.finishedAt && { finishedAt: options.finishedAt }),
    outcome,
    startedBy: starter(deployment, past, { current, by }),
    ...(values?.length && { values }),
    ...(back &&
      before && { undoes: keyOf(client, metadata.uid, before.revision) }),
    details: {
      revision: past.revision,
      ...optional({
        cause: clean(saidOf('cause', ...notes)),
        image: clean(mainContainer(template)?.image),
      }),
    },
  };
}

/** By what an entity may be known, and what a driver can act on. */
export function hintsOf(client: KubeClient, { metadata, spec }: Deployment) {
  const labels = { ...spec.template.metadata?.labels, ...metadata.labels };
  const id = labels[idLabel];
  const namespace = metadata.namespace ?? '';
  return {
    environment: client.cluster.environment,
    hints: {
      name: labels['app.kubernetes.io/name'] ?? metadata.name,
      labels,
      namespace,
      ...(id && { annotations: { [idLabel]: id } }),
    },
    target: targetOf(
      'kubernetes',
      { client, namespace, name: metadata.name },
      'deployments',
    ),
  };
}

function kindOf(values: ChangedValue[] | undefined): ChangeKind {
  if (!values || values.some(({ kind }) => kind === 'image'))
    return 'deployment';
  if (!values.length || values.every(isRestart)) return 'other';
  const ofConfig = ['config', 'env', 'resources', 'command'];
  return values.some(({ kind }) => ofConfig.includes(kind)) &&
    values.every(({ kind, label }) => ofConfig.includes(kind) || isNoise(label))
    ? 'config'
    : 'deployment';
}

function isRestart({ label }: ChangedValue) {
  return label === `annotation ${restarted}`;
}

/** Pipelines write these anew with every run. */
function isNoise(label: string) {
  return label.startsWith('annotation ');
}

function titleOf(
  name: string,
  kind: ChangeKind,
  version: string,
  values: ChangedValue[] | undefined,
): string {
  switch (kind) {
    case 'rollback':
      return `${name} back to ${version}`;
    case 'config':
      return `Configuration of ${name}: ${values!
        .slice(0, 3)
        .map(({ label }) => label)
        .join(', ')}`.slice(0, longest);
    case 'other':
      return `${name} restarted`;
    default:
      return `${name} ${version}`;
  }
}

function strategyOf({ spec }: Deployment): Strategy {
  return spec.strategy?.type === 'Recreate' ? 'recreate' : 'rolling';
}

/** The action that made a revision; what an older one left on the Deployment does not count. */
function actionOf({ set }: Past): string | undefined {
  const { annotations = {}, labels } = set.metadata;
  const target = annotations[actionTarget];
  const means =
    target !== undefined &&
    (target === hashLabelOf(labels) ||
      target === mainContainer(set.spec.template)?.image);
  return means ? clean(annotations[actionId]) : undefined;
}

/** A ReplicaSet is made when its first revision begins; a later one began when the template was set. */
export function startOf(
  { metadata }: Deployment,
  past: Past,
  current: boolean,
): number {
  const made = Date.parse(past.set.metadata.creationTimestamp ?? '') || 0;
  if (!past.earlier.length || !current) return made;
  const changed = lastManager(metadata, ['spec', 'template'])?.at;
  return Math.max(made, changed ?? 0);
}

function starter(
  { metadata }: Deployment,
  { set }: Past,
  { current, by }: { current: boolean; by?: string },
): Starter {
  if (by) return { kind: 'ghostlight' };
  const said = clean(
    saidOf(
      'startedBy',
      set.metadata.annotations,
      set.spec.template.metadata?.annotations,
    ),
  );
  if (said)
    return {
      kind: said.startsWith('user:') ? 'person' : 'pipeline',
      name: said,
    };
  return current
    ? starterOf(lastManager(metadata, ['spec', 'template'])?.manager)
    : { kind: 'unknown' };
}

function optional(fields: Record<string, string | undefined>) {
  return Object.fromEntries(
    Object.entries(fields).filter(
      (entry): entry is [string, string] => entry[1] !== undefined,
    ),
  );
}
