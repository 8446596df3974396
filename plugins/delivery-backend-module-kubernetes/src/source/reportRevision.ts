import type {
  ChangeKind,
  ChangedValue,
  Outcome,
  Starter,
} from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import {
  actionId,
  type TemplateOwner,
} from '@ghostlight/reliability-kubernetes';
import { actionTarget, saidOf } from '../describe/annotations';
import { compareTemplates } from '../describe/compareTemplates';
import { mainContainer, versionOf } from '../describe/templates';
import { starterOf } from '../describe/whoChanged';
import { goesBack, type Past } from './history';
import {
  changeOfTemplate,
  clean,
  hintsOf,
  keyOf,
  optional,
  type Workload,
} from './Workload';

const restarted = 'kubectl.kubernetes.io/restartedAt';
const longestTitle = 250;

/** What is known of one revision of a Deployment or Rollout. */
export function reportRevision<T extends TemplateOwner>(options: {
  workload: Workload<T>;
  past: Past;
  /** The revision before. */
  before?: Past;
  /** Whether it is what the object means now. */
  current: boolean;
  outcome: Outcome;
  finishedAt?: number;
  reportedAt?: number;
}): ChangeReport {
  const { workload, past, before, current, outcome } = options;
  const { kind: how, owner } = workload;
  const { template } = past;
  const notes = notesOf(workload, past, current);
  const values = before
    ? compareTemplates(before.template, template)
    : undefined;
  const back = goesBack(past, before);
  const kind = back ? 'rollback' : kindOf(values);
  const version = versionIn(past) ?? 'unknown';
  const previous = before && versionIn(before);
  const by = current ? actionOf(workload, past) : undefined;
  const commitAt = Date.parse(saidOf('commitTime', ...notes) ?? '');
  return {
    key: keyOf(workload, past.revision),
    kind,
    title: titleOf(owner.metadata.name, kind, version, values),
    ...hintsOf(workload, template),
    version,
    ...(previous && { previousVersion: previous }),
    ...optional({
      commit: clean(saidOf('commit', ...notes)),
      author: clean(saidOf('author', ...notes)),
      pullRequest: clean(saidOf('pullRequest', ...notes)),
      url: clean(saidOf('url', ...notes)),
      actionId: by,
    }),
    ...(commitAt && { commitAt }),
    strategy: how.strategyOf(owner),
    startedAt: startOf(workload, past, current),
    ...(options.finishedAt && { finishedAt: options.finishedAt }),
    ...(options.reportedAt && { reportedAt: options.reportedAt }),
    outcome,
    startedBy: starter(workload, notes, { current, by }),
    ...(values?.length && { values }),
    ...(back && before && { undoes: keyOf(workload, before.revision) }),
    details: {
      revision: past.revision,
      ...optional({
        cause: clean(saidOf('cause', ...notes)),
        image: clean(mainContainer(template)?.image),
      }),
    },
  };
}

/** A ReplicaSet is made when its first revision begins; a later one began when the template was set. */
export function startOf<T extends TemplateOwner>(
  workload: Workload<T>,
  past: Past,
  current: boolean,
): number {
  const made = Date.parse(past.set.metadata.creationTimestamp ?? '') || 0;
  if (!past.earlier.length || !current) return made;
  return Math.max(made, changeOfTemplate(workload)?.at ?? 0);
}

/** What a revision is called. */
export function versionIn({ set, template }: Past): string | undefined {
  return clean(versionOf(template, set.metadata.annotations));
}

/** Where a pipeline may have said something of a revision. */
function notesOf<T extends TemplateOwner>(
  { templateOwner }: Workload<T>,
  { set, template }: Past,
  current: boolean,
) {
  return [
    set.metadata.annotations,
    template.metadata?.annotations,
    // The ReplicaSets of the one have no copy of what the other is annotated with.
    ...(current ? [templateOwner?.metadata.annotations] : []),
  ];
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
        .join(', ')}`.slice(0, longestTitle);
    case 'other':
      return `${name} restarted`;
    default:
      return `${name} ${version}`;
  }
}

/** The action that made a revision; what an older one left on the object does not count. */
function actionOf<T extends TemplateOwner>(
  { kind: { hashLabel } }: Workload<T>,
  { set, template }: Past,
): string | undefined {
  const { annotations = {}, labels } = set.metadata;
  const target = annotations[actionTarget];
  const means =
    target !== undefined &&
    (target === labels?.[hashLabel] ||
      target === mainContainer(template)?.image);
  return means ? clean(annotations[actionId]) : undefined;
}

function starter<T extends TemplateOwner>(
  workload: Workload<T>,
  notes: ReturnType<typeof notesOf>,
  { current, by }: { current: boolean; by?: string },
): Starter {
  if (by) return { kind: 'ghostlight' };
  const said = clean(saidOf('startedBy', ...notes));
  if (said)
    return {
      kind: said.startsWith('user:') ? 'person' : 'pipeline',
      name: said,
    };
  return current
    ? starterOf(changeOfTemplate(workload)?.manager)
    : { kind: 'unknown' };
}
