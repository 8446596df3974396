import type { OpsgenieEscalation, OpsgenieRecipient } from './answers';

const minutesPer: Record<string, number> = {
  minutes: 1,
  hours: 60,
  days: 1440,
};

/** Who is notified at a level, and after how long the next one follows. */
export interface EscalationLevel {
  level: number;
  escalatesAfterMinutes?: number;
  recipients: OpsgenieRecipient[];
}

/**
 * Levels of an escalation: rules of the same delay are one. Rules that do not go to who is on call
 * now (`next`, `previous`, `admins`) are none.
 */
export function escalationLevels(
  escalation: OpsgenieEscalation,
): EscalationLevel[] {
  const byDelay = new Map<number, OpsgenieRecipient[]>();
  for (const { delay, notifyType, recipient } of escalation.rules ?? []) {
    if (!['default', 'users', 'all'].includes(notifyType ?? 'default'))
      continue;
    const minutes =
      (delay?.timeAmount ?? 0) * (minutesPer[delay?.timeUnit ?? ''] ?? 1);
    byDelay.set(minutes, [...(byDelay.get(minutes) ?? []), recipient]);
  }
  const delays = [...byDelay.keys()].sort((a, b) => a - b);
  return delays.map((delay, index) => ({
    level: index + 1,
    ...(index + 1 < delays.length && {
      escalatesAfterMinutes: delays[index + 1] - delay,
    }),
    recipients: byDelay.get(delay) ?? [],
  }));
}
