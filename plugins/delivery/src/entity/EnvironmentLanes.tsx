import type { Lane } from '@ghostlight/plugin-delivery-common';
import { When } from '@ghostlight/reliability-react';
import { useDeliveryText } from '../translation';
import { OutcomeWord, VerdictWord, versionOf, WatchWord } from '../words';
import classes from './entity.module.css';

/** The environments side by side; the one that is looked at is pressed. */
export function EnvironmentLanes(props: {
  lanes: Lane[];
  chosen: string;
  onChoose(environment: string): void;
}) {
  const t = useDeliveryText();
  const { lanes, chosen, onChoose } = props;
  return (
    <div className={classes.lanes} role="group" aria-label={t('entity.lanes')}>
      {lanes.map(({ environment, current, running, gate }) => (
        <button
          key={environment}
          type="button"
          className={classes.lane}
          aria-pressed={environment === chosen}
          onClick={() => onChoose(environment)}
        >
          <strong>{environment}</strong>
          {current ? (
            <span>
              {versionOf(current)} ·{' '}
              <When iso={current.activeFrom ?? current.startedAt} />
            </span>
          ) : (
            <span>{t('entity.nothingRuns')}</span>
          )}
          {current?.watch && <WatchWord state={current.watch.state} />}
          {running && running.id !== current?.id && (
            <span>
              <OutcomeWord of={running} /> {versionOf(running)}
            </span>
          )}
          {gate && (
            <span>
              {t('entity.mayGoOut')} <VerdictWord verdict={gate.verdict} />
            </span>
          )}
        </button>
      ))}
    </div>
  );
}
