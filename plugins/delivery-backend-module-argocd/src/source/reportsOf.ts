import type {
  ChangeKind,
  Outcome,
  Starter,
} from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import {
  historyOf,
  revisionsOf,
  sourcesOf,
  timeOf,
  type Application,
  type HistoryRow,
  type Operation,
  type OperationState,
  type Source,
} from '../argo/Application';
import type { ArgoClient } from '../argo/ArgoClient';
import { environmentOf, targetOf } from '../argo/Instances';
import type { RevisionNote } from '../argo/Revisions';
import { actionOf, initiatorOf } from '../describe/actions';
import { canonical } from '../describe/canonical';
import {
  digestOfImage,
  isCommit,
  shortOf,
  versionOfImage,
  versionOfSource,
} from '../describe/images';

const longest = 250;

/** One synchronisation: what its row in the history and the state of its operation say. */
export interface Sync {
  /** Milliseconds; by it the synchronisation is known. */
  startedAt: number;
  row?: HistoryRow;
  /** Of the last one only. */
  state?: OperationState;
}

/** What is known of a synchronisation beyond the application. */
export interface Known {
  image?: string;
  note?: RevisionNote;
}

/** The synchronisations that an application still knows, the oldest first. */
export function syncsOf(app: Application): Sync[] {
  const syncs = historyOf(app).flatMap((row): Sync[] => {
    const startedAt = timeOf(row.deployStartedAt) ?? timeOf(row.deployedAt);
    return startedAt === undefined ? [] : [{ startedAt, row }];
  });
  const { operationState: state } = app.status;
  const startedAt = timeOf(state?.startedAt);
  if (!state?.operation.sync || state.operation.sync.dryRun) return syncs;
  if (startedAt === undefined) return syncs;
  const same = syncs.find(sync => sync.startedAt === startedAt);
  if (same) same.state = state;
  else if (!isPartial(state)) syncs.push({ startedAt, state });
  return syncs;
}

/** Some objects by themselves are no version. */
function isPartial({ operation }: OperationState): boolean {
  return (operation.sync?.resources?.length ?? 0) > 0;
}

/** Reports what a synchronisation put out. */
export function reportOf(options: {
  client: ArgoClient;
  /** Several Argo CDs may have applications of one name. */
  several: boolean;
  app: Application;
  sync: Sync;
  known?: Known;
}): ChangeReport {
  const { client, several, app, sync, known = {} } = options;
  const { name, labels } = app.metadata;
  const { row, state } = sync;
  const rows = historyOf(app);
  const asked = askedOf(app, sync);
  const before = rows
    .filter(one => (timeOf(one.deployStartedAt) ?? 0) < sync.startedAt)
    .filter(one => one !== row);
  const previous = before.at(-1);
  const isSame = previous && samePlace(previous, asked);
  const undone = !isSame && before.some(one => samePlace(one, asked));
  const [revision] = asked.revisions;
  const version = versionOf(asked, known.image);
  const kind = isSame ? 'other' : kindOf(Boolean(undone));
  const outcome = state ? outcomeOf(state) : 'succeeded';
  const operation = state?.operation;
  const actionId = actionOf(operation);
  const finishedAt =
    outcome === 'running'
      ? undefined
      : timeOf(state?.finishedAt) ?? timeOf(row?.deployedAt);
  const keyOf = (at: number) => keyFor(client, app, at, several);
  const { note } = known;
  return {
    key: keyOf(sync.startedAt),
    kind,
    title: titleOf(name, kind, version),
    hints: {
      name,
      namespace: app.spec.destination.namespace ?? undefined,
      annotations: { 'argocd/app-name': name },
      labels: labels ?? undefined,
    },
    environment: environmentOf(client.instance, app),
    version,
    ...(previous &&
      !isSame && { previousVersion: versionOf(placeOf(previous)) }),
    commit: isCommit(revision) ? revision : undefined,
    commitAt: note?.at,
    author: note?.author,
    imageDigest: digestOfImage(known.image),
    startedAt: sync.startedAt,
    finishedAt,
    outcome,
    startedBy: actionId
      ? { kind: 'ghostlight' }
      : starterOf(operation?.initiatedBy ?? row?.initiatedBy),
    url: `${client.instance.url}/applications/${app.metadata.namespace}/${name}`,
    target: targetOf(client, app),
    ...(undone &&
      previous && {
        undoes: keyOf(
          timeOf(previous.deployStartedAt ?? previous.deployedAt) ?? 0,
        ),
      }),
    actionId,
    details: {
      ...(row && { historyId: row.id }),
      ...(asked.revisions.length > 1 && { revisions: asked.revisions }),
      ...(app.status.sourceType && { sourceType: app.status.sourceType }),
      ...(known.image && { image: known.image }),
      ...(note?.message && { message: note.message }),
      ...(state?.message && { said: state.message.slice(0, longest) }),
      ...(operation && { by: initiatorOf(operation.initiatedBy) }),
    },
  };
}

function kindOf(undone: boolean): ChangeKind {
  return undone ? 'rollback' : 'deployment';
}

/** The same as the webhook's adapter has, so that both tell of one change. */
function keyFor(
  { instance }: ArgoClient,
  { metadata }: Application,
  startedAt: number,
  several: boolean,
): string {
  const key = `${metadata.namespace || 'argocd'}/${metadata.name}:${startedAt}`;
  return several ? `${instance.name}:${key}` : key;
}

interface Place {
  sources: Source[];
  revisions: string[];
}

function placeOf(row: HistoryRow): Place {
  return { sources: sourcesOf(row), revisions: revisionsOf(row) };
}

/** What a synchronisation puts out. */
export function askedOf(app: Application, { row, state }: Sync): Place {
  if (row) return placeOf(row);
  const sync = state?.operation.sync;
  const sources = sourcesOf(sync);
  const resolved = revisionsOf(state?.syncResult);
  return {
    sources: sources.length ? sources : sourcesOf(app.spec),
    revisions: resolved.length ? resolved : revisionsOf(sync),
  };
}

function samePlace(row: HistoryRow, { sources, revisions }: Place): boolean {
  const place = (list: Source[]) =>
    canonical(list.map(({ targetRevision, ...rest }) => rest));
  return (
    revisionsOf(row).join() === revisions.join() &&
    place(sourcesOf(row)) === place(sources)
  );
}

export function versionOf(
  { sources, revisions }: Place,
  image?: string,
): string | undefined {
  return (
    (image && versionOfImage(image)) ??
    versionOfSource(sources, revisions) ??
    shortOf(revisions[0])
  );
}

function outcomeOf({ phase, message }: OperationState): Outcome {
  switch (phase) {
    case 'Running':
    case 'Terminating':
      return 'running';
    case 'Succeeded':
      return 'succeeded';
    case 'Failed':
    case 'Error':
      return /operation terminated/i.test(message ?? '')
        ? 'cancelled'
        : 'failed';
    default:
      return 'unknown';
  }
}

function starterOf(initiated: Operation['initiatedBy']): Starter {
  if (initiated?.automated) return { kind: 'controller', name: 'argocd' };
  const name = initiated?.username;
  if (!name) return { kind: 'unknown' };
  return { kind: name.startsWith('proj:') ? 'pipeline' : 'person', name };
}

function titleOf(name: string, kind: string, version: string | undefined) {
  const what = version ?? 'an unknown version';
  if (kind === 'rollback') return `${name} back to ${what}`;
  return kind === 'other' ? `${name} synchronised again` : `${name} ${what}`;
}
