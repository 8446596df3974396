import type { Entity } from '@backstage/catalog-model';
import type { JsonObject } from '@backstage/types';
import type { CompileOptions } from '../ActionFacts';
import { lintRunbook } from '../lint/lintRunbook';
import type { Compiled, RunbookCause, RunbookSpec } from '../Runbook';
import { type ReadMarkdown, readMarkdown } from '../markdown/readMarkdown';
import { runbookSpec, type WrittenRunbook } from '../schema/runbook';
import { compileDocument, type Work } from './compileDocument';
import { compileInputs } from './compileInputs';
import {
  compact,
  compileTriggers,
  compileVerification,
  secondsOf,
} from './compileParts';
import { compileSteps, type WrittenPhase } from './compileSteps';
import type { Report } from './Report';

/**
 * Checks an entity of kind Runbook, of YAML or Markdown. Never throws.
 *
 * @public
 */
export function compileRunbook(
  entity: Entity,
  options: CompileOptions = {},
): Compiled<RunbookSpec> {
  let markdown: ReadMarkdown | undefined;
  const compiled = compileDocument(entity, {
    kind: 'Runbook',
    schema: runbookSpec,
    prepare(spec, report) {
      if (typeof spec.markdown !== 'string') return spec;
      markdown = readMarkdown(spec.markdown);
      report.add(markdown.findings);
      return withMarkdown(spec, markdown, report);
    },
    compile: work => compile(work, markdown ? 'markdown' : 'yaml', options),
  });
  // Lines count from the first one of the Markdown text.
  const findings = compiled.findings.map(finding => {
    const line = finding.line ?? markdown?.lineOf(finding.path);
    return line === undefined ? finding : { ...finding, line };
  });
  return { ...compiled, findings };
}

/** What is written in the entity goes before what is written in the text. */
function withMarkdown(
  spec: JsonObject,
  { fields, title, description, phases }: ReadMarkdown,
  report: Report,
): JsonObject {
  for (const field of Object.keys(fields)) {
    if (Object.hasOwn(spec, field)) {
      report.warning(
        `spec.${field}`,
        'given-twice',
        'This field is in the Markdown text as well, where it is left out.',
        { found: field },
      );
    }
  }
  const merged = { ...fields, ...spec };
  const ownSteps = merged.phases !== undefined || merged.steps !== undefined;
  return {
    ...(title ? { title } : {}),
    ...(description ? { description } : {}),
    ...merged,
    ...(!ownSteps && phases.length ? { phases } : {}),
  };
}

function compile(
  work: Work<WrittenRunbook>,
  form: RunbookSpec['form'],
  options: CompileOptions,
): RunbookSpec {
  const { written, refs, report } = work;
  const verification =
    written.verification &&
    compileVerification(written.verification, 'spec.verification', work);
  const { phases, placed } = compileSteps(phasesOf(work), {
    stepTimeout: secondsOf(written.stepTimeout),
    verification,
    refs,
    report,
  });
  const services = [
    ...(written.service ? [refs.entity(written.service, 'spec.service')] : []),
    ...refs.entities(written.services, 'spec.services'),
  ];
  const spec: RunbookSpec = compact({
    form,
    title: work.title ?? written.title ?? work.name,
    description: work.description ?? written.description,
    severity: written.severity,
    estimatedSeconds: secondsOf(written.estimatedTime),
    serviceRefs: [...new Set(services)],
    triggers: compileTriggers(written.triggers, work),
    inputs: compileInputs(written.inputs, report),
    phases,
    causes: (written.causes ?? []).map(cause => asCause(cause)),
    escalation: (written.escalation ?? []).map(({ after, to, text }, i) =>
      compact({
        afterSeconds: secondsOf(after),
        to: refs.person(to, `spec.escalation[${i}].to`),
        text,
      }),
    ),
    rollback: (written.rollback ?? []).map(({ title, text, ...rest }) =>
      asCause({ ...rest, cause: title, mitigation: text }),
    ),
    communication: (written.communication ?? []).map(message =>
      compact(message),
    ),
    verification,
    markdown: written.markdown,
    rehearseSeconds: secondsOf(written.rehearseEvery) ?? 90 * 86_400,
  });
  lintRunbook(spec, placed, { ...options, report });
  return spec;
}

function phasesOf({ written, report }: Work<WrittenRunbook>): WrittenPhase[] {
  const { phases, steps } = written;
  if (phases && steps) {
    report.error(
      'spec.steps',
      'invalid',
      'Steps are written in phases or without any.',
      { found: 'both', allowed: 'phases | steps' },
    );
  }
  if (phases) {
    return phases.map((phase, i) => ({
      ...phase,
      path: `spec.phases[${i}].steps`,
    }));
  }
  return steps
    ? [{ id: 'steps', title: 'Steps', steps, path: 'spec.steps' }]
    : [];
}

function asCause(
  cause: Omit<RunbookCause, 'input'> & { input?: Record<string, unknown> },
): RunbookCause {
  return compact({ ...cause, input: cause.input as JsonObject | undefined });
}
