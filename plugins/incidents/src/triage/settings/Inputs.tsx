import type { TriageSettings } from '@ghostlight/plugin-incidents-common';
import {
  listOf,
  Panel,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { useRedactionText } from '../useRedactionText';
import classes from '../triage.module.css';

/** Where logs are read from, and what is taken out before anything leaves the backend. */
export function Inputs({ settings }: { settings: TriageSettings }) {
  const t = useIncidentsText();
  const { language } = useFormats();
  const kindText = useRedactionText();
  const { logSources, redactors } = settings;
  return (
    <Panel title={t('settings.inputs')}>
      <div>
        <h4 className={classes.subtitle}>{t('settings.logSources')}</h4>
        <p className={uiClasses.plain}>
          {logSources.length === 0
            ? t('settings.noLogSources')
            : listOf([...logSources], language)}
        </p>
      </div>
      <div>
        <h4 className={classes.subtitle}>{t('settings.redactors')}</h4>
        <p className={uiClasses.plain}>
          {redactors.length === 0
            ? t('settings.noRedactors')
            : listOf(redactors.map(kindText), language)}
        </p>
        <p className={uiClasses.muted}>{t('settings.redactorsWhat')}</p>
      </div>
    </Panel>
  );
}
