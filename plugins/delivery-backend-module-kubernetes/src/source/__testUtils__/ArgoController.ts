import type { JsonObject } from '@backstage/types';
import type { KubernetesApi, KubeObject } from '@ghostlight/theatre';
import type { ReplicaSet } from '@ghostlight/reliability-kubernetes';
import type { Rollout } from '../../argo/Rollout';
import { asJson, templateDigest } from '../../describe/templates';
import { namespace } from '../../__testUtils__/shop';

const label = 'rollouts-pod-template-hash';
const revision = 'rollout.argoproj.io/revision';
const history = 'rollout.argoproj.io/revision-history';
const own = [revision, history];

type Read<T> = T & KubeObject;

/** Plays the controller of Argo Rollouts on the loopback API, one look at a time. */
export class ArgoController {
  private constructor(private readonly api: KubernetesApi) {}

  static play(api: KubernetesApi): ArgoController {
    return new ArgoController(api);
  }

  /**
   * Makes or finds the ReplicaSet of the template that a Rollout has, gives it its revision, and begins: what was
   * stable stays so. What is stable already is healthy at once.
   */
  begin(name = 'payments') {
    const { rollout, sets } = this.read(name);
    const template = this.templateOf(rollout);
    const digest = templateDigest(template);
    const known = sets.find(
      ({ spec }) => templateDigest(spec.template) === digest,
    );
    const hash = known?.metadata.labels?.[label] ?? digest.slice(0, 9);
    const numbers = sets.map(numberOf);
    const before = known ? numberOf(known) : 0;
    const number =
      before && before === Math.max(...numbers)
        ? before
        : Math.max(0, ...numbers) + 1;
    const { metadata } = rollout;
    const copied = Object.entries(metadata.annotations ?? {}).filter(
      ([key]) => !own.includes(key),
    );
    const annotations = {
      ...known?.metadata.annotations,
      ...Object.fromEntries(copied),
      [revision]: String(number),
      ...(before &&
        before !== number && {
          [history]: [known?.metadata.annotations?.[history], before]
            .filter(Boolean)
            .join(','),
        }),
    };
    const labels = { ...template.metadata?.labels, [label]: hash };
    this.write({
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      ...known,
      metadata: {
        name: `${name}-${hash}`,
        namespace,
        labels,
        ownerReferences: [
          {
            apiVersion: rollout.apiVersion,
            kind: 'Rollout',
            name,
            uid: metadata.uid,
            controller: true,
          },
        ],
        ...known?.metadata,
        annotations,
      },
      spec: known?.spec ?? {
        replicas: rollout.spec.replicas ?? 1,
        selector: { matchLabels: { [label]: hash } },
        template: asJson({
          ...template,
          metadata: { ...template.metadata, labels },
        }),
      },
    });
    this.write({
      ...this.read(name).rollout,
      metadata: {
        ...metadata,
        annotations: { ...metadata.annotations, [revision]: String(number) },
      },
    });
    const { stableRS = hash } = rollout.status ?? {};
    const isStable = stableRS === hash && sets.length > 0;
    this.say(name, {
      currentPodHash: hash,
      stableRS,
      abort: false,
      abortedAt: null,
      message: null,
      canary: {},
      phase: isStable ? 'Healthy' : 'Progressing',
      observedGeneration: String(this.read(name).rollout.metadata.generation),
      conditions: isStable
        ? through()
        : [condition('Progressing', 'ReplicaSetUpdated')],
    });
  }

  pause(name = 'payments') {
    this.say(name, {
      phase: 'Paused',
      message: 'CanaryPauseStep',
      pauseConditions: [{ reason: 'CanaryPauseStep', startTime: now() }],
    });
  }

  promote(name = 'payments') {
    const { currentPodHash } = this.read(name).rollout.status ?? {};
    this.say(name, {
      phase: 'Healthy',
      message: null,
      pauseConditions: null,
      stableRS: currentPodHash ?? '',
      conditions: through(),
    });
  }

  /** Acts on an abort that somebody asked for, or that an analysis made it do. */
  abort(name = 'payments', failed?: { name: string; message: string }) {
    this.say(name, {
      abort: true,
      abortedAt: now(),
      phase: 'Degraded',
      message: `RolloutAborted: ${failed?.message ?? 'Rollout aborted update'}`,
      pauseConditions: null,
      conditions: [condition('Progressing', 'RolloutAborted')],
      ...(failed && {
        canary: {
          currentStepAnalysisRunStatus: { ...failed, status: 'Failed' },
        },
      }),
    });
  }

  /** Goes on after an abort was taken back. */
  retry(name = 'payments') {
    this.say(name, {
      abort: false,
      abortedAt: null,
      phase: 'Progressing',
      message: null,
      canary: {},
      conditions: [condition('Progressing', 'RolloutRetry')],
    });
  }

  fail(name = 'payments') {
    this.say(name, {
      phase: 'Degraded',
      message: 'ProgressDeadlineExceeded: it took too long',
      conditions: [condition('Progressing', 'ProgressDeadlineExceeded')],
    });
  }

  private read(name: string) {
    const rollout = this.api.object<Read<Rollout>>('Rollout', namespace, name)!;
    const sets = this.api
      .objects<Read<ReplicaSet>>('ReplicaSet')
      .filter(({ metadata }) =>
        metadata.ownerReferences?.some(
          ({ uid }) => uid === rollout.metadata.uid,
        ),
      );
    return { rollout, sets };
  }

  private templateOf({ spec }: Rollout) {
    const { workloadRef } = spec;
    const referred =
      workloadRef &&
      this.api.object<Read<Rollout>>('Deployment', namespace, workloadRef.name);
    return (referred ?? { spec }).spec.template;
  }

  private say(name: string, status: JsonObject) {
    const { rollout } = this.read(name);
    this.write({
      ...rollout,
      status: { ...(rollout.status as JsonObject | undefined), ...status },
    });
  }

  private write(object: object) {
    this.api.seed([object], 'rollouts-controller');
  }
}

function numberOf({ metadata }: ReplicaSet): number {
  return Number(metadata.annotations?.[revision] ?? 0);
}

function through() {
  return ['Completed', 'Healthy', 'Progressing'].map(type =>
    condition(type, 'RolloutCompleted'),
  );
}

function condition(type: string, reason: string) {
  const at = now();
  return {
    type,
    status: 'True',
    reason,
    lastUpdateTime: at,
    lastTransitionTime: at,
  };
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
