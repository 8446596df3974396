import type {
  ExecutionBrief,
  Experiment,
  ExperimentSpec,
  Sentence,
  Switch,
} from '@ghostlight/plugin-runbooks-common';
import { say } from '@ghostlight/reliability-node';
import type { Document } from '../documents';
import { anybody } from '../service/mayOf';
import { nextTime } from './nextTime';
import { sayExperiment } from './sayFault';
import type { ScheduleRow } from './ScheduleKeeper';

/** An experiment with what is known of it beside its document. */
export function describeExperiment(
  document: Document<ExperimentSpec>,
  known: {
    switch: Switch;
    lastRun?: ExecutionBrief;
    schedule?: ScheduleRow;
    now: number;
  },
): Experiment {
  const { ref, title, about, ownerRef, spec } = document;
  const description = spec?.description ?? about.description;
  const { lastRun } = known;
  return {
    ref,
    title,
    ...(description && { description }),
    ...(ownerRef && { owner: ownerRef }),
    entityRef: spec?.entityRef ?? about.serviceRefs[0] ?? '',
    environment: spec?.environment ?? '',
    hypothesis: spec?.hypothesis ?? '',
    fault: spec?.fault ?? { kind: 'kill-pods', engine: 'kubernetes' },
    durationSeconds: spec?.durationSeconds ?? 0,
    steadyState: spec?.steadyState ?? {
      objectives: [],
      maxBurnRate: 0,
      beforeSeconds: 0,
    },
    blastRadius: spec?.blastRadius ?? { entities: 0, share: 0 },
    ...(spec?.schedule && { schedule: scheduleOf(spec.schedule, known) }),
    blackouts: spec?.blackouts ?? [],
    findings: document.findings,
    switch: known.switch,
    ...(lastRun && { lastRun }),
    sentence: spec
      ? sayExperiment(spec)
      : say('experiment.broken', 'It has errors and cannot be run.'),
    may: { run: anybody, switch: anybody },
  };
}

function scheduleOf(
  schedule: NonNullable<ExperimentSpec['schedule']>,
  { schedule: row, now }: { schedule?: ScheduleRow; now: number },
): NonNullable<Experiment['schedule']> {
  const next = row ? Number(row.next_at) : nextTime(schedule, now);
  return {
    ...schedule,
    ...(next && { next: new Date(next).toISOString() }),
    ...(row?.skipped_at &&
      row.skipped_said && {
        skipped: {
          at: new Date(Number(row.skipped_at)).toISOString(),
          said: JSON.parse(row.skipped_said) as Sentence,
        },
      }),
  };
}
