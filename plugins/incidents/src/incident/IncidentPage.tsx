import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import { LoadingState, QueryBoundary } from '@ghostlight/reliability-react';
import { useCallback, useState } from 'react';
import { useParams } from 'react-router-dom';
import { useIncident } from '../hooks';
import { NotAllowed } from '../states/NotAllowed';
import { useIncidentsText } from '../translation';
import {
  AnalysisPanel,
  EvidenceSheet,
  TriageProvider,
  useTriage,
  WhyPanel,
} from '../triage';
import { IncidentHeader } from './header/IncidentHeader';
import { WhereItWent } from './header/WhereItWent';
import { WhatToDo } from './panels/WhatToDo';
import { Parts } from './parts/Parts';
import { Timeline } from './timeline/Timeline';
import { useIncidentActs } from './useIncidentActs';
import classes from './incident.module.css';

/** One incident: what is wrong, since when, whose it is, what happened and what to do. */
export function IncidentPage() {
  const t = useIncidentsText();
  const { incidentId = '' } = useParams();
  const incident = useIncident(incidentId);
  // It takes longer than the incident, so it does not wait for it.
  const triage = useTriage(incidentId);
  return (
    <QueryBoundary
      query={incident}
      what={t('state.incident', { id: incidentId })}
      loading={
        <LoadingState
          what={t('state.incident', { id: incidentId })}
          lines={4}
          block={320}
        />
      }
      forbidden={<NotAllowed what={t('state.forbiddenIncident')} />}
    >
      {data => (
        <TriageProvider key={data.id} incident={data} triage={triage}>
          <IncidentView incident={data} onChanged={incident.refresh} />
        </TriageProvider>
      )}
    </QueryBoundary>
  );
}

function IncidentView(props: {
  incident: IncidentDetail;
  onChanged: () => void;
}) {
  const { incident, onChanged } = props;
  // The record is read by its own query: it looks again after the reader's own acts.
  const [acted, setActed] = useState(0);
  const changed = useCallback(() => {
    setActed(count => count + 1);
    onChanged();
  }, [onChanged]);
  const acts = useIncidentActs(incident.id, changed);
  const isOver = incident.mergedInto !== undefined;

  return (
    <article className={classes.page} aria-labelledby="incident-title">
      {incident.mergedInto && (
        <WhereItWent id={incident.id} into={incident.mergedInto} />
      )}
      <IncidentHeader incident={incident} acts={acts} />
      <div className={classes.columns}>
        <div className={classes.stack}>
          <WhyPanel />
          <Timeline incident={incident} acts={acts} acted={acted} />
        </div>
        {!isOver && <WhatToDo incident={incident} acts={acts} />}
      </div>
      <AnalysisPanel />
      <Parts incident={incident} acts={acts} onChanged={changed} />
      <EvidenceSheet />
    </article>
  );
}
