import { secondsOfDuration } from '@ghostlight/reliability-common';
import type { z } from 'zod';
import type { Conditions, Trigger, Verification } from '../../api';
import type {
  conditions as conditionsSchema,
  trigger as triggerSchema,
  verification as verificationSchema,
} from '../schema/parts';
import type { Refs } from './refs';
import type { Report } from './Report';

/** What a recovery is when nothing else is written. */
export const defaultVerification: Verification = {
  maxBurnRate: 1,
  withinSeconds: 600,
  steadySeconds: 120,
};

/** Seconds of what the schema has taken for a duration. */
export function secondsOf(text: string): number;
export function secondsOf(text: string | undefined): number | undefined;
export function secondsOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : secondsOfDuration(text);
}

/** The same without the fields that are undefined. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(
    Object.entries(value).filter(([, item]) => item !== undefined),
  ) as T;
}

export function compileVerification(
  written: z.infer<typeof verificationSchema>,
  path: string,
  { refs, report }: { refs: Refs; report: Report },
): Verification {
  const withinSeconds =
    secondsOf(written.within) ?? defaultVerification.withinSeconds;
  const steadySeconds =
    secondsOf(written.steady) ??
    Math.min(defaultVerification.steadySeconds, withinSeconds);
  if (steadySeconds > withinSeconds) {
    report.error(
      `${path}.steady`,
      'invalid',
      'It cannot be well for longer than recovery may take.',
      { found: written.steady, allowed: `at most ${withinSeconds}s` },
    );
  }
  const objectives = refs.objectives(written.objectives, `${path}.objectives`);
  return {
    maxBurnRate: written.maxBurnRate ?? defaultVerification.maxBurnRate,
    withinSeconds,
    steadySeconds,
    ...(objectives.length ? { objectives } : {}),
  };
}

export function compileTriggers(
  written: z.infer<typeof triggerSchema>[] | undefined,
  { refs, report }: { refs: Refs; report: Report },
): Trigger[] {
  return (written ?? []).map((trigger, i) => {
    const path = `spec.triggers[${i}]`;
    const { alert, slo, burn, severity } = trigger;
    const labels =
      trigger.labels && Object.keys(trigger.labels).length
        ? trigger.labels
        : undefined;
    const severities =
      severity === undefined ? undefined : [...new Set([severity].flat())];
    const isAny = (text?: string) => text === undefined || /^\*+$/.test(text);
    if (
      isAny(alert) &&
      !slo &&
      !burn &&
      !severities &&
      Object.values(labels ?? {}).every(isAny)
    ) {
      report.warning(
        path,
        'matches-everything',
        'This trigger is for every alert of every entity.',
        { found: trigger, allowed: 'alert, labels, slo, burn or severity' },
      );
    }
    return compact<Trigger>({
      alert,
      labels,
      slo: slo === undefined ? undefined : refs.objective(slo, `${path}.slo`),
      burn,
      severities,
    });
  });
}

export function compileConditions(
  written: z.infer<typeof conditionsSchema> | undefined,
  path: string,
  report: Report,
): Conditions {
  if (!written) return {};
  const { burnOver, recentChange, ...same } = written;
  if (burnOver !== undefined && written.burnAbove === undefined) {
    report.error(
      `${path}.burnOver`,
      'invalid',
      'A window says nothing without the burn rate that is exceeded over it.',
      { found: burnOver, allowed: 'burnAbove' },
    );
  }
  if (written.timeZone && !written.from && !written.until && !written.days) {
    report.warning(
      `${path}.timeZone`,
      'unused',
      'A time zone has an effect only with days, from or until.',
      { found: written.timeZone },
    );
  }
  return compact<Conditions>({
    ...same,
    burnOverSeconds:
      written.burnAbove === undefined ? undefined : secondsOf(burnOver) ?? 300,
    recentChangeSeconds: secondsOf(recentChange),
  });
}
