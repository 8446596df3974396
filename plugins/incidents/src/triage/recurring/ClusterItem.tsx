import { useApi } from '@backstage/frontend-plugin-api';
import {
  triageRunPermission,
  type IncidentCluster,
  type ModelAvailability,
  type RunbookDraft,
} from '@ghostlight/plugin-incidents-common';
import {
  Alert,
  dataOf,
  Link,
  Panel,
  uiClasses,
  useAct,
  useFormats,
  useRefusal,
  When,
} from '@ghostlight/reliability-react';
import { useState } from 'react';
import { incidentsApiRef } from '../../api';
import { useIncidentLinks } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { EntityLink } from '../EntityLink';
import { AskButton } from '../ask/AskButton';
import { modelName } from '../ask/modelName';
import { useLanguageAsked } from '../useLanguageAsked';
import { Draft } from './Draft';

/** What a draft rests on at least and at most. */
const LEAST = 3;
const MOST = 20;

/** One group of like incidents: how often, how long, what helped; and a runbook made of them. */
export function ClusterItem(props: {
  cluster: IncidentCluster;
  model: ModelAvailability | undefined;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const links = useIncidentLinks();
  const client = useApi(incidentsApiRef);
  const language = useLanguageAsked();
  const { cluster, model } = props;
  // The server asks it of each; the first tells whether it is worth trying.
  const refusal = useRefusal({
    permission: triageRunPermission,
    resourceRef: cluster.incidentIds[0],
  });
  const [draft, setDraft] = useState<RunbookDraft>();
  const ask = useAct(async () => {
    setDraft(
      await dataOf(
        client.request('post', '/v1/runbook-drafts', {
          body: { incidentIds: cluster.incidentIds.slice(0, MOST), language },
        }),
      ),
    );
  });
  const isEnough = cluster.incidentIds.length >= LEAST;
  const { solvedBy = [] } = cluster;

  return (
    <Panel
      title={cluster.title}
      aside={
        <span className={uiClasses.muted}>
          {t('recurring.times', {
            count: cluster.count,
            number: format.count(cluster.count),
          })}
          {cluster.lastAt && (
            <>
              {' · '}
              {t('recurring.last')} <When iso={cluster.lastAt} />
            </>
          )}
        </span>
      }
    >
      <div className={uiClasses.row}>
        {cluster.entityRefs.map(ref => (
          <EntityLink key={ref} entityRef={ref} />
        ))}
        <span className={uiClasses.muted}>
          {cluster.medianMinutes === undefined
            ? t('recurring.noMedian')
            : t('recurring.median', {
                time: format.duration(cluster.medianMinutes * 60),
              })}
        </span>
      </div>
      <div className={uiClasses.row}>
        {cluster.incidentIds.map(id => (
          <Link key={id} href={links.incident(id)}>
            {id}
          </Link>
        ))}
      </div>
      {solvedBy.length > 0 ? (
        <div>
          <p className={uiClasses.muted}>{t('recurring.solvedBy')}</p>
          <ul className={uiClasses.bullets}>
            {solvedBy.map(each => (
              <li key={each}>{each}</li>
            ))}
          </ul>
        </div>
      ) : (
        <p className={uiClasses.muted}>{t('recurring.noSolution')}</p>
      )}
      {isEnough ? (
        <div className={uiClasses.row}>
          <AskButton
            label={t('recurring.draft', { who: modelName(model?.model) })}
            model={model}
            refusal={refusal}
            isPending={ask.pending}
            variant="secondary"
            onPress={() => ask.run()}
          />
        </div>
      ) : (
        <p className={uiClasses.muted}>
          {t('recurring.tooFew', { least: String(LEAST) })}
        </p>
      )}
      {ask.failure && <Alert status="danger" icon title={ask.failure} />}
      {draft && <Draft draft={draft} />}
    </Panel>
  );
}
