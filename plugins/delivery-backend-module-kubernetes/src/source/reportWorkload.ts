import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { TemplateOwner } from '@ghostlight/reliability-kubernetes';
import type { Past } from './history';
import type { Told } from './Memory';
import { reportRevision, startOf } from './reportRevision';
import { reportScale } from './reportScale';
import type { Workload } from './Workload';

/** Of an object that was never seen before, so many older revisions are told. */
const mostOlder = 10;

/** What is new of a Deployment or Rollout since it was last told, and what is told by that. */
export function reportWorkload<T extends TemplateOwner>(options: {
  workload: Workload<T>;
  history: Past[];
  told?: Told;
}): { reports: ChangeReport[]; told?: Told; current?: Past } {
  const { workload, history, told } = options;
  const { kind, owner } = workload;
  const current = kind.currentOf(owner, history);
  if (!current) return { reports: [] };
  const number = current.revision;
  const replicas = kind.replicasOf(owner);
  const { outcome, finishedAt, saidAt } = kind.standingOf(owner, current);
  const isFresh = !told || told.revision !== number;
  const stable = kind.stableOf(owner, history);
  // Once it is through nothing in the cluster says any more what ran before.
  const from = stable?.revision ?? (isFresh ? undefined : told.from);
  const before =
    history.find(({ revision }) => revision === from) ??
    precedent(history, current);
  const reports: ChangeReport[] = isFresh
    ? missedReports({ workload, told, history, current })
    : [];
  const isThrough = !isFresh && told.outcome === 'succeeded';
  // A rollout that was through stays so: later trouble with pods is no part of it.
  if (isFresh || (!isThrough && told.outcome !== outcome)) {
    const isTriedAgain = !isFresh && outcome === 'running';
    const report = reportRevision({
      workload,
      past: current,
      before,
      current: true,
      outcome: outcome === 'aborted' ? 'failed' : outcome,
      finishedAt,
      // Otherwise how it ended before would count as what was said last.
      ...(isTriedAgain && { reportedAt: saidAt }),
    });
    reports.push(report);
    if (outcome === 'aborted' && stable && finishedAt && kind.reportAbort)
      reports.push(kind.reportAbort({ owner, report, stable, at: finishedAt }));
  }
  if (!isFresh && told.replicas !== replicas) {
    const scaled = reportScale(workload, current, told.replicas);
    if (scaled) reports.push(scaled);
  }
  return {
    reports,
    told: {
      revision: number,
      replicas,
      outcome: isThrough ? 'succeeded' : outcome,
      ...(from !== undefined && { from }),
    },
    current,
  };
}

function precedent(history: Past[], past: Past): Past | undefined {
  return history.filter(({ revision }) => revision < past.revision).at(-1);
}

/** Revisions between what was told and what is, and what became of the one that was told last. */
function missedReports<T extends TemplateOwner>(options: {
  workload: Workload<T>;
  told?: Told;
  history: Past[];
  current: Past;
}): ChangeReport[] {
  const { workload, told, history, current } = options;
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
    const ended = next && startOf(workload, next, next === current);
    return reportRevision({
      workload,
      past,
      before: precedent(history, past),
      current: false,
      // Seen running and then replaced: it was cut short. Never seen: it is not known how it ended.
      outcome: told?.revision === past.revision ? 'cancelled' : 'unknown',
      ...(ended && { finishedAt: ended }),
    });
  });
}
