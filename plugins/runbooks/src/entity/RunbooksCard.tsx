import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import { Box, Link, QueryBoundary } from '@ghostlight/reliability-react';
import { useId } from 'react';
import {
  OPEN,
  useExecutions,
  useRunbooks,
  useRunbooksLinks,
  useSuggestions,
  useWaiting,
} from '../hooks';
import { NoRunbooks } from '../states/NoRunbooks';
import { NotAllowed } from '../states/NotAllowed';
import { useRunbooksText } from '../translation';
import { OpenRun } from './OpenRuns';
import classes from './entity.module.css';

/** What is under way, what waits for somebody, and how many runbooks there are. */
export function RunbooksCard() {
  const t = useRunbooksText();
  const id = useId();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const runbooks = useRunbooks({ entityRef, limit: 20 });
  const total = runbooks.data?.total ?? 0;
  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.card}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {t('nav.title')}
        </h2>
        {total > 0 && <strong>{t('card.total', { count: total })}</strong>}
      </div>
      <QueryBoundary
        query={runbooks}
        what={t('state.runbooks')}
        forbidden={<NotAllowed />}
        isEmpty={({ items }) => items.length === 0}
        empty={<NoRunbooks entityRef={entityRef} brief />}
      >
        {({ items }) => (
          <CardFacts
            entityRef={entityRef}
            stale={items.filter(each => each.stale).length}
          />
        )}
      </QueryBoundary>
    </Box>
  );
}

function CardFacts(props: { entityRef: string; stale: number }) {
  const t = useRunbooksText();
  const links = useRunbooksLinks();
  const { entityRef, stale } = props;
  const runs = useExecutions({
    entityRef: [entityRef],
    state: [...OPEN],
    limit: 2,
  });
  const waiting = useWaiting(entityRef);
  const suggestions = useSuggestions({ entityRef });
  const matched =
    suggestions.data?.items.filter(({ runbook }) => runbook) ?? [];
  const [first] = matched;
  const count = waiting.data?.items.length ?? 0;
  return (
    <>
      {runs.items.map(run => (
        <OpenRun key={run.id} run={run} />
      ))}
      {runs.hasMore && <p className={classes.muted}>{t('card.moreRuns')}</p>}
      {runs.data && runs.items.length === 0 && (
        <p className={classes.plain}>{t('card.quiet')}</p>
      )}
      {first?.runbook && (
        <p className={classes.plain}>
          {t('card.matched')}{' '}
          <Link href={links.runbook(first.runbook.ref)}>
            {first.runbook.title}
          </Link>
          {matched.length > 1 && ` +${matched.length - 1}`}
        </p>
      )}
      {count > 0 && (
        <p className={classes.plain}>
          <strong>
            {t(waiting.data?.nextCursor ? 'card.waitingMany' : 'card.waiting', {
              count,
            })}
          </strong>
        </p>
      )}
      {stale > 0 && (
        <p className={classes.muted}>{t('card.stale', { count: stale })}</p>
      )}
      <div className={classes.foot}>
        <Link href={links.entityTab(entityRef)}>{t('card.openTab')}</Link>
      </div>
    </>
  );
}
