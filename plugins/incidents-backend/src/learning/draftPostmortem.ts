import type { PostmortemSections } from '@ghostlight/plugin-incidents-common';
import { Duration } from 'luxon';
import { plainText } from './plainText';
import type { PostmortemRecord } from './PostmortemRecord';

/**
 * Drafts a postmortem from what was recorded, and from nothing else: what nobody recorded is asked
 * for in words. Blameless: it names roles and systems where a person's name would say who, not why.
 */
export function draftPostmortem(record: PostmortemRecord): PostmortemSections {
  return {
    impact: impactOf(record),
    detection: detectionOf(record),
    timeline: timelineOf(record),
    rootCause: rootCauseOf(record),
    wentWell: listOf(wentWell(record), 'What should we do again?'),
    wentWrong: listOf(wentWrong(record), 'What made it worse, or longer?'),
    lessons: '_What do we know now that we did not know before?_',
    queries: queriesOf(record),
  };
}

function impactOf(record: PostmortemRecord): string {
  const { entities, impact, summary } = record;
  const end = record.resolvedAt ?? record.recoveredAt;
  const lasted = end
    ? `It lasted ${span(record.startedAt, end)}.`
    : 'It is not over.';
  const affected = entities.length
    ? `Affected: ${entities
        .map(({ entityRef, role }) => `${plainText(entityRef)} (${role})`)
        .join(', ')}.`
    : 'No entity of the catalog was named.';
  const budget = impact.map(
    ({ title, budgetMinutes, ofMinutes }) =>
      `- ${plainText(title)}: ${round(budgetMinutes)} minutes of error budget${
        ofMinutes === undefined ? '' : ` of ${round(ofMinutes)}`
      }`,
  );
  return [
    ...(summary ? [summary] : []),
    `${lasted} ${affected}`,
    budget.length
      ? budget.join('\n')
      : 'No objective of these entities was measured.',
  ].join('\n\n');
}

function detectionOf(record: PostmortemRecord): string {
  const { firstAlert, detectedAt, startedAt, because } = record;
  if (detectedAt === undefined || !firstAlert)
    return `${plainText(
      because,
    )}\n\n_No alert told of it. Which one should have?_`;
  return `${plainText(firstAlert.title)} (${
    firstAlert.adapter
  }) was the first alert, ${span(
    startedAt,
    detectedAt,
  )} after the first symptom, at ${instant(detectedAt)}.`;
}

function timelineOf({ timeline }: PostmortemRecord): string {
  const lines = [...timeline]
    .sort((a, b) => a.at - b.at)
    .map(
      ({ at, kind, text }) => `- ${instant(at)} ${kind}: ${plainText(text)}`,
    );
  return lines.length ? lines.join('\n') : '_Nothing was recorded._';
}

function rootCauseOf({ rootCause, mitigation, suspects }: PostmortemRecord) {
  const [first] = suspects;
  const parts = [];
  if (rootCause) parts.push(rootCause);
  else if (first) {
    const evidence = first.evidence.map(({ text }) => `- ${plainText(text)}`);
    parts.push(
      `Not confirmed by anybody. The likely origin is ${plainText(
        first.entityRef,
      )} (${first.confidence} confidence):`,
      evidence.join('\n'),
    );
  } else parts.push('_What was the cause, and the cause of that?_');
  if (mitigation) parts.push(`Mitigation: ${mitigation}`);
  return parts.join('\n\n');
}

function wentWell(record: PostmortemRecord): string[] {
  const { startedAt, detectedAt, acknowledgedAt, resolvedAt } = record;
  const found: string[] = [];
  if (detectedAt !== undefined && detectedAt - startedAt <= 5 * 60_000)
    found.push(`It was detected within ${span(startedAt, detectedAt)}.`);
  if (
    detectedAt !== undefined &&
    acknowledgedAt !== undefined &&
    acknowledgedAt - detectedAt <= 5 * 60_000
  )
    found.push(
      `It was acknowledged ${span(
        detectedAt,
        acknowledgedAt,
      )} after the first alert.`,
    );
  if (resolvedAt !== undefined && resolvedAt - startedAt <= 3_600_000)
    found.push(`It was over within ${span(startedAt, resolvedAt)}.`);
  return found;
}

function wentWrong(record: PostmortemRecord): string[] {
  const { startedAt, detectedAt, acknowledgedAt } = record;
  const found: string[] = [];
  if (detectedAt === undefined) found.push('No alert told of it.');
  else if (detectedAt - startedAt > 5 * 60_000)
    found.push(`It took ${span(startedAt, detectedAt)} to detect.`);
  if (acknowledgedAt === undefined) found.push('Nobody acknowledged it.');
  else if (
    detectedAt !== undefined &&
    acknowledgedAt - detectedAt > 15 * 60_000
  )
    found.push(
      `It took ${span(
        detectedAt,
        acknowledgedAt,
      )} until somebody acknowledged it.`,
    );
  if (record.escalations)
    found.push(`It was escalated ${times(record.escalations)}.`);
  if (record.reopened) found.push(`It came back ${times(record.reopened)}.`);
  if (record.notificationsFailed)
    found.push(
      `Notifications that could not be delivered: ${record.notificationsFailed}.`,
    );
  return found;
}

function queriesOf({ links }: PostmortemRecord): string {
  if (!links.length) return '_Which queries and dashboards showed it?_';
  return links
    .map(({ title, url }) => `- ${plainText(title)}: <${url}>`)
    .join('\n');
}

function listOf(items: string[], question: string): string {
  const lines = items.map(item => `- ${item}`);
  return [...lines, `${lines.length ? '\n' : ''}_${question}_`].join('\n');
}

function times(n: number): string {
  return n === 1 ? 'once' : `${n} times`;
}

function round(value: number): string {
  return value.toFixed(1);
}

/** `2026-11-21 12:04:20 UTC` */
function instant(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/** `1 h 5 min`, `40 s` */
function span(from: number, to: number): string {
  const seconds = Math.max(0, Math.round((to - from) / 1000));
  if (seconds < 60) return `${seconds} s`;
  const { days, hours, minutes } = Duration.fromObject({ seconds }).shiftTo(
    'days',
    'hours',
    'minutes',
  );
  return [
    days && `${days} d`,
    hours && `${hours} h`,
    minutes >= 1 && `${Math.floor(minutes)} min`,
  ]
    .filter(Boolean)
    .join(' ');
}
