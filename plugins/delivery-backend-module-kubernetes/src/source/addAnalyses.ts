import type { ChangeReport } from '@ghostlight/plugin-delivery-node';
import type { KubeClient } from '@ghostlight/reliability-kubernetes';
import type { Rollout } from '../argo/Rollout';
import { analysesOf } from './analysesOf';
import { findAnalyses } from './findAnalyses';
import type { Past } from './history';

/** Adds to what is told of the current revision what its AnalysisRuns came to, once it is over. */
export async function addAnalyses(options: {
  client: KubeClient;
  reports: ChangeReport[];
  rollout: Rollout;
  current: Past;
  signal: AbortSignal;
}): Promise<void> {
  const { client, reports, rollout, current, signal } = options;
  const over = reports.find(
    ({ outcome, details, kind }) =>
      outcome !== 'running' &&
      kind !== 'scale' &&
      details?.revision === current.revision,
  );
  if (!over) return;
  const found = isAnalysed(rollout)
    ? await findAnalyses(client, current, signal)
    : [];
  const runs = new Map(
    [...found, ...analysesOf(rollout)].map(run => [run.name, run]),
  );
  if (runs.size)
    over.details = { ...over.details, analyses: [...runs.values()] };
}

/** Whether its strategy asks for AnalysisRuns. */
function isAnalysed({ spec: { strategy } }: Rollout): boolean {
  const { canary, blueGreen } = strategy ?? {};
  return Boolean(
    (canary && 'analysis' in canary) ||
      canary?.steps?.some(({ analysis }) => analysis) ||
      blueGreen?.prePromotionAnalysis ||
      blueGreen?.postPromotionAnalysis,
  );
}
