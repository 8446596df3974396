import type { TriageSettings } from '@ghostlight/plugin-incidents-common';
import { uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';
import classes from '../triage.module.css';

/** Whether a model answers, in one sentence; and what holds when none does. */
export function Headline({ settings }: { settings: TriageSettings }) {
  const t = useIncidentsText();
  const { model } = settings;
  if (model.available) {
    const name = model.model ?? settings.tiers[0]?.model;
    return (
      <h2 className={classes.lead}>
        {name
          ? t('settings.available', { model: name })
          : t('settings.availableUnnamed')}
      </h2>
    );
  }
  return (
    <div>
      <h2 className={classes.lead}>{t('settings.unavailable')}</h2>
      <p className={uiClasses.plain}>
        {model.why ? <Told sentence={model.why} /> : t('ask.unknown')}
      </p>
    </div>
  );
}
