import type { JsonObject } from '@backstage/types';
import type {
  KubeObject,
  PodTemplate,
  ReplicaSet,
} from '@ghostlight/reliability-kubernetes';

export const revisionAnnotation = 'rollout.argoproj.io/revision';
const ephemeralAnnotation = 'rollout.argoproj.io/ephemeral-metadata';

/** One step of a canary: exactly one field is there. */
export type CanaryStep = {
  setWeight?: number;
  pause?: { duration?: number | string };
  [other: string]: unknown;
};

/** `argoproj.io/v1alpha1`, as far as it is read. */
export interface Rollout extends KubeObject {
  spec: {
    replicas?: number;
    paused?: boolean;
    selector: { matchLabels?: Record<string, string> };
    template: PodTemplate;
    workloadRef?: { kind: string; name: string };
    strategy?: {
      canary?: { steps?: CanaryStep[] };
      blueGreen?: JsonObject;
    };
  };
  status?: {
    /** A number written as text. */
    observedGeneration?: string | number;
    phase?: string;
    message?: string;
    abort?: boolean;
    abortedAt?: string | null;
    promoteFull?: boolean;
    currentStepIndex?: number | null;
    currentPodHash?: string;
    stableRS?: string;
    replicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    pauseConditions?: { reason: string; startTime: string }[] | null;
    controllerPause?: boolean;
    canary?: { weights?: { canary?: { weight?: number } } };
  };
}

export function isRollout(object: KubeObject): object is Rollout {
  return object.apiVersion.startsWith('argoproj.io/');
}

/** The template of a ReplicaSet without what Argo Rollouts put on it for its part in a rollout. */
export function plainTemplate({ metadata, spec }: ReplicaSet): PodTemplate {
  const text = metadata.annotations?.[ephemeralAnnotation];
  if (!text) return spec.template;
  const ephemeral = readEphemeral(text);
  const without = (
    known: Record<string, string> | undefined,
    gone: Record<string, string> | undefined,
  ) =>
    Object.fromEntries(
      Object.entries(known ?? {}).filter(
        ([name, value]) => gone?.[name] !== value,
      ),
    );
  const annotations = without(
    spec.template.metadata?.annotations,
    ephemeral.annotations,
  );
  return {
    ...spec.template,
    metadata: {
      ...spec.template.metadata,
      labels: without(spec.template.metadata?.labels, ephemeral.labels),
      ...(spec.template.metadata?.annotations && { annotations }),
    },
  };
}

function readEphemeral(text: string): {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
} {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
