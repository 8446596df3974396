import { stringifyEntityRef } from '@backstage/catalog-model';
import { useEntity } from '@backstage/plugin-catalog-react';
import type { IncidentsSummary } from '@ghostlight/plugin-incidents-common';
import { LoadingState, QueryBoundary } from '@ghostlight/reliability-react';
import { DeclareButton } from '../declare';
import { useSummary } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import { EntityAlerts } from './EntityAlerts';
import { EntityChanges } from './EntityChanges';
import { EntityFindings } from './EntityFindings';
import { EntityIncidents } from './EntityIncidents';
import { OncallPanel } from './OncallPanel';
import classes from './entity.module.css';

/** All about what is and was wrong with the entity on the page. */
export function IncidentsTab() {
  const t = useIncidentsText();
  const { entity } = useEntity();
  const entityRef = stringifyEntityRef(entity);
  const name = entity.metadata.title ?? entity.metadata.name;
  const summary = useSummary(entityRef);
  return (
    <div className={classes.tab}>
      <QueryBoundary
        query={summary}
        what={t('state.incidents')}
        loading={
          <LoadingState what={t('state.incidents')} lines={4} block={240} />
        }
        forbidden={<NotAllowed />}
      >
        {data => (
          <>
            <div className={classes.head}>
              <h2 className={classes.sentence}>
                <Sentence summary={data} name={name} />
              </h2>
              <div className={classes.row}>
                <DeclareButton entityRefs={[entityRef]} variant="primary" />
              </div>
            </div>
            <div className={classes.columns}>
              <div className={classes.stack}>
                <EntityIncidents entityRef={entityRef} />
                <EntityAlerts entityRef={entityRef} />
                <EntityFindings entityRef={entityRef} />
              </div>
              <div className={classes.stack}>
                <OncallPanel entityRef={entityRef} />
                <EntityChanges entityRef={entityRef} />
              </div>
            </div>
          </>
        )}
      </QueryBoundary>
    </div>
  );
}

function Sentence(props: { summary: IncidentsSummary; name: string }) {
  const t = useIncidentsText();
  const { summary, name } = props;
  const [worst] = summary.incidents;
  if (!worst) {
    return (
      <>
        {summary.firing
          ? t('entity.onlyAlerts', { count: summary.firing, name })
          : t('entity.allWell', { name })}
      </>
    );
  }
  return (
    <>
      {t('entity.sentence', {
        count: summary.open,
        name,
        worst: `${worst.id} ${worst.severity}`,
      })}
    </>
  );
}
