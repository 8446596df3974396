import { useFormats } from '@ghostlight/reliability-react';
import { useCallback } from 'react';
import { timeThere } from '../time';
import { useIncidentsText } from '../translation';

/** “ (22:04 there)” of an instant in another's zone; empty where that is the reader's own time. */
export function useTheirTime(): (
  at: number,
  timeZone: string | undefined,
) => string {
  const t = useIncidentsText();
  const format = useFormats();
  return useCallback(
    (at, timeZone) => {
      const there = timeThere(timeZone, format, at);
      return there && there !== format.time(at, 'time')
        ? ` (${t('people.there', { time: there })})`
        : '';
    },
    [t, format],
  );
}
