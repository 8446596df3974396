import type { Starter } from '@ghostlight/plugin-delivery-common';
import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import { lastManager } from '@ghostlight/reliability-kubernetes';
import { type Rollout } from '../argo/Rollout';
import { saidOf } from '../describe/annotations';
import { starterOf } from '../describe/whoChanged';
import { analysesOf } from './analysesOf';
import type { Past } from './history';
import { versionIn } from './reportRevision';
import { clean, optional } from './Workload';

const controller = /^(rollouts-controller|argo-rollouts)/;

/** That a Rollout went back to what ran before: nothing was asked for anew, so that it has no revision of its own. */
export function reportAbort(options: {
  rollout: Rollout;
  /** Of the revision that was aborted. */
  report: ChangeReport;
  stable: Past;
  /** Epoch milliseconds. */
  at: number;
}): ChangeReport {
  const { rollout, report, stable, at } = options;
  const { key, environment, hints, target, strategy, version } = report;
  const back = versionIn(stable);
  const notes = [
    stable.set.metadata.annotations,
    stable.template.metadata?.annotations,
  ];
  return {
    // The same revision may be tried again, and aborted again.
    key: `${key}/back-${at}`,
    kind: 'rollback',
    title: `${rollout.metadata.name} back to ${back}`,
    environment,
    hints,
    target,
    ...optional({
      version: back,
      previousVersion: version,
      commit: clean(saidOf('commit', ...notes)),
    }),
    strategy,
    startedAt: at,
    finishedAt: at,
    outcome: 'succeeded',
    startedBy: whoAborted(rollout),
    undoes: key,
    details: {
      revision: stable.revision,
      ...optional({ cause: clean(rollout.status?.message) }),
    },
  };
}

/** An analysis that failed, or whoever wrote it into the status; a deadline is the controller's own. */
export function whoAborted(rollout: Rollout): Starter {
  const failed = analysesOf(rollout).find(
    ({ outcome }) => outcome === 'Failed' || outcome === 'Error',
  );
  if (failed) return { kind: 'policy', name: `AnalysisRun ${failed.name}` };
  const last = lastManager(rollout.metadata, ['status', 'abort']);
  return last && controller.test(last.manager)
    ? { kind: 'controller', name: 'Argo Rollouts' }
    : starterOf(last?.manager);
}
