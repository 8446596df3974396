import type { ObjectiveStatus } from '@ghostlight/plugin-slo-common';
import { RelativeTime, useFormats } from '@ghostlight/reliability-react';
import type { ReactNode } from 'react';
import { countedText, windowText } from '../answer';
import { useSloText } from '../translation';
import classes from './tab.module.css';

function Tile(props: { label: string; value: string; children: ReactNode }) {
  return (
    <div className={classes.tile}>
      <dt className={classes.tileLabel}>{props.label}</dt>
      <dd className={classes.plain}>
        <div className={classes.tileValue}>{props.value}</div>
        <div className={classes.tileNote}>{props.children}</div>
      </dd>
    </div>
  );
}

/** What was promised, what was kept, what is left of the difference. */
export function Tiles({ objective }: { objective: ObjectiveStatus }) {
  const t = useSloText();
  const format = useFormats();
  const { budget, window, asOf } = objective;
  const length = windowText(objective, { t, format });
  const tiny = objective.status === 'low-traffic';

  return (
    <dl className={classes.tiles}>
      <Tile label={t('tab.objective')} value={format.target(objective.target)}>
        {window.kind === 'calendar'
          ? t('tab.calendar', {
              window: length,
              timeZone: window.timeZone ?? 'UTC',
            })
          : t('tab.rolling', { window: length })}
      </Tile>
      <Tile
        label={
          window.kind === 'calendar'
            ? t('tab.sliPeriod')
            : t('tab.sli', { window: length })
        }
        value={format.percent(budget.sli)}
      >
        {countedText(objective, t)}
        {budget.coverage < 0.995 && (
          <>
            {' · '}
            {t('tab.coverage', { coverage: format.percent(budget.coverage) })}
          </>
        )}
        {budget.excludedMinutes > 0 && (
          <>
            {' · '}
            {t('tab.excluded', {
              minutes: format.minutes(budget.excludedMinutes),
            })}
          </>
        )}
      </Tile>
      <Tile
        label={t('tab.left')}
        value={tiny ? t('tab.underOneEvent') : format.percent(budget.leftRatio)}
      >
        {budget.leftRatio !== null && !tiny && (
          <div>
            {t('tab.minutesOf', {
              left: format.minutes(budget.leftMinutes),
              allowed: format.minutes(budget.allowedMinutes),
            })}
            {budget.unit !== 'minutes' && (
              <>
                {' · '}
                {t('tab.eventsOf', {
                  left: format.count(budget.leftEvents),
                  allowed: format.count(budget.allowedEvents),
                })}
              </>
            )}
          </div>
        )}
        {asOf === null ? (
          t('tab.neverMeasured')
        ) : (
          <>
            {t('tab.asOf', { time: format.time(asOf, 'time') })} (
            <RelativeTime at={asOf} />)
          </>
        )}
      </Tile>
    </dl>
  );
}
