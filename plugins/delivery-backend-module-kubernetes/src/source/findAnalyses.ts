import {
  addressOf,
  type KubeClient,
  KubeError,
  type KubeObject,
} from '@ghostlight/reliability-kubernetes';
import { analysisOf, type Analysis } from './analysesOf';
import type { Past } from './history';
import { rolloutKind } from './rolloutKind';

const analysisRuns = {
  group: 'argoproj.io',
  version: 'v1alpha1',
  plural: 'analysisruns',
  kind: 'AnalysisRun',
};
const most = 20;

interface AnalysisRun extends KubeObject {
  status?: { phase?: string; message?: string };
}

/**
 * The AnalysisRuns that a Rollout made for a revision, as far as the cluster still has them and lets them be
 * read.
 */
export async function findAnalyses(
  client: KubeClient,
  { set }: Past,
  signal: AbortSignal,
): Promise<Analysis[]> {
  const { namespace, labels, ownerReferences = [] } = set.metadata;
  const hash = labels?.[rolloutKind.hashLabel];
  const owner = ownerReferences.find(({ controller }) => controller)?.uid;
  try {
    const { items } = await client.list<AnalysisRun>(
      addressOf(analysisRuns, namespace),
      {
        query: { labelSelector: `${rolloutKind.hashLabel}=${hash}` },
        signal,
      },
    );
    return items
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(({ uid }) => uid === owner),
      )
      .flatMap(({ metadata, status }) =>
        analysisOf(metadata.name, status?.phase, status?.message),
      )
      .slice(-most);
  } catch (error) {
    if (!(error instanceof KubeError)) throw error;
    return [];
  }
}
