import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { Limits } from '../../api';
import type { CompileOptions } from '../ActionFacts';
import { lintPolicy } from '../lint/lintPolicy';
import type { AppliesTo, PolicyRung, PolicySpec } from '../RemediationPolicy';
import type { Compiled } from '../Runbook';
import { policySpec, type WrittenPolicy } from '../schema/policy';
import { compileDocument, type Work } from './compileDocument';
import {
  compact,
  compileConditions,
  compileTriggers,
  compileVerification,
  secondsOf,
} from './compileParts';

/** What a policy may do when nothing is written: every limit is finite. */
const defaultLimits: Limits = {
  perTarget: { attempts: 2, withinSeconds: 3_600 },
  perHour: 5,
  perHourOrganisation: 20,
  coolDownSeconds: 600,
  concurrency: 1,
  blastRadius: 5,
  minimumHealthy: 0.5,
  storm: { incidents: 20, withinSeconds: 600 },
};

/**
 * Checks an entity of kind RemediationPolicy. Never throws.
 *
 * @public
 */
export function compilePolicy(
  entity: Entity,
  options: CompileOptions = {},
): Compiled<PolicySpec> {
  return compileDocument(entity, {
    kind: 'RemediationPolicy',
    schema: policySpec,
    compile(work) {
      const { written, refs, report } = work;
      const spec: PolicySpec = compact({
        title: work.title ?? written.title ?? work.name,
        description: work.description ?? written.description,
        appliesTo: appliesToOf(work),
        triggers: compileTriggers(written.triggers, work),
        conditions: compileConditions(
          written.conditions,
          'spec.conditions',
          report,
        ),
        mode: written.mode ?? 'approve',
        earnAfter: written.earnAfter ?? 3,
        ladder: ladderOf(work),
        limits: limitsOf(written.limits),
        verification: compileVerification(
          written.verification ?? {},
          'spec.verification',
          work,
        ),
        escalateTo: refs.person(written.escalateTo, 'spec.escalateTo'),
        approvalSeconds: secondsOf(written.approval?.expires) ?? 1_800,
        approvers: refs.entities(
          written.approval?.approvers,
          'spec.approval.approvers',
          'group',
        ),
      });
      lintPolicy(spec, { ...options, report });
      return spec;
    },
  });
}

function appliesToOf({ written, refs }: Work<WrittenPolicy>): AppliesTo {
  const { entities, tiers, types, systems, owners } = written.appliesTo ?? {};
  const path = 'spec.appliesTo';
  return compact({
    entities: entities && refs.entities(entities, `${path}.entities`),
    tiers,
    types,
    systems: systems && refs.entities(systems, `${path}.systems`, 'system'),
    owners: owners && refs.entities(owners, `${path}.owners`, 'group'),
  });
}

function ladderOf({
  written,
  refs,
  report,
}: Work<WrittenPolicy>): PolicyRung[] {
  return written.do.flatMap((rung, i): PolicyRung[] => {
    const path = `spec.do[${i}]`;
    const attempts = rung.attempts ?? 1;
    if ((rung.runbook === undefined) === (rung.action === undefined)) {
      report.error(path, 'invalid', 'A rung is a runbook or an action.', {
        found: rung.runbook === undefined ? 'neither' : 'both',
        allowed: 'runbook | action',
      });
      return [];
    }
    const strange = rung.runbook === undefined ? 'inputs' : 'input';
    if (rung[strange] !== undefined) {
      report.error(
        `${path}.${strange}`,
        'misplaced-field',
        'An action has an input, a runbook has inputs.',
        { found: strange, allowed: strange === 'input' ? 'inputs' : 'input' },
      );
    }
    return rung.runbook === undefined
      ? [
          {
            attempts,
            action: rung.action!,
            input: (rung.input ?? {}) as JsonObject,
          },
        ]
      : [
          {
            attempts,
            runbookRef: refs.entity(rung.runbook, `${path}.runbook`, 'runbook'),
            inputs: (rung.inputs ?? {}) as JsonObject,
          },
        ];
  });
}

function limitsOf(written: WrittenPolicy['limits'] = {}): Limits {
  const { perTarget, storm, coolDown, ...counts } = written;
  return {
    ...defaultLimits,
    ...compact(counts),
    ...(perTarget && {
      perTarget: {
        attempts: perTarget.attempts,
        withinSeconds: secondsOf(perTarget.within),
      },
    }),
    ...(storm && {
      storm: {
        incidents: storm.incidents,
        withinSeconds: secondsOf(storm.within),
      },
    }),
    ...(coolDown && { coolDownSeconds: secondsOf(coolDown) }),
  };
}
