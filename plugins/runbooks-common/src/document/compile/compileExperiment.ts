import type { Entity } from '@backstage/catalog-model';
import type { Fault } from '../../api';
import type { CompileOptions } from '../ActionFacts';
import type { ExperimentSpec } from '../ChaosExperiment';
import type { Compiled } from '../Runbook';
import { experimentSpec, type WrittenExperiment } from '../schema/experiment';
import { compileDocument, type Work } from './compileDocument';
import { compact, compileConditions, secondsOf } from './compileParts';

/** Fields that say something of one kind of fault. */
const fieldsOf = {
  share: ['kill-pods', 'latency', 'loss'],
  milliseconds: ['latency'],
  jitterMilliseconds: ['latency'],
  percent: ['loss'],
} as const;

/**
 * Checks an entity of kind ChaosExperiment. Never throws.
 *
 * @public
 */
export function compileExperiment(
  entity: Entity,
  _options: CompileOptions = {},
): Compiled<ExperimentSpec> {
  return compileDocument(entity, {
    kind: 'ChaosExperiment',
    schema: experimentSpec,
    compile(work) {
      const { written, refs, report } = work;
      const { steadyState = {}, blastRadius = {}, schedule } = written;
      const fault = faultOf(work);
      const share = blastRadius.share ?? 0.5;
      if ((fault.share ?? 1) > share) {
        report.error(
          'spec.fault.share',
          'beyond-blast-radius',
          'More than the blast radius allows.',
          {
            found: fault.share ?? 1,
            allowed: `at most blastRadius.share of ${share}`,
          },
        );
      }
      if (schedule && !steadyState.objectives?.length) {
        report.warning(
          'spec.steadyState.objectives',
          'unguarded-schedule',
          'Any objective of the entity stops it; one without objectives is not guarded.',
          { found: undefined, allowed: 'refs of objectives' },
        );
      }
      return compact<ExperimentSpec>({
        title: work.title ?? written.title ?? work.name,
        description: work.description ?? written.description,
        entityRef: refs.entity(written.entity, 'spec.entity'),
        environment: written.environment,
        hypothesis: written.hypothesis,
        fault,
        durationSeconds: secondsOf(written.duration) ?? 300,
        steadyState: {
          objectives: refs.objectives(
            steadyState.objectives,
            'spec.steadyState.objectives',
          ),
          maxBurnRate: steadyState.maxBurnRate ?? 1,
          beforeSeconds: secondsOf(steadyState.before) ?? 120,
        },
        blastRadius: { entities: blastRadius.entities ?? 5, share },
        schedule: schedule && {
          cron: schedule.cron,
          timeZone: schedule.timeZone ?? 'UTC',
        },
        blackouts: (written.blackouts ?? []).map((blackout, i) =>
          compileConditions(blackout, `spec.blackouts[${i}]`, report),
        ),
      });
    },
  });
}

function faultOf({ written, report }: Work<WrittenExperiment>): Fault {
  const { fault } = written;
  const engine =
    fault.engine ?? (fault.kind === 'kill-pods' ? 'kubernetes' : 'chaos-mesh');
  if (engine === 'kubernetes' && fault.kind !== 'kill-pods') {
    report.error(
      'spec.fault.engine',
      'invalid',
      'Kubernetes itself has no such fault.',
      { found: engine, allowed: 'chaos-mesh | litmus' },
    );
  }
  for (const [field, kinds] of Object.entries(fieldsOf)) {
    if (
      fault[field as keyof typeof fieldsOf] !== undefined &&
      !(kinds as readonly string[]).includes(fault.kind)
    ) {
      report.error(
        `spec.fault.${field}`,
        'misplaced-field',
        `Only a fault of kind ${kinds.join(' or ')} has this field.`,
        { found: fault.kind, allowed: kinds.join(' | ') },
      );
    }
  }
  const needed = { latency: 'milliseconds', loss: 'percent' } as const;
  if (fault.kind !== 'kill-pods' && fault[needed[fault.kind]] === undefined) {
    report.error(
      `spec.fault.${needed[fault.kind]}`,
      'missing',
      'The fault says how much.',
      { found: undefined, allowed: 'a number' },
    );
  }
  return compact<Fault>({ ...fault, engine, share: fault.share ?? 0.33 });
}
