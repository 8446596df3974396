import type {
  Exhaustion,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import type { Formats } from '@ghostlight/reliability-react';
import type { SloText } from '../translation';
import { windowText } from './budgetText';
import { nameOf, objectiveName } from './names';
import { sourceReason } from './sourceReason';

/** How a screen speaks: its texts, its numbers and whose objectives it shows. */
export interface Voice {
  t: SloText;
  format: Formats;
}

/**
 * The answer to “how is it doing?” in plain words: one or two sentences, always the same facts in
 * the same order, so that a reader at night can stop after the first.
 */
export function answerOf(
  objective: ObjectiveStatus,
  { t, format }: Voice,
  service: string = nameOf(objective.entityRef),
): string {
  const { budget, reason, source, asOf } = objective;
  const who = { service, objective: quoted(objectiveName(objective), t) };
  const window = windowText(objective, { t, format });
  const sli = format.percent(budget.sli);
  const left = format.percent(budget.leftRatio);

  switch (reason) {
    case 'page-burn':
    case 'ticket-burn': {
      const { rate, window: over } = burningPair(objective);
      const key =
        reason === 'page-burn' ? 'answer.burning' : 'answer.burningSlowly';
      const burning = t(key, {
        ...who,
        rate: format.rate(rate),
        window: format.window(over),
      });
      return `${burning} ${goneIn(objective, { t, format })}`.trim();
    }
    case 'budget-spent':
      return t('answer.spent', {
        ...who,
        sli,
        window,
        target: format.target(objective.target),
      });
    case 'budget-low':
      return t('answer.low', {
        ...who,
        left,
        minutes: format.minutes(budget.leftMinutes),
      });
    case 'few-events':
      return t('answer.lowTraffic', {
        ...who,
        count: Math.round(budget.total),
        window,
      });
    case 'never-measured':
      return t('answer.neverMeasured', who);
    case 'stale':
      return t('answer.stale', { ...who, time: unbroken(format.time(asOf)) });
    case 'source-failing': {
      const failing = {
        ...who,
        source: source.name,
        reason: sourceReason(source, t),
      };
      return asOf === null
        ? t('answer.sourceFailingNever', failing)
        : t('answer.sourceFailing', {
            ...failing,
            time: unbroken(format.time(asOf)),
          });
    }
    case 'composite-member':
      return t('answer.member', who);
    default:
      return t('answer.healthy', { ...who, sli, window, left });
  }
}

/** A title that is a phrase of its own, “The way to the basket”, would tangle the sentence. */
function quoted(title: string, t: SloText): string {
  return /^\p{Lu}.*\s/u.test(title) ? t('answer.quoted', { title }) : title;
}

/** The pair that fires, or the fastest burn when the verdict is newer than the pairs. */
function burningPair(objective: ObjectiveStatus) {
  const pair = objective.pairs.find(each => each.state === 'firing');
  if (pair) return { rate: pair.longRate, window: pair.long };
  // The burn over the whole period has no length to name.
  const named = objective.burn.filter(each => /^\d/.test(each.window));
  const fastest = named.sort((a, b) => (b.rate ?? 0) - (a.rate ?? 0))[0];
  return { rate: fastest?.rate ?? null, window: fastest?.window ?? '1h' };
}

/** A time stays on one line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0');
}

function goneIn(objective: ObjectiveStatus, { t, format }: Voice): string {
  if ((objective.budget.leftRatio ?? 1) <= 0) return t('answer.alreadyGone');
  const { exhaustion } = objective;
  return exhaustion ? exhaustionText(exhaustion, { t, format }) : '';
}

function exhaustionText(exhaustion: Exhaustion, { t, format }: Voice): string {
  const time = format.duration(exhaustion.seconds);
  const { earliest, latest } = exhaustion;
  if (earliest === undefined) return t('answer.goneIn', { time });
  if (latest === undefined || latest === null) {
    return t('answer.goneInAtLeast', {
      time,
      earliest: format.duration(earliest),
    });
  }
  return t('answer.goneInBetween', {
    time,
    earliest: format.duration(earliest),
    latest: format.duration(latest),
  });
}
