import type { Sentence, Trigger } from '../../api';
import { matchesGlob } from './matchesGlob';

/**
 * An alert as triggers look at it.
 *
 * @public
 */
export interface SeenAlert {
  name: string;
  labels: Readonly<Record<string, string>>;
  /** Of the objective that it is about: `slo:default/latency~p99`. */
  objectiveRef?: string;
  burn?: 'page' | 'ticket';
}

/**
 * What is happening.
 *
 * @public
 */
export interface Seen {
  alerts: readonly SeenAlert[];
  /** Of the incident; `sev2` in any case. */
  severity?: string;
}

/**
 * The trigger that holds, and why.
 *
 * @public
 */
export interface TriggerMatch {
  /** Its position among the triggers. */
  index: number;
  trigger: Trigger;
  /** The alert for which it holds; none for a trigger that asks only for a severity. */
  alert?: SeenAlert;
  /** How much the trigger asks for: more is a better match. */
  score: number;
  because: Sentence[];
}

/**
 * The trigger that holds and asks for most; undefined when none holds. All that a trigger asks for must
 * hold of one alert.
 *
 * @public
 */
export function matchTriggers(
  triggers: readonly Trigger[],
  seen: Seen,
): TriggerMatch | undefined {
  let best: TriggerMatch | undefined;
  triggers.forEach((trigger, index) => {
    const match = matchTrigger(trigger, index, seen);
    if (match && match.score > (best?.score ?? -1)) best = match;
  });
  return best;
}

function matchTrigger(
  trigger: Trigger,
  index: number,
  seen: Seen,
): TriggerMatch | undefined {
  const severity = seen.severity?.toLowerCase();
  const severities: string[] | undefined = trigger.severities;
  if (severities && !(severity && severities.includes(severity)))
    return undefined;
  const asksForAlert =
    trigger.alert !== undefined ||
    trigger.labels !== undefined ||
    trigger.slo !== undefined ||
    trigger.burn !== undefined;
  const alert = seen.alerts.find(candidate => holds(trigger, candidate));
  if (asksForAlert && !alert) return undefined;
  return {
    index,
    trigger,
    ...(asksForAlert && alert ? { alert } : {}),
    score: scoreOf(trigger),
    because: reasons(trigger, asksForAlert ? alert : undefined, severity),
  };
}

function holds(
  { alert, labels, slo, burn }: Trigger,
  candidate: SeenAlert,
): boolean {
  return (
    (alert === undefined || matchesGlob(alert, candidate.name)) &&
    (slo === undefined || isAbout(slo, candidate.objectiveRef)) &&
    (burn === undefined || burn === candidate.burn) &&
    Object.entries(labels ?? {}).every(
      ([label, value]) =>
        Object.hasOwn(candidate.labels, label) &&
        matchesGlob(value, candidate.labels[label]),
    )
  );
}

/** A document with several objectives is meant by its own ref, too. */
export function isAbout(slo: string, objectiveRef?: string): boolean {
  return objectiveRef === slo || objectiveRef?.split('~')[0] === slo;
}

function scoreOf({ alert, labels, slo, burn, severities }: Trigger): number {
  return (
    (slo ? 4 : 0) +
    (slo?.includes('~') ? 1 : 0) +
    (alert ? 2 : 0) +
    (alert && !alert.includes('*') ? 2 : 0) +
    2 * Object.keys(labels ?? {}).length +
    (burn ? 1 : 0) +
    (severities ? 1 : 0)
  );
}

function reasons(
  trigger: Trigger,
  alert: SeenAlert | undefined,
  severity: string | undefined,
): Sentence[] {
  const because: Sentence[] = [];
  const say = (code: string, text: string, params: Record<string, string>) =>
    because.push({ code: `runbooks.matched.${code}`, text, params });
  if (alert && trigger.alert !== undefined) {
    const name = short(alert.name);
    if (trigger.alert.includes('*')) {
      say('pattern', `The alert ${name} fires, one of ${trigger.alert}`, {
        alert: name,
        pattern: trigger.alert,
      });
    } else {
      say('alert', `The alert ${name} fires`, { alert: name });
    }
  }
  if (alert && trigger.labels) {
    const labels = short(
      Object.keys(trigger.labels)
        .map(label => `${label}=${alert.labels[label]}`)
        .join(', '),
    );
    say('labels', `An alert has ${labels}`, { labels });
  }
  if (alert?.objectiveRef && trigger.slo) {
    const slo = short(alert.objectiveRef);
    say('slo', `The objective ${slo} alerts`, { slo });
  }
  if (trigger.burn) {
    say('burn', `The budget burns so fast that it is a ${trigger.burn}`, {
      burn: trigger.burn,
    });
  }
  if (trigger.severities && severity) {
    say('severity', `The incident is ${severity.toUpperCase()}`, {
      severity: severity.toUpperCase(),
    });
  }
  if (!because.length) say('any', 'It is for every alert', {});
  return because;
}

/** Names and labels come from outside. */
function short(text: string): string {
  const clean = text.replace(/[\p{Cc}\p{Cf}]+/gu, ' ');
  return clean.length > 200 ? `${clean.slice(0, 199)}…` : clean;
}
