import { uiClasses } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import classes from '../triage.module.css';

/** What the model would have to know to be surer. */
export function OpenQuestions(props: {
  questions: readonly string[];
  language: string;
}) {
  const t = useIncidentsText();
  if (props.questions.length === 0) return null;
  return (
    <div>
      <h4 className={classes.subtitle}>{t('analysis.openQuestions')}</h4>
      <ul className={uiClasses.bullets} lang={props.language}>
        {props.questions.map(each => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </div>
  );
}
