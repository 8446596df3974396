import { useEntity } from '@backstage/plugin-catalog-react';
import { Box, QueryBoundary, StatusWord } from '@ghostlight/reliability-react';
import { useId, useMemo } from 'react';
import { useObjectives } from '../hooks';
import { NoObjectives } from '../states/NoObjectives';
import { NotAllowed } from '../states/NotAllowed';
import { scopeOf } from '../tab/scopeOf';
import { worstFirst } from '../tab/worstFirst';
import { useSloText } from '../translation';
import { CardFacts } from './CardFacts';
import classes from './card.module.css';

/** The state of the entity's objectives at a glance, for its overview page. */
export function SloCard() {
  const t = useSloText();
  const id = useId();
  const { entity } = useEntity();
  const scope = useMemo(() => scopeOf(entity), [entity]);
  const query = useObjectives(scope.filter);
  const { documentRef } = scope;
  const objectives = useMemo(
    () =>
      worstFirst(query.data?.items ?? []).filter(
        each => !documentRef || each.documentRef === documentRef,
      ),
    [query.data, documentRef],
  );

  return (
    <Box
      as="section"
      bg="neutral"
      className={classes.card}
      aria-labelledby={id}
    >
      <div className={classes.head}>
        <h2 id={id} className={classes.title}>
          {t('card.title')}
        </h2>
        {objectives.length > 0 && <StatusWord status={objectives[0].status} />}
      </div>
      <QueryBoundary
        query={query}
        what={t('tab.what')}
        forbidden={<NotAllowed service={scope.name} />}
        isEmpty={() => objectives.length === 0}
        empty={<NoObjectives entity={entity} isGroup={scope.isGroup} isSmall />}
      >
        {() => <CardFacts objectives={objectives} scope={scope} />}
      </QueryBoundary>
    </Box>
  );
}
