import type { PostmortemSections } from '@ghostlight/plugin-incidents-common';
import { Duration } from 'luxon';
import { draftWords, type DraftWords } from './draftWords';
import type { Language } from './Language';
import { plainText } from './plainText';
import type { PostmortemRecord } from './PostmortemRecord';

/**
 * Drafts a postmortem from what was recorded, and from nothing else: what nobody recorded is asked
 * for in words. Blameless: it names roles and systems where a person's name would say who, not why.
 * Entries of the timeline and evidence are as they were recorded, whatever the language.
 */
export function draftPostmortem(
  record: PostmortemRecord,
  language: Language = 'en',
): PostmortemSections {
  const words = draftWords[language];
  return {
    impact: impactOf(record, words),
    detection: detectionOf(record, words),
    timeline: timelineOf(record, words),
    rootCause: rootCauseOf(record, words),
    wentWell: listOf(wentWell(record, words), words.again),
    wentWrong: listOf(wentWrong(record, words), words.worse),
    lessons: `_${words.lessons}_`,
    queries: queriesOf(record, words),
  };
}

function impactOf(record: PostmortemRecord, words: DraftWords): string {
  const { entities, impact, summary } = record;
  const end = record.resolvedAt ?? record.recoveredAt;
  const lasted = end
    ? words.lasted(span(record.startedAt, end))
    : words.notOver;
  const affected = entities.length
    ? words.affected(
        entities
          .map(
            ({ entityRef, role }) =>
              `${plainText(entityRef)} (${words.roles[role] ?? role})`,
          )
          .join(', '),
      )
    : words.nothingAffected;
  const budget = impact.map(({ title, budgetMinutes, ofMinutes }) => {
    const of = ofMinutes === undefined ? undefined : round(ofMinutes);
    return `- ${plainText(title)}: ${words.minutes(round(budgetMinutes), of)}`;
  });
  return [
    ...(summary ? [summary] : []),
    `${lasted} ${affected}`,
    budget.length ? budget.join('\n') : words.notMeasured,
  ].join('\n\n');
}

function detectionOf(record: PostmortemRecord, words: DraftWords): string {
  const { firstAlert, detectedAt, startedAt, because } = record;
  if (detectedAt === undefined || !firstAlert)
    return `${plainText(because)}\n\n_${words.noAlertToldHint}_`;
  return words.firstAlert(
    plainText(firstAlert.title),
    firstAlert.adapter,
    span(startedAt, detectedAt),
    instant(detectedAt),
  );
}

function timelineOf({ timeline }: PostmortemRecord, words: DraftWords): string {
  const lines = [...timeline]
    .sort((a, b) => a.at - b.at)
    .map(
      ({ at, kind, text }) =>
        `- ${instant(at)} ${words.kinds[kind] ?? kind}: ${plainText(text)}`,
    );
  return lines.length ? lines.join('\n') : `_${words.nothingRecorded}_`;
}

function rootCauseOf(
  { rootCause, mitigation, suspects }: PostmortemRecord,
  words: DraftWords,
) {
  const [first] = suspects;
  const parts = [];
  if (rootCause) parts.push(rootCause);
  else if (first) {
    const { confidence } = first;
    const evidence = first.evidence.map(({ text }) => `- ${plainText(text)}`);
    parts.push(
      words.likelyOrigin(
        plainText(first.entityRef),
        words.confidences[confidence] ?? confidence,
      ),
      evidence.join('\n'),
    );
  } else parts.push(`_${words.whatCause}_`);
  if (mitigation) parts.push(words.mitigation(mitigation));
  return parts.join('\n\n');
}

function wentWell(record: PostmortemRecord, words: DraftWords): string[] {
  const { startedAt, detectedAt, acknowledgedAt, resolvedAt } = record;
  const found: string[] = [];
  if (detectedAt !== undefined && detectedAt - startedAt <= 5 * 60_000)
    found.push(words.detectedWithin(span(startedAt, detectedAt)));
  if (
    detectedAt !== undefined &&
    acknowledgedAt !== undefined &&
    acknowledgedAt - detectedAt <= 5 * 60_000
  )
    found.push(words.acknowledgedAfter(span(detectedAt, acknowledgedAt)));
  if (resolvedAt !== undefined && resolvedAt - startedAt <= 3_600_000)
    found.push(words.overWithin(span(startedAt, resolvedAt)));
  return found;
}

function wentWrong(record: PostmortemRecord, words: DraftWords): string[] {
  const { startedAt, detectedAt, acknowledgedAt } = record;
  const found: string[] = [];
  if (detectedAt === undefined) found.push(words.noAlertTold);
  else if (detectedAt - startedAt > 5 * 60_000)
    found.push(words.tookToDetect(span(startedAt, detectedAt)));
  if (acknowledgedAt === undefined) found.push(words.nobodyAcknowledged);
  else if (
    detectedAt !== undefined &&
    acknowledgedAt - detectedAt > 15 * 60_000
  )
    found.push(words.tookToAcknowledge(span(detectedAt, acknowledgedAt)));
  if (record.escalations) found.push(words.escalated(record.escalations));
  if (record.reopened) found.push(words.cameBack(record.reopened));
  if (record.notificationsFailed)
    found.push(words.undelivered(record.notificationsFailed));
  return found;
}

function queriesOf({ links }: PostmortemRecord, words: DraftWords): string {
  if (!links.length) return `_${words.queries}_`;
  return links
    .map(({ title, url }) => `- ${plainText(title)}: <${url}>`)
    .join('\n');
}

function listOf(items: string[], question: string): string {
  const lines = items.map(item => `- ${item}`);
  return [...lines, `${lines.length ? '\n' : ''}_${question}_`].join('\n');
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
