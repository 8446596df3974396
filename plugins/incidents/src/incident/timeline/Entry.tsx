import type {
  Reason,
  TimelineEntry,
} from '@ghostlight/plugin-incidents-common';
import { Clock, secondsOf, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Markdown } from '../../ui';
import { reasonText, useActorName } from '../../words';
import { entryText } from './entryText';
import classes from './timeline.module.css';

/** More than a day apart, a time of day alone would mislead. */
const DAY = 86_400;

/** One line of the record; what people wrote is shown as Markdown. */
export function Entry({ entry }: { entry: TimelineEntry }) {
  const t = useIncidentsText();
  const format = useFormats();
  const actor = useActorName();
  const { kind, count, because = [] } = entry;
  const isWritten = kind === 'note' || kind === 'decision';
  const isOld = Date.now() / 1000 - (secondsOf(entry.at) ?? 0) > DAY;
  return (
    <li className={classes.entry} data-kind={kind}>
      <span className={classes.time}>
        <Clock iso={entry.at} withDate={isOld} />
      </span>
      <div className={classes.body}>
        {isWritten ? (
          <>
            <span className={classes.author}>{actor(entry.author)}</span>
            <Markdown text={entry.text} />
          </>
        ) : (
          <span>
            {entryText(entry, { t, format })}
            {entry.author && (
              <span className={classes.aside}>
                {' '}
                {t('timeline.by', { who: actor(entry.author) })}
              </span>
            )}
          </span>
        )}
        {because.length > 0 && (
          <span className={classes.aside}>
            {' '}
            {t('timeline.joined', {
              reasons: strongest(because)
                .map(reason => reasonText(reason, { t, format }))
                .join('; '),
            })}
          </span>
        )}
      </div>
      <span className={classes.count}>
        {count > 1 && (
          <span
            title={
              entry.lastAt &&
              t('timeline.until', {
                time: format.time(secondsOf(entry.lastAt), 'full'),
              })
            }
          >
            ×{format.count(count)}
          </span>
        )}
      </span>
      <span className={classes.kind}>{t(`timeline.kind_${kind}`)}</span>
    </li>
  );
}

/** Enough for a line; the alert itself has them all. */
function strongest(reasons: Reason[]): Reason[] {
  return [...reasons].sort((a, b) => b.weight - a.weight).slice(0, 2);
}
