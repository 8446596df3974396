import type { TriageStage } from '@ghostlight/plugin-incidents-common';
import {
  Button,
  uiClasses,
  VisuallyHidden,
  When,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { Told } from '../../words';
import type { Asking } from '../useAsking';
import classes from '../triage.module.css';

/** What every analysis goes through; tools and a repair come in between where they are needed. */
const ALWAYS: readonly TriageStage[] = [
  'collecting',
  'ranking',
  'reserving',
  'asking',
  'verifying',
];

/** How far an analysis is: what is done, what is under way, what is to come. */
export function Stages(props: { asking: Asking; onCancel(): void }) {
  const t = useIncidentsText();
  const { stages } = props.asking;
  const told = stages.filter(each => each.stage !== 'done');
  const current = told[told.length - 1];
  const furthest = Math.max(
    -1,
    ...told.map(each => ALWAYS.indexOf(each.stage)),
  );
  const toCome = ALWAYS.slice(furthest + 1);
  return (
    <div className={classes.stages}>
      <VisuallyHidden role="status" aria-live="polite">
        {current ? t(`stage.${current.stage}`) : t('stage.begun')}
      </VisuallyHidden>
      <ol className={classes.stageList} aria-label={t('stage.label')}>
        {told.map((each, index) => (
          <li
            key={`${index} ${each.stage}`}
            data-state={each === current ? 'now' : 'done'}
            aria-current={each === current ? 'step' : undefined}
          >
            <span aria-hidden="true" className={classes.mark}>
              {each === current ? '▶' : '✓'}
            </span>
            {t(`stage.${each.stage}`)}
            {each.said && (
              <span className={classes.aside}>
                {' '}
                <Told sentence={each.said} />
              </span>
            )}
          </li>
        ))}
        {toCome.map(stage => (
          <li key={stage} data-state="to-come">
            <span aria-hidden="true" className={classes.mark}>
              ○
            </span>
            {t(`stage.${stage}`)}
          </li>
        ))}
      </ol>
      <div className={uiClasses.row}>
        <Button size="small" variant="secondary" onPress={props.onCancel}>
          {t('ask.cancel')}
        </Button>
        {props.asking.since && (
          <span className={uiClasses.muted}>
            {t('ask.since')} <When iso={props.asking.since} />
          </span>
        )}
      </div>
    </div>
  );
}
