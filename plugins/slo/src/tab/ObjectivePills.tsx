import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { Button, StatusWord } from '@ghostlight/reliability-react';
import { useState } from 'react';
import { nameOf, objectiveName } from '../answer';
import { useSloText } from '../translation';
import classes from './tab.module.css';

const FEW = 12;

/** The objectives of the entity, worst first; one is looked at. */
export function ObjectivePills(props: {
  objectives: ObjectiveStatus[];
  selected: string;
  onSelect(ref: string): void;
  /** Say whose each is: the objectives are of several entities. */
  withService?: boolean;
}) {
  const t = useSloText();
  const [all, setAll] = useState(false);
  const { objectives, selected, onSelect, withService } = props;
  const shown = objectives.filter(
    (each, index) => all || index < FEW || each.ref === selected,
  );
  const hidden = objectives.length - shown.length;
  return (
    <ul className={classes.pills} aria-label={t('tab.objectives')}>
      {shown.map(each => (
        <li key={each.ref}>
          <button
            type="button"
            className={classes.pill}
            aria-pressed={each.ref === selected}
            onClick={() => onSelect(each.ref)}
          >
            <span>
              {withService && `${nameOf(each.entityRef)} · `}
              {objectiveName(each)}
            </span>
            <StatusWord status={each.status} />
          </button>
        </li>
      ))}
      {hidden > 0 && (
        <li>
          <Button size="small" variant="tertiary" onPress={() => setAll(true)}>
            {t('tab.showMore', { count: hidden })}
          </Button>
        </li>
      )}
    </ul>
  );
}
