import type {
  ActionPlan,
  ExperimentReport,
  Sentence,
} from '@ghostlight/plugin-runbooks-common';
import { say, type Run, type RunStep } from '@ghostlight/reliability-node';
import { planIdOf } from '../executions';
import type { Experiment } from './ExperimentContext';
import { stepIds } from './experimentProgram';
import { digits, type Seen } from './readings';
import { recommend } from './recommend';
import type { Looked } from './steadyState';
import { sayNotTakenBack } from './takingBack';

type Verdict = ExperimentReport['verdict'];

const iso = (ms: number) => new Date(ms).toISOString();

const phases = [
  [stepIds.before, 'before'],
  [stepIds.guard, 'during'],
  [stepIds.recovery, 'after'],
] as const;

/** What an experiment has shown so far: of its steps alone, so that it is the same whoever asks. */
export function reportExperiment(
  run: Run,
  { ref, spec }: Experiment,
): ExperimentReport {
  const step = (id: string) => run.steps.find(one => one.id === id);
  const looked = (id: string) => (step(id)?.result ?? {}) as Looked;
  const { verdict, because } = judge(run, step);
  const injected = injectionOf(run);
  const readings = readingsOf(looked);
  const worst = Math.max(
    ...readings.flatMap(({ points }) =>
      points.flatMap(({ phase, burnRate }) =>
        phase === 'during' && burnRate !== undefined ? burnRate : [],
      ),
    ),
  );
  const undone = notTakenBack(run);
  const known = { verdict, spec, worst, injected };
  return {
    experimentRef: ref,
    hypothesis: spec.hypothesis,
    fault: spec.fault,
    verdict,
    said: undone ?? sayVerdict(verdict, worst, spec, because),
    ...(because && { stoppedBecause: because }),
    readings,
    ...(injected && { injected }),
    recommendations:
      run.finishedAt === undefined
        ? []
        : [...(undone ? [undone] : []), ...recommend(known)],
  };
}

function judge(
  run: Run,
  step: (id: string) => RunStep | undefined,
): { verdict: Verdict; because?: Sentence } {
  if (run.finishedAt === undefined) return { verdict: 'running' };
  const endingOf = (id: string) =>
    (step(id)?.result as Looked | undefined)?.ending;
  const ending =
    endingOf(stepIds.before) ??
    endingOf(stepIds.inject) ??
    endingOf(stepIds.guard);
  if (ending) return ending;
  if (run.state === 'cancelled' && run.cancellation)
    return {
      verdict: 'aborted',
      because: say(
        'experiment.cancelled',
        `Called off by ${run.cancellation.by}: ${run.cancellation.reason}`,
        { by: run.cancellation.by, reason: run.cancellation.reason },
      ),
    };
  const unwell = endingOf(stepIds.recovery);
  if (unwell) return unwell;
  const failed = run.steps.find(
    ({ state }) => state === 'failed' || state === 'unknown',
  );
  if (!failed) return { verdict: 'held' };
  const why = failed.error ?? '';
  return {
    verdict: 'aborted',
    because: say('experiment.failed', `${failed.title}: ${why}`, {
      title: failed.title,
      why,
    }),
  };
}

/** Why the fault may still be there. */
export function notTakenBack(run: Run): Sentence | undefined {
  const { undo } = stepIds;
  const failed = run.steps.find(
    ({ id, state }) =>
      (id === undo || id === planIdOf(undo)) &&
      (state === 'failed' || state === 'unknown'),
  );
  return failed && sayNotTakenBack(failed.error ?? failed.title);
}

function injectionOf(run: Run): ExperimentReport['injected'] {
  const step = (id: string) => run.steps.find(one => one.id === id);
  const inject = step(stepIds.inject);
  const undoPlan = step(planIdOf(stepIds.undo));
  // Begun, and not known to have come to nothing.
  if (inject?.startedAt === undefined || undoPlan?.result?.choice === 'none')
    return undefined;
  const plan = step(planIdOf(stepIds.inject))?.result?.plan as
    | ActionPlan
    | undefined;
  const targets = [
    ...(plan?.target ? [plan.target] : []),
    ...(plan?.changes ?? []).map(({ label }) => label),
  ];
  const undo = step(stepIds.undo);
  const undone = undo?.state === 'succeeded' ? undo.finishedAt : undefined;
  const to =
    undoPlan?.result?.choice === 'go'
      ? undone
      : step(stepIds.guard)?.finishedAt;
  return {
    from: iso(inject.startedAt),
    ...(to !== undefined && { to: iso(to) }),
    targets: targets.slice(0, 100),
  };
}

function readingsOf(
  looked: (id: string) => Looked,
): ExperimentReport['readings'] {
  const all = new Map<string, ExperimentReport['readings'][number]>();
  for (const [id, phase] of phases)
    for (const { objective, title, points } of (looked(id).seen ??
      []) as Seen[]) {
      const one = all.get(objective) ?? { objective, title, points: [] };
      all.set(objective, one);
      one.points.push(
        ...points.map(({ at, burnRate }) => ({
          at: iso(at),
          phase,
          ...(burnRate !== undefined && { burnRate }),
        })),
      );
    }
  return [...all.values()];
}

function sayVerdict(
  verdict: Verdict,
  worst: number,
  { steadyState }: Experiment['spec'],
  because: Sentence | undefined,
): Sentence {
  const why = because?.text ?? '';
  const params = { why: because ?? '', most: steadyState.maxBurnRate };
  switch (verdict) {
    case 'running':
      return say('experiment.verdict.running', 'Under way.');
    case 'held':
      return say(
        'experiment.verdict.held',
        `It held: the worst burn rate was ${digits(worst)}, and ${
          params.most
        } is allowed.`,
        { worst: digits(worst), most: params.most },
      );
    case 'broken':
      return say(
        'experiment.verdict.broken',
        `It did not hold: ${why}`,
        params,
      );
    case 'not-measured':
      return say(
        'experiment.verdict.not-measured',
        `It shows nothing: ${why}`,
        params,
      );
    default:
      return say(
        'experiment.verdict.aborted',
        `It was stopped before it could show anything: ${why}`,
        params,
      );
  }
}
