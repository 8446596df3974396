import type { JsonObject } from '@backstage/types';
import type { ExperimentSpec } from '@ghostlight/plugin-runbooks-common';
import type { ExperimentsConfig } from './readExperimentsConfig';

/** Names of the experiments that Litmus publishes. */
const ofLitmus = {
  'kill-pods': 'pod-delete',
  latency: 'pod-network-latency',
  loss: 'pod-network-loss',
};

/** The action that injects a fault, and what it is given. */
export function faultAction(
  { fault, durationSeconds, blastRadius }: ExperimentSpec,
  { litmusServiceAccount }: Pick<ExperimentsConfig, 'litmusServiceAccount'>,
): { action: string; input: JsonObject } {
  const { kind, engine, share = 1 } = fault;
  const seconds = Math.max(1, Math.round(durationSeconds));
  const selector = Object.entries(fault.selector ?? {})
    .map(pair => pair.join('='))
    .join(',');
  const where: JsonObject = selector ? { selector } : {};
  const pods: JsonObject = {
    ...where,
    share,
    // What the document allows is what counts, and not the default of the action.
    minimumHealthyShare: Number((1 - blastRadius.share).toFixed(6)),
  };
  if (engine === 'litmus')
    return {
      action: 'litmus:run',
      input: {
        ...where,
        experiment: ofLitmus[kind],
        serviceAccount: litmusServiceAccount,
        seconds,
        podsPercent: Math.max(1, Math.round(share * 100)),
        env: litmusSettings(fault),
      },
    };
  if (kind === 'kill-pods')
    return engine === 'kubernetes'
      ? { action: 'kubernetes:delete-pods', input: pods }
      : {
          action: 'chaos-mesh:pods',
          input: { ...pods, seconds, fault: 'kill' },
        };
  return {
    action: 'chaos-mesh:network',
    input: {
      ...pods,
      seconds,
      ...(kind === 'latency'
        ? {
            latencyMs: fault.milliseconds ?? 0,
            ...(fault.jitterMilliseconds !== undefined && {
              jitterMs: fault.jitterMilliseconds,
            }),
          }
        : { lossPercent: fault.percent ?? 0 }),
    },
  };
}

function litmusSettings(fault: ExperimentSpec['fault']): JsonObject {
  const { kind, milliseconds = 0, jitterMilliseconds, percent = 0 } = fault;
  if (kind === 'latency')
    return {
      NETWORK_LATENCY: String(milliseconds),
      ...(jitterMilliseconds !== undefined && {
        JITTER: String(jitterMilliseconds),
      }),
    };
  return kind === 'loss'
    ? { NETWORK_PACKET_LOSS_PERCENTAGE: String(percent) }
    : {};
}
