import { errorAt, warningAt } from '@ghostlight/reliability-common';
import type { Finding } from '../objective';
import type { AlertPolicySpec } from './SloDocument';

/** Conditions and targets are either named or written in place. */
export function checkAlertPolicy(
  spec: AlertPolicySpec,
  path: string,
): Finding[] {
  return [
    ...(spec.alertWhenNoData
      ? [
          warningAt(
            `${path}.alertWhenNoData`,
            'ignored-field',
            'No data raises no alert; the objective and the gate say so, and an alert that fires goes on.',
            { found: true, allowed: 'false' },
          ),
        ]
      : []),
    ...spec.conditions.flatMap((entry, i) =>
      checkEntry(
        `${path}.conditions[${i}]`,
        entry.conditionRef,
        entry.spec,
        'conditionRef',
      ),
    ),
    ...(spec.notificationTargets ?? []).flatMap((entry, i) =>
      checkEntry(
        `${path}.notificationTargets[${i}]`,
        entry.targetRef,
        entry.spec,
        'targetRef',
      ),
    ),
  ];
}

export function checkEntry(
  path: string,
  ref: string | undefined,
  spec: object | undefined,
  refField: string,
): Finding[] {
  if (Boolean(ref) !== Boolean(spec)) return [];
  return [
    errorAt(path, 'invalid', 'Either named or written in place.', {
      found: ref ? 'both' : 'neither',
      allowed: `${refField} | kind, metadata and spec`,
    }),
  ];
}
