import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  Choice,
  EmptyState,
  Panel,
  QueryBoundary,
  useUrlState,
} from '@ghostlight/reliability-react';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useTimeline } from '../../hooks';
import { useIncidentsText } from '../../translation';
import type { IncidentActs } from '../useIncidentActs';
import { Entry } from './Entry';
import { FILTERS, KINDS, timelineUrl } from './filters';
import { NoteEditor } from './NoteEditor';
import classes from './timeline.module.css';

/** A part that scrolls must be reachable by keyboard. */
const KEYBOARD_SCROLL = { tabIndex: 0 } as const;

/** What happened, oldest first, kept up to date; the place to write what people know. */
export function Timeline(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
  /** Counts the reader's own acts: after each, it looks again. */
  acted: number;
}) {
  const t = useIncidentsText();
  const { incident, acts, acted } = props;
  const [url, setUrl] = useUrlState(timelineUrl);
  const pages = useTimeline(incident.id, KINDS[url.timeline]);
  const { refresh } = pages;
  useEffect(() => {
    if (acted > 0) refresh();
  }, [acted, refresh]);

  const entries = useMemo(() => [...pages.items].reverse(), [pages.items]);
  const list = useRef<HTMLDivElement>(null);
  const last = entries[entries.length - 1]?.id;
  // What is new is at the end: the end is shown, as in a conversation.
  useLayoutEffect(() => {
    if (list.current) list.current.scrollTop = list.current.scrollHeight;
  }, [last, url.timeline]);

  return (
    <Panel
      title={t('timeline.title')}
      aside={
        <Choice
          label={t('timeline.filter')}
          options={FILTERS.map(id => ({ id, label: t(`timeline.${id}`) }))}
          value={url.timeline}
          onChange={timeline => setUrl({ timeline })}
        />
      }
    >
      <QueryBoundary
        query={pages}
        what={t('timeline.title')}
        isEmpty={() => entries.length === 0}
        empty={
          <EmptyState
            sentence={
              url.timeline === 'all'
                ? t('timeline.empty')
                : t('timeline.emptyFilter')
            }
          />
        }
      >
        {() => (
          <div
            ref={list}
            className={classes.scroll}
            role="region"
            aria-label={t('timeline.entries')}
            {...KEYBOARD_SCROLL}
          >
            {pages.hasMore && (
              <Button
                size="small"
                variant="tertiary"
                isPending={pages.isLoadingMore}
                onPress={pages.loadMore}
              >
                {t('timeline.earlier')}
              </Button>
            )}
            {pages.moreError && <p role="alert">{pages.moreError.message}</p>}
            <ol className={classes.list}>
              {entries.map(entry => (
                <Entry key={entry.id} entry={entry} />
              ))}
            </ol>
          </div>
        )}
      </QueryBoundary>
      {!incident.mergedInto && <NoteEditor incident={incident} acts={acts} />}
    </Panel>
  );
}
