import { stepKinds, type WrittenStep } from '../schema/step';
import type { Report } from './Report';

export type WrittenKind = (typeof stepKinds)[number];

/** Fields that only steps of one kind have. */
const fieldsOf: Partial<Record<keyof WrittenStep, WrittenKind>> = {
  checklist: 'manual',
  input: 'action',
  choices: 'decision',
  approvers: 'approval',
};

/** What a step is; undefined, and reported, when it is nothing or several things. */
export function stepKindOf(
  step: WrittenStep,
  path: string,
  report: Report,
): WrittenKind | undefined {
  const kinds = stepKinds.filter(kind => step[kind] !== undefined);
  if (kinds.length !== 1) {
    report.error(
      path,
      kinds.length ? 'several-kinds' : 'no-kind',
      kinds.length
        ? 'A step is one thing; write several steps.'
        : 'A step says what it is.',
      {
        found: kinds.length ? kinds.join(', ') : Object.keys(step).join(', '),
        allowed: `one of ${stepKinds.join(', ')}`,
      },
    );
    return undefined;
  }
  const [kind] = kinds;
  for (const [field, owner] of Object.entries(fieldsOf)) {
    if (step[field as keyof WrittenStep] !== undefined && owner !== kind) {
      report.error(
        `${path}.${field}`,
        'misplaced-field',
        `Only a step of kind ${owner} has this field.`,
        { found: kind, allowed: owner },
      );
    }
  }
  return kind;
}
