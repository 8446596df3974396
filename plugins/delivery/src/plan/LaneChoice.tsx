import type { PlanLane } from '@ghostlight/plugin-delivery-common';
import { uiClasses } from '@ghostlight/reliability-react';
import { useId } from 'react';
import { useDeliveryText } from '../translation';
import { Said, Titled } from '../words';
import classes from './plan.module.css';

/** The ways to do it: which is recommended, which lasts, and why one cannot be taken. */
export function LaneChoice(props: {
  lanes: PlanLane[];
  value: string;
  onChange(id: string): void;
}) {
  const t = useDeliveryText();
  const name = useId();
  return (
    <fieldset className={classes.lanes}>
      <legend>{t('plan.lane')}</legend>
      {props.lanes.map(lane => (
        <div key={lane.id} className={classes.lane}>
          <input
            type="radio"
            id={`${name}-${lane.id}`}
            name={name}
            checked={lane.id === props.value}
            disabled={!lane.available}
            aria-describedby={`${name}-${lane.id}-why`}
            onChange={() => props.onChange(lane.id)}
          />
          <div>
            <label htmlFor={`${name}-${lane.id}`}>
              <Titled of={lane} />
              {lane.recommended && ` · ${t('plan.recommended')}`}
              {lane.lasts && ` · ${t('plan.lasts')}`}
              {!lane.available && ` · ${t('plan.unavailable')}`}
            </label>
            <div id={`${name}-${lane.id}-why`} className={uiClasses.muted}>
              <Said sentence={lane.unavailable ?? lane.said} />
            </div>
            {lane.available && lane.steps.length > 0 && (
              <ol className={classes.steps}>
                {lane.steps.map(step => (
                  <li key={step.id}>
                    <Titled of={step} />
                    {!step.reversible && ` (${t('plan.irreversible')})`}
                  </li>
                ))}
              </ol>
            )}
          </div>
        </div>
      ))}
    </fieldset>
  );
}
