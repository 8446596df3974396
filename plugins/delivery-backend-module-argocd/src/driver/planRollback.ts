import { NotFoundError } from '@backstage/errors';
import type { JsonObject } from '@backstage/types';
import type {
  ChangedValue,
  Sentence,
} from '@ghostlight/plugin-delivery-common';
import type {
  ActOutcome,
  DriverPlan,
  DriverStep,
} from '@ghostlight/plugin-delivery-node';
import { VendorError } from '@ghostlight/reliability-node';
import {
  autoSyncOf,
  historyOf,
  revisionsOf,
  sourcesOf,
  timeOf,
  type Application,
} from '../argo/Application';
import type { ArgoClient } from '../argo/ArgoClient';
import { hasSourceOf, type Revisions } from '../argo/Revisions';
import { oneWay } from '../describe/actions';
import { sourceDigest } from '../describe/canonical';
import { titled } from '../describe/titled';
import type { SetAutoSync } from '../effects/setAutoSync';
import type { SyncBack } from '../effects/syncBack';
import { compareManifests, leftOver } from '../manifests/compareManifests';
import { diffManifests } from '../manifests/diffManifests';
import type { Manifest } from '../manifests/Manifest';
import { compareSources } from './compareSources';
import { describeRows, isSame, type DescribedRow } from './describeRows';
import { findRefusals } from './findRefusals';
import { findUndoers } from './findUndoers';

const longestMark = 500;

/**
 * How to get an application back to a row of its history; a second way, which also prunes, where objects
 * would be left over.
 */
export async function planRollback(options: {
  client: ArgoClient;
  app: Application;
  revisions: Revisions;
  toRevision: string;
  dryRun(step: DriverStep): Promise<ActOutcome>;
  signal: AbortSignal;
}): Promise<DriverPlan[]> {
  const { client, app, revisions, toRevision, dryRun, signal } = options;
  const { name } = app.metadata;
  const rows = await describeRows({ app, revisions, signal });
  const to = rows.find(({ revision }) => revision.id === toRevision);
  const [from] = rows;
  if (!to)
    throw new NotFoundError(
      `The history of application ${name} does not have ${toRevision} (any more)`,
    );
  const difference = await compare(app, revisions, from, to, signal);
  const undoers = findUndoers(app);
  const steps = stepsOf({ client, app, from, to });
  const refusals = await findRefusals({
    client,
    app,
    there: isSame(to.row, from.row),
    version: to.revision.version,
    steps,
    dryRun,
    signal,
  });
  const base = {
    from: from.revision,
    to: to.revision,
    values: difference.values,
    ...(difference.diff && { diff: difference.diff }),
    oneWay: difference.oneWay,
    undoers,
    refusals,
  };
  const paused = steps.length > 1;
  const left = difference.leftOver;
  const plan: DriverPlan = {
    ...base,
    lane: {
      id: 'argocd',
      ...titled('argocd.lane', `Synchronise application ${name} back`, {
        name,
      }),
      lasts: false,
      said: sayHow(name, { paused, left, prune: false }),
    },
    steps,
  };
  if (!left.length) return [plan];
  return [
    plan,
    {
      ...base,
      lane: {
        id: 'argocd-prune',
        ...titled(
          'argocd.lane-prune',
          `Synchronise application ${name} back, and delete what is left over`,
          { name },
        ),
        lasts: false,
        said: sayHow(name, { paused, left, prune: true }),
      },
      steps: stepsOf({ client, app, from, to, prune: true }),
    },
  ];
}

function stepsOf(options: {
  client: ArgoClient;
  app: Application;
  from: DescribedRow;
  to: DescribedRow;
  prune?: boolean;
}): DriverStep[] {
  const { client, app, from, to, prune = false } = options;
  const { name, namespace, uid } = app.metadata;
  const ref = {
    instance: client.instance.name,
    namespace,
    name,
    project: app.spec.project,
    uid,
  };
  const sources = sourcesOf(to.row);
  const back: SyncBack = {
    op: 'sync-back',
    app: ref,
    // With another source than now only Argo CD's own rollback brings it back.
    how: sources.length && !hasSourceOf(app, to.row) ? 'rollback' : 'sync',
    to: {
      id: to.row.id,
      revisions: revisionsOf(to.row),
      digest: sourceDigest(sources),
      version: to.revision.version,
    },
    several: sources.length > 1,
    prune,
    lastId: historyOf(app).at(-1)!.id,
    lastStartedAt: timeOf(app.status.operationState?.startedAt) ?? null,
    from: { version: from.revision.version },
  };
  const automated = autoSyncOf(app);
  return [
    ...(automated
      ? [pauseStep(name, { ref, automated: automated as JsonObject })]
      : []),
    {
      id: 'rollback',
      ...titled(
        prune ? 'argocd.step.sync-prune' : 'argocd.step.sync',
        `Synchronise application ${name} to ${to.revision.version} (history ${
          to.row.id
        })${prune ? ', deleting what is left over' : ''}`,
        { name, version: to.revision.version, id: to.row.id },
      ),
      reversible: true,
      pinned: back,
    },
  ];
}

function pauseStep(
  name: string,
  { ref, automated }: { ref: SetAutoSync['app']; automated: JsonObject },
): DriverStep {
  const pinned: SetAutoSync = {
    op: 'pause-auto-sync',
    app: ref,
    automated: automated as SetAutoSync['automated'],
  };
  return {
    id: 'pause-auto-sync',
    ...titled(
      'argocd.step.pause',
      `Pause auto-sync of application ${name}; it stays paused until somebody turns it on`,
      { name },
    ),
    reversible: true,
    pinned,
  };
}

async function compare(
  app: Application,
  revisions: Revisions,
  from: DescribedRow,
  to: DescribedRow,
  signal: AbortSignal,
): Promise<{
  values: ChangedValue[];
  diff?: string;
  oneWay: Sentence[];
  leftOver: string[];
}> {
  const [before, after] = await Promise.all(
    [from, to].map(({ row }) => rendered(app, revisions, row, signal)),
  );
  const marks = [app.metadata.annotations?.[oneWay]];
  if (!before || !after)
    return {
      ...compareSources(from.row, to.row),
      oneWay: sayMarks(marks, []),
      leftOver: [],
    };
  const marksOf = (manifests: Manifest[]) =>
    manifests.map(({ annotations }) => annotations[oneWay]);
  return {
    values: compareManifests(before, after),
    diff: diffManifests(
      { title: `${from.revision.version}, now`, manifests: before },
      { title: `${to.revision.version}, after`, manifests: after },
    ),
    oneWay: [
      ...sayMarks([...marks, ...marksOf(before)], marksOf(after)),
      ...sayHooks(before),
    ],
    leftOver: leftOver(before, after),
  };
}

/** Without them a plan says less, and is as good. */
async function rendered(
  app: Application,
  revisions: Revisions,
  row: DescribedRow['row'],
  signal: AbortSignal,
): Promise<Manifest[] | undefined> {
  try {
    return await revisions.manifests({ app, row }, signal);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof VendorError) return undefined;
    throw error;
  }
}

function sayMarks(
  marks: (string | undefined)[],
  own: (string | undefined)[],
): Sentence[] {
  return [...new Set(marks)]
    .filter(mark => mark !== undefined && !own.includes(mark))
    .map(mark => mark!.slice(0, longestMark))
    .map(text => ({ code: 'argocd.one-way', text, params: { what: text } }));
}

function sayHooks(manifests: Manifest[]): Sentence[] {
  const titles = manifests
    .filter(({ isHook }) => isHook)
    .map(({ title }) => title);
  if (!titles.length) return [];
  const what = titles.slice(0, 5).join(', ');
  return [
    {
      code: 'argocd.hooks',
      text: `Hooks do not run in a rollback; what they did stays: ${what}`,
      params: { what },
    },
  ];
}

function sayHow(
  name: string,
  { paused, left, prune }: { paused: boolean; left: string[]; prune: boolean },
): Sentence {
  const rest = left.slice(0, 5).join(', ');
  const parts = [
    'At once, without hooks; Git still has the newer version.',
    paused
      ? `Auto-sync stays paused until somebody turns it on again, when Git is right: argocd app set ${name} --sync-policy automated (what it was is in the annotation ghostlight.dev/paused-auto-sync).`
      : 'The next sync brings it back.',
    left.length ? `${prune ? 'Deletes' : 'Leaves'} ${rest}.` : '',
  ];
  return {
    code: prune ? 'argocd.how-prune' : 'argocd.how',
    text: parts.filter(Boolean).join(' '),
    params: { name, paused: paused ? 1 : 0, left: rest },
  };
}
