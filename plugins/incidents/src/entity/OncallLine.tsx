import type { Oncall } from '@ghostlight/plugin-incidents-common';
import { secondsOf, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { People } from '../words';
import { useWhyNobody } from './useWhyNobody';
import classes from './entity.module.css';

/** Who is on call now and next, in a line; where nobody is, why and what to do. */
export function OncallLine({ oncall }: { oncall: Oncall | undefined }) {
  const t = useIncidentsText();
  const format = useFormats();
  const whyNobody = useWhyNobody();
  const [first] = oncall?.levels ?? [];
  if (!first) {
    return <p className={classes.muted}>{whyNobody(oncall)}</p>;
  }
  const { next = [], until } = first;
  return (
    <p className={classes.plain}>
      {t('entity.oncall')} <People people={first.now} />
      {next.length > 0 && (
        <>
          {' · '}
          {t('entity.next', {
            time: format.time(secondsOf(until), timeStyle(until)),
          })}{' '}
          <People people={next} withTime={false} />
        </>
      )}
    </p>
  );
}

/** Today a time of day is enough. */
function timeStyle(iso: string | undefined): 'time' | 'dateTime' {
  const at = secondsOf(iso);
  const isSoon = at !== undefined && at - Date.now() / 1000 < 43_200;
  return isSoon ? 'time' : 'dateTime';
}
