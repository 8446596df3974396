import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { KubeClient } from '../kube/KubeClient';
import { revision } from '../describe/annotations';
import { templateDigest } from '../describe/templates';
import type { Deployment, ReplicaSet } from '../kube/types';
import { historyOf, type Past } from './history';
import type { Told } from './Memory';
import { outcomeOf } from './outcomeOf';
import { reportRevision, startOf } from './reportRevision';
import { reportScale } from './reportScale';

/** Of a Deployment that was never seen before, so many older revisions are told. */
const mostOlder = 10;

/** What is new of a Deployment since it was last told, and what is told by that. */
export function reportDeployment(options: {
  client: KubeClient;
  deployment: Deployment;
  sets: Iterable<ReplicaSet>;
  told?: Told;
}): { reports: ChangeReport[]; told?: Told; current?: Past } {
  const { client, deployment, told } = options;
  const { metadata, spec, status } = deployment;
  const history = historyOf(options.sets);
  const number = Number(metadata.annotations?.[revision] ?? 0);
  const current = history.find(past => past.revision === number);
  const settled =
    (status?.observedGeneration ?? 0) >= (metadata.generation ?? 0);
  // Between the change of the template and the controller's answer the two do not belong together.
  if (
    !current ||
    !settled ||
    templateDigest(current.set.spec.template) !== templateDigest(spec.template)
  )
    return { reports: [] };
  const replicas = spec.replicas ?? 1;
  const { outcome, finishedAt } = outcomeOf(
    deployment,
    current.set.metadata.name,
  );
  const reports: ChangeReport[] = [];
  const before = (past: Past) =>
    history.filter(other => other.revision < past.revision).at(-1);
  const fresh = !told || told.revision !== number;
  if (fresh)
    reports.push(...missedReports({ ...options, history, current, before }));
  if (fresh || told.outcome !== outcome) {
    // A rollout that was through stays so: later trouble with pods is no part of it.
    if (fresh || told.outcome !== 'succeeded')
      reports.push(
        reportRevision({
          client,
          deployment,
          past: current,
          before: before(current),
          current: true,
          outcome,
          finishedAt,
        }),
      );
  }
  if (told && told.revision === number && told.replicas !== replicas) {
    const scaled = reportScale(client, deployment, told.replicas);
    if (scaled) reports.push(scaled);
  }
  const final = !fresh && told.outcome === 'succeeded' ? 'succeeded' : outcome;
  return {
    reports,
    told: { revision: number, replicas, outcome: final },
    current,
  };
}

/** Revisions between what was told and what is, and what became of the one that was told last. */
function missedReports(options: {
  client: KubeClient;
  deployment: Deployment;
  told?: Told;
  history: Past[];
  current: Past;
  before(past: Past): Past | undefined;
}): ChangeReport[] {
  const { client, deployment, told, history, current, before } = options;
  const older = history
    .filter(past => past.revision < current.revision)
    .filter(past =>
      told
        ? past.revision > told.revision ||
          (past.revision === told.revision && told.outcome === 'running')
        : !past.earlier.length,
    )
    .slice(-mostOlder);
  return older.map(past => {
    const next = history.find(other => other.revision > past.revision);
    const ended = next && startOf(deployment, next, next === current);
    return reportRevision({
      client,
      deployment,
      past,
      before: before(past),
      current: false,
      // Seen running and then replaced: it was cut short. Never seen: it is not known how it ended.
      outcome: told?.revision === past.revision ? 'cancelled' : 'unknown',
      ...(ended && { finishedAt: ended }),
    });
  });
}
