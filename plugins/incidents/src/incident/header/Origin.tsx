import type {
  Change,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import {
  listOf,
  More,
  nameOf,
  secondsOf,
  useFormats,
} from '@ghostlight/reliability-react';
import { useChanges } from '../../hooks';
import { useIncidentsText } from '../../translation';
import { Reasons } from '../../words';
import classes from '../incident.module.css';

const sentences = {
  high: 'incident.originHigh',
  medium: 'incident.originMedium',
  low: 'incident.originLow',
} as const;

/** Where it probably comes from, in one sentence, and what that rests on. */
export function Origin({ incident }: { incident: IncidentDetail }) {
  const t = useIncidentsText();
  const format = useFormats();
  const changes = useChanges({ incident: incident.id });
  const { origin, suspects } = incident;

  const unsuspected = () => {
    if (incident.alertCount > 0) {
      return t('incident.originNone', { count: incident.alertCount });
    }
    return incident.source === 'manual'
      ? t('incident.originNoAlerts')
      : t('incident.originUnknown');
  };

  if (!origin) {
    return <p className={classes.sentence}>{unsuspected()}</p>;
  }

  const change = changes.data?.items.find(each => each.id === origin.changeId);
  const cause = causeOf(origin.changeTitle, change);
  const symptoms = incident.entities
    .filter(each => each.role === 'symptom')
    .map(each => each.title ?? nameOf(each.entityRef));
  const evidence =
    suspects.find(each => each.entityRef === origin.entityRef)?.evidence ?? [];

  function causeOf(title: string | undefined, found: Change | undefined) {
    if (!title) return undefined;
    const at = secondsOf(found?.at);
    const start = secondsOf(incident.startedAt);
    if (at === undefined || start === undefined) return title;
    const apart = format.duration(Math.abs(start - at), { whole: true });
    return at <= start
      ? t('incident.changeBefore', { change: title, apart })
      : t('incident.changeAfter', { change: title, apart });
  }

  return (
    <div className={classes.stackSmall}>
      <p
        className={classes.sentence}
        data-inferred={origin.confidence !== 'high' || undefined}
      >
        {t(sentences[origin.confidence], {
          origin: nameOf(origin.entityRef),
        })}
        {cause ? ` (${cause}).` : '.'}{' '}
        {symptoms.length > 0 &&
          t('incident.symptoms', {
            count: symptoms.length,
            names: listOf(symptoms, format.language),
          })}
      </p>
      {evidence.length > 0 && (
        <More summary={t('act.why')}>
          <p className={classes.muted}>{t('incident.inferred')}</p>
          <Reasons reasons={evidence} />
        </More>
      )}
    </div>
  );
}
