import { type JsonObject } from '@backstage/types';
import type { Rollout } from '../argo/Rollout';
import { clean } from './Workload';

/** An AnalysisRun of a revision, and what came of it. */
export type Analysis = {
  name: string;
  /** `Successful`, `Failed`, `Error`, `Inconclusive`, or that it runs. */
  outcome: string;
  message?: string;
};

/**
 * What the status of a Rollout says of the AnalysisRuns of its revision. Those that went well and are over are not
 * kept there.
 */
export function analysesOf({ status = {} }: Rollout): Analysis[] {
  const { canary, blueGreen }: Record<string, unknown> = { ...status };
  return [canary, blueGreen]
    .filter(isObject)
    .flatMap(part =>
      [
        part.currentStepAnalysisRunStatus,
        part.currentBackgroundAnalysisRunStatus,
        part.prePromotionAnalysisRunStatus,
        part.postPromotionAnalysisRunStatus,
      ]
        .filter(isObject)
        .flatMap(run => analysisOf(run.name, run.status, run.message)),
    );
}

/** @param outcome - the phase of its status */
export function analysisOf(
  name: unknown,
  outcome: unknown,
  message: unknown,
): Analysis[] {
  const said = typeof message === 'string' ? clean(message) : undefined;
  return typeof name === 'string' && typeof outcome === 'string' && outcome
    ? [
        {
          name: clean(name) ?? '',
          outcome: clean(outcome) ?? '',
          ...(said && { message: said }),
        },
      ]
    : [];
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
