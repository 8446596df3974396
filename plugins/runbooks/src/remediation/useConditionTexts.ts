import type { Conditions } from '@ghostlight/plugin-runbooks-common';
import { listOf, useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { useRunbooksText } from '../translation';

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
/** 5 January 1970 was a Monday. */
const MONDAY = Date.UTC(1970, 0, 5);
const DAY = 86_400_000;

function dayName(day: (typeof DAYS)[number], language: string): string {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    timeZone: 'UTC',
  }).format(MONDAY + DAYS.indexOf(day) * DAY);
}

/** Says each of the conditions in words. */
export function useConditionTexts(): (conditions: Conditions) => string[] {
  const t = useRunbooksText();
  const format = useFormats();
  return useCallback(
    conditions => {
      const { language } = format;
      const { burnAbove, burnOverSeconds, recentChangeSeconds } = conditions;
      const { tiers = [], severities = [] } = conditions;
      const parts = [
        burnAbove !== undefined &&
          (burnOverSeconds === undefined
            ? t('condition.burn', { rate: format.rate(burnAbove) })
            : t('condition.burnOver', {
                rate: format.rate(burnAbove),
                span: format.duration(burnOverSeconds),
              })),
        recentChangeSeconds !== undefined &&
          t('condition.change', { span: format.duration(recentChangeSeconds) }),
        tiers.length > 0 &&
          t('condition.tiers', {
            tiers: listOf(tiers, language, 'disjunction'),
          }),
        severities.length > 0 &&
          t('condition.severities', {
            severities: listOf(
              severities.map(each => each.toLocaleUpperCase('en')),
              language,
              'disjunction',
            ),
          }),
        timeText(conditions, t, language),
      ];
      return parts.filter(
        (part): part is string => typeof part === 'string' && part !== '',
      );
    },
    [t, format],
  );
}

/** On which days, and between which times of day. */
function timeText(
  { days = [], from, until, timeZone = 'UTC' }: Conditions,
  t: ReturnType<typeof useRunbooksText>,
  language: string,
): string {
  if (days.length === 0 && !from && !until) return '';
  const named = DAYS.filter(day => days.includes(day)).map(day =>
    dayName(day, language),
  );
  const span = {
    from: from ?? '00:00',
    until: until ?? '24:00',
    zone: timeZone,
  };
  if (named.length === 0) return t('condition.clock', span);
  const list = listOf(named, language);
  return from || until
    ? t('condition.daysClock', { days: list, ...span })
    : t('condition.days', { days: list, zone: timeZone });
}
