import { ABSENT, isKnown, Known } from './numberFormat';

/**
 * How much of an instant is shown. `full` names the zone; `axis` is short.
 *
 * @public
 */
export type TimeStyle = 'full' | 'dateTime' | 'date' | 'time' | 'month';

const STYLES: Record<TimeStyle, Intl.DateTimeFormatOptions> = {
  full: {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
    timeZoneName: 'short',
  },
  dateTime: {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  },
  date: { month: 'short', day: 'numeric' },
  time: { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
  month: { month: 'short', year: 'numeric' },
};

const cache = new Map<string, Intl.DateTimeFormat>();

/**
 * Options of {@link formatTime}.
 *
 * @public
 */
export interface TimeOptions {
  /** BCP 47 tag. Default `en`. */
  language?: string;
  /** Default `dateTime`. */
  style?: TimeStyle;
  /** IANA zone. Default the reader's. */
  timeZone?: string;
}

/**
 * An instant (epoch seconds) in the reader's zone, with a 24 hour clock.
 *
 * @public
 */
export function formatTime(at: Known, options: TimeOptions = {}): string {
  if (!isKnown(at)) {
    return ABSENT;
  }
  const { language = 'en', style = 'dateTime', timeZone } = options;
  const key = `${language} ${style} ${timeZone ?? ''}`;
  let format = cache.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(language, { ...STYLES[style], timeZone });
    cache.set(key, format);
  }
  return format.format(at * 1000);
}
