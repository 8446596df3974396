import type { IncidentDetail } from '@ghostlight/plugin-incidents-common';
import {
  Choice,
  LoadingState,
  useUrlState,
} from '@ghostlight/reliability-react';
import { lazy, Suspense } from 'react';
import { useIncidentsText } from '../../translation';
import type { IncidentActs } from '../useIncidentActs';
import { BlastRadius } from './BlastRadius';
import { ChangesBeside } from './ChangesBeside';
import { FollowUps } from './FollowUps';
import { IncidentAlerts } from './IncidentAlerts';
import { PARTS, partsUrl } from './partsUrl';
import { IncidentRecord } from './IncidentRecord';
import { Similar } from './Similar';
import classes from '../incident.module.css';

const Postmortem = lazy(() =>
  import('../postmortem/Postmortem').then(m => ({ default: m.Postmortem })),
);

const titles = {
  record: 'part.record',
  graph: 'part.graph',
  changes: 'part.changes',
  alerts: 'part.alerts',
  similar: 'part.similar',
  'follow-ups': 'part.followUps',
  postmortem: 'part.postmortem',
} as const;

/** What belongs to the incident, one part at a time; which one is in the URL. */
export function Parts(props: {
  incident: IncidentDetail;
  acts: IncidentActs;
  onChanged(): void;
}) {
  const t = useIncidentsText();
  const { incident, acts, onChanged } = props;
  const [{ part }, setUrl] = useUrlState(partsUrl);
  const counts: Partial<{ [key in string]: number }> = {
    alerts: incident.alertCount,
    'follow-ups': incident.followUps.filter(each => each.state === 'open')
      .length,
  };
  return (
    <div className={classes.stack}>
      <Choice
        label={t('part.label')}
        options={PARTS.map(id => ({
          id,
          label: counts[id]
            ? `${t(titles[id])} (${counts[id]})`
            : t(titles[id]),
        }))}
        value={part}
        onChange={chosen => setUrl({ part: chosen, alert: '' })}
      />
      {part === 'record' && <IncidentRecord incident={incident} />}
      {part === 'graph' && <BlastRadius id={incident.id} />}
      {part === 'changes' && <ChangesBeside incident={incident} />}
      {part === 'alerts' && <IncidentAlerts incident={incident} acts={acts} />}
      {part === 'similar' && <Similar id={incident.id} />}
      {part === 'follow-ups' && (
        <FollowUps incident={incident} onChanged={onChanged} />
      )}
      {part === 'postmortem' && (
        <Suspense fallback={<LoadingState lines={6} />}>
          <Postmortem incident={incident} />
        </Suspense>
      )}
    </div>
  );
}
