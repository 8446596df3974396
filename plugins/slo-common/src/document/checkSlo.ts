import { errorAt } from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import { checkAlertPolicy, checkEntry } from './checkAlertPolicy';
import { checkSli } from './checkSli';
import { compileWindow } from './compileWindow';
import type { ObjectiveSpec, SloSpec } from './SloDocument';
import { targetOf } from './targetOf';

/** What holds between the fields of one SLO; references are followed when it is compiled. */
export function checkSlo(spec: SloSpec): Finding[] {
  const ownIndicators = spec.objectives.every(
    ({ indicator, indicatorRef }) => indicator || indicatorRef,
  );
  return [
    ...checkIndicator(spec, 'spec', !ownIndicators),
    ...compileWindow(spec.timeWindow[0], 'spec.timeWindow[0]').findings,
    ...spec.objectives.flatMap((objective, i) =>
      checkObjective(objective, spec, `spec.objectives[${i}]`),
    ),
    ...(spec.alertPolicies ?? []).flatMap((entry, i) => {
      const path = `spec.alertPolicies[${i}]`;
      return [
        ...checkEntry(path, entry.alertPolicyRef, entry.spec, 'alertPolicyRef'),
        ...(entry.spec ? checkAlertPolicy(entry.spec, `${path}.spec`) : []),
      ];
    }),
  ];
}

function checkIndicator(
  { indicator, indicatorRef }: Pick<SloSpec, 'indicator' | 'indicatorRef'>,
  path: string,
  required: boolean,
): Finding[] {
  if (indicator && indicatorRef) {
    return [
      errorAt(path, 'invalid', 'An indicator is named or written in place.', {
        found: 'both',
        allowed: 'indicator | indicatorRef',
      }),
    ];
  }
  if (!indicator && !indicatorRef) {
    return required
      ? [
          errorAt(path, 'missing', 'An SLO has an indicator.', {
            found: undefined,
            allowed: 'indicator | indicatorRef',
          }),
        ]
      : [];
  }
  return indicator ? checkSli(indicator.spec, `${path}.indicator.spec`) : [];
}

function checkObjective(
  objective: ObjectiveSpec,
  slo: SloSpec,
  path: string,
): Finding[] {
  return [
    ...checkIndicator(objective, path, false),
    ...targetOf(objective, path).findings,
    ...checkTimeSlice(objective, slo.budgetingMethod, path),
  ];
}

function checkTimeSlice(
  objective: ObjectiveSpec,
  method: SloSpec['budgetingMethod'],
  path: string,
): Finding[] {
  const findings: Finding[] = [];
  if (method !== 'Occurrences' && objective.timeSliceWindow === undefined) {
    findings.push(
      errorAt(
        `${path}.timeSliceWindow`,
        'missing',
        `The method ${method} counts slices of time.`,
        { found: undefined, allowed: 'minutes, or a duration such as 5m' },
      ),
    );
  }
  if (method === 'Timeslices' && objective.timeSliceTarget === undefined) {
    findings.push(
      errorAt(
        `${path}.timeSliceTarget`,
        'missing',
        'The method Timeslices says when a slice is good.',
        { found: undefined, allowed: 'more than 0, at most 1' },
      ),
    );
  }
  return findings;
}
