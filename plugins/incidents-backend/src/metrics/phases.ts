import type { MeasuredIncident } from './MeasuredIncident';

/**
 * The times that are measured, each from one instant of an incident to another. The screens state
 * these definitions; MTTR has the phases detect, identify (diagnose), fix and recover.
 */
export const phases = {
  /** First symptom to first alert. */
  detect: ['startedAt', 'detectedAt'],
  /** First alert to first acknowledgement. */
  acknowledge: ['detectedAt', 'acknowledgedAt'],
  /** First alert to the cause recorded (status `identified`). */
  identify: ['detectedAt', 'identifiedAt'],
  /** Cause recorded to mitigation applied. */
  fix: ['identifiedAt', 'mitigatedAt'],
  /** Mitigation applied to all affected healthy. */
  recover: ['mitigatedAt', 'recoveredAt'],
  /** Start to resolved. */
  resolve: ['startedAt', 'resolvedAt'],
} as const;

export type Phase = keyof typeof phases;

export const phaseNames = Object.keys(phases) as Phase[];

/**
 * Seconds that a phase took, or undefined while one of its ends is not known. What happened before
 * it was due, such as an acknowledgement before the alert, took no time.
 */
export function phaseSeconds(
  incident: MeasuredIncident,
  phase: Phase,
): number | undefined {
  const [start, end] = phases[phase];
  const from = incident[start];
  const to = incident[end];
  if (from === undefined || to === undefined) return undefined;
  return Math.max(0, (to - from) / 1000);
}

/** Seconds of a phase over all incidents for which it is known. */
export function secondsOf(
  incidents: MeasuredIncident[],
  phase: Phase,
): number[] {
  return incidents
    .map(incident => phaseSeconds(incident, phase))
    .filter(seconds => seconds !== undefined);
}
