import { QueryBoundary } from '@ghostlight/reliability-react';
import { NotAllowed } from '../../states/NotAllowed';
import { useIncidentsText } from '../../translation';
import { useTriageSettings } from '../useTriage';
import { Budget } from './Budget';
import { Headline } from './Headline';
import { Inputs } from './Inputs';
import { Models } from './Models';
import { Prompts } from './Prompts';
import { Ranker } from './Ranker';
import { Spend } from './Spend';
import classes from '../triage.module.css';

/** Whether and with what triage works here, what it may cost, and what came of it. */
export function TriagePage() {
  const t = useIncidentsText();
  const settings = useTriageSettings();
  return (
    <div className={classes.page}>
      <QueryBoundary
        query={settings}
        what={t('settings.title')}
        forbidden={<NotAllowed what={t('settings.title')} />}
      >
        {data => (
          <>
            <Headline settings={data} />
            <Spend isAvailable={data.model.available} />
            <div className={classes.panels}>
              <Models settings={data} />
              <Budget budget={data.budget} />
              <Ranker ranker={data.ranker} />
              <Inputs settings={data} />
            </div>
            <Prompts prompts={data.prompts} />
          </>
        )}
      </QueryBoundary>
    </div>
  );
}
