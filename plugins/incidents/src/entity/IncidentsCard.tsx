import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { IncidentsSummary } from '@ghostlight/plugin-incidents-common';
import { Box, Link, QueryBoundary, When } from '@ghostlight/reliability-react';
import { useId } from 'react';
import { DeclareButton } from '../declare';
import { useIncidentLinks, useSummary } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { AlertStatusWord } from '../words';
import { OncallLine } from './OncallLine';
import { OpenLine } from './OpenLine';
import classes from './entity.module.css';

/** As many as are told on a card; the tab has them all. */
const SHOWN = 3;

/** What is wrong with the entity now, who is on call for it, and what it last complained of. */
export function IncidentsCard() {
  const t = useIncidentsText();
  const id = useId();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const summary = useSummary(entityRef);
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
        {summary.data && summary.data.open > 0 && (
          <strong>{t('entity.open', { count: summary.data.open })}</strong>
        )}
      </div>
      <QueryBoundary
        query={summary}
        what={t('state.incidents')}
        forbidden={<NotAllowed />}
      >
        {data => <CardFacts summary={data} entityRef={entityRef} />}
      </QueryBoundary>
    </Box>
  );
}

function CardFacts(props: { summary: IncidentsSummary; entityRef: string }) {
  const t = useIncidentsText();
  const links = useIncidentLinks();
  const { summary, entityRef } = props;
  const { lastAlert } = summary;
  const more = summary.open - Math.min(SHOWN, summary.incidents.length);
  return (
    <>
      {summary.open === 0 ? (
        <p className={classes.plain}>{t('entity.none')}</p>
      ) : (
        <ul className={classes.list}>
          {summary.incidents.slice(0, SHOWN).map(each => (
            <OpenLine key={each.id} incident={each} />
          ))}
        </ul>
      )}
      {more > 0 && (
        <p className={classes.muted}>{t('entity.more', { count: more })}</p>
      )}
      <OncallLine oncall={summary.oncall} />
      <p className={classes.muted}>
        {lastAlert ? (
          <>
            {t('entity.lastAlert')} {lastAlert.title}{' '}
            <AlertStatusWord status={lastAlert.status} />{' '}
            <When iso={lastAlert.lastSeenAt} />
          </>
        ) : (
          t('entity.noAlert')
        )}
      </p>
      <div className={classes.foot}>
        <Link href={links.entityTab(entityRef)}>{t('entity.openTab')}</Link>
        <DeclareButton entityRefs={[entityRef]} />
      </div>
    </>
  );
}
