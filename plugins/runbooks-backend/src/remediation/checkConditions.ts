import { parseEntityRef } from '@backstage/catalog-model';
import type { Conditions, Sentence } from '@ghostlight/plugin-runbooks-common';
import type {
  AttemptDetail,
  Evidence,
  Severity,
} from '@ghostlight/plugin-runbooks-common';
import { isMissing, say } from '@ghostlight/reliability-node';
import { DateTime } from 'luxon';
import type { RemediationContext } from './RemediationContext';

const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const tierAnnotation = 'ghostlight.dev/tier';
/** Seconds of a burn rate that says no window. */
const burnSeconds = 300;

/** What the conditions of a policy are asked of. */
export interface Subject {
  entityRef: string;
  environment: string;
  severity?: string;
}

interface Judged {
  conditions: AttemptDetail['conditions'];
  evidence: Evidence[];
}

/**
 * Whether the conditions hold, each in words, with the records that they rest on. One that cannot be
 * looked at does not hold: a policy acts on what is known.
 */
export async function checkConditions(
  context: RemediationContext,
  wanted: Conditions,
  subject: Subject,
): Promise<Judged> {
  const judged: Judged = { conditions: [], evidence: [] };
  const note = (holds: boolean, said: Sentence) =>
    judged.conditions.push({ holds, said });
  checkTime(wanted, context.now(), note);
  checkTier(context, wanted, subject, note);
  checkSeverity(wanted, subject, note);
  // What asks others comes last, and only where the rest holds.
  if (judged.conditions.some(({ holds }) => !holds)) return judged;
  await checkBurn(context, wanted, subject, judged);
  await checkChange(context, wanted, subject, judged);
  return judged;
}

type Note = (holds: boolean, said: Sentence) => void;

/** Days and times of day, in the policy's time zone; a span may go over midnight. */
export function isInTime(wanted: Conditions, now: number): boolean {
  const { days: named, from = '00:00', until = '24:00' } = wanted;
  const here = DateTime.fromMillis(now, { zone: wanted.timeZone ?? 'UTC' });
  const clock = here.toFormat('HH:mm');
  const isOver = until <= from;
  const isSince = clock >= from;
  const inSpan = isOver ? isSince || clock < until : isSince && clock < until;
  // After midnight of a span that began the day before, that day counts.
  const day = isOver && !isSince ? here.minus({ days: 1 }) : here;
  return inSpan && (!named || named.includes(days[day.weekday - 1]));
}

function checkTime(wanted: Conditions, now: number, note: Note): void {
  const { days: named, from, until, timeZone = 'UTC' } = wanted;
  if (!named && !from && !until) return;
  const span = [named?.join(', '), from && `${from}–${until ?? '24:00'}`]
    .filter(Boolean)
    .join(' ');
  note(
    isInTime(wanted, now),
    say('condition.time', `It is within ${span} (${timeZone})`, {
      span,
      timeZone,
    }),
  );
}

function checkTier(
  context: RemediationContext,
  { tiers }: Conditions,
  { entityRef }: Subject,
  note: Note,
): void {
  if (!tiers) return;
  const tier =
    context.entityOf(entityRef)?.metadata.annotations?.[tierAnnotation];
  note(
    tier !== undefined && tiers.includes(tier),
    say('condition.tier', `Tier ${tier ?? '?'} is one of ${tiers.join(', ')}`, {
      tier: tier ?? '?',
      tiers: tiers.join(', '),
    }),
  );
}

function checkSeverity(
  { severities }: Conditions,
  { severity }: Subject,
  note: Note,
): void {
  if (!severities) return;
  const given = severity?.toLowerCase() as Severity | undefined;
  note(
    given !== undefined && severities.includes(given),
    say(
      'condition.severity',
      `The incident is ${severity ?? '?'}, wanted ${severities.join(', ')}`,
      { severity: severity ?? '?', severities: severities.join(', ') },
    ),
  );
}

function pageOf(entityRef: string): string {
  const { kind, namespace, name } = parseEntityRef(entityRef);
  return `/catalog/${namespace}/${kind.toLowerCase()}/${name}`;
}

async function checkBurn(
  { burn, logger }: RemediationContext,
  { burnAbove, burnOverSeconds = burnSeconds }: Conditions,
  { entityRef }: Subject,
  judged: Judged,
): Promise<void> {
  const readings = await burn
    .objectivesOf(entityRef)
    .then(objectives => burn.read(objectives, burnOverSeconds))
    .catch(error => {
      logger.debug('Objectives could not be asked', error);
      return [];
    });
  for (const { objective, title, burnRate, asOf } of readings)
    if (burnRate !== undefined) {
      const rate = Number(burnRate.toPrecision(3));
      const value = `burn rate ${rate}`;
      judged.evidence.push({
        label: title,
        value,
        said: say('evidence.burn', `${title}: ${value}`, { title, burn: rate }),
        url: `${pageOf(entityRef)}/slo?objective=${encodeURIComponent(
          objective,
        )}`,
        ...(asOf && { asOf: new Date(asOf).toISOString() }),
      });
    }
  if (burnAbove === undefined) return;
  const rates = readings.flatMap(({ burnRate }) => burnRate ?? []);
  const worst = rates.length ? Math.max(...rates) : undefined;
  const shown = worst === undefined ? '?' : Number(worst.toPrecision(3));
  judged.conditions.push({
    holds: worst !== undefined && worst > burnAbove,
    said: say(
      'condition.burn',
      `The burn rate is ${shown}, wanted above ${burnAbove}`,
      { burn: shown, above: burnAbove },
    ),
  });
}

async function checkChange(
  { delivery, auth, now, logger }: RemediationContext,
  { recentChangeSeconds }: Conditions,
  { entityRef, environment }: Subject,
  judged: Judged,
): Promise<void> {
  const credentials = await auth.getOwnServiceCredentials();
  const [latest] = await delivery
    .listDeployments({ entityRef, environment, limit: 1 }, { credentials })
    .then(({ items }) => items)
    .catch(error => {
      if (!isMissing(error))
        logger.debug('Deployments could not be asked', error);
      return [];
    });
  if (latest)
    judged.evidence.push({
      label: latest.title,
      value: latest.version ?? latest.kind,
      url: `/delivery/changes/${latest.id}`,
      asOf: latest.startedAt,
    });
  if (recentChangeSeconds === undefined) return;
  const ago = latest && (now() - Date.parse(latest.startedAt)) / 1000;
  const minutes = ago === undefined ? '?' : Math.round(ago / 60);
  const within = Math.round(recentChangeSeconds / 60);
  judged.conditions.push({
    holds:
      latest?.kind === 'deployment' &&
      ago !== undefined &&
      ago <= recentChangeSeconds,
    said: say(
      'condition.change',
      `The last deployment was ${minutes} min ago, wanted within ${within} min`,
      { minutes, within },
    ),
  });
}
