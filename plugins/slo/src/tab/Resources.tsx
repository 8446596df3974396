import type { SignalValues, Signals } from '@ghostlight/plugin-slo-common';
import { Sparkline, useFormats } from '@ghostlight/reliability-react';
import shared from '../slo.module.css';
import { useSloText } from '../translation';
import { courseOf } from './courseOf';
import classes from './tab.module.css';

type ResourceName = 'cpu' | 'memory' | 'connections' | 'queue';

const names: ResourceName[] = ['cpu', 'memory', 'connections', 'queue'];

/** When there was most of it. */
function peakOf({ history }: Signals, name: ResourceName) {
  let peak: { at: number; value: number } | undefined;
  for (const { at, [name]: value } of history)
    if (typeof value === 'number' && value > (peak?.value ?? -Infinity))
      peak = { at, value };
  return peak;
}

/** How much of what the service has is in use: where, how much now, and when it was most. Nothing where nothing is known. */
export function Resources({ signals }: { signals: Signals }) {
  const t = useSloText();
  const format = useFormats();
  const shown = names.flatMap(name => {
    const peak = peakOf(signals, name);
    return peak ? [{ name, peak }] : [];
  });
  if (!shown.length) return null;

  const written = (name: ResourceName, value: number) =>
    name === 'queue' ? format.count(value) : format.percent(value);
  const said = (name: ResourceName, value: SignalValues[ResourceName]) => {
    if (value === null || value === undefined) return t('signals.unknown');
    return name === 'queue'
      ? t('signals.waiting', { value: written(name, value) })
      : written(name, value);
  };
  const labels: Record<ResourceName, string> = {
    cpu: t('signals.cpu'),
    memory: t('signals.memory'),
    connections: t('signals.connections'),
    queue: t('signals.queue'),
  };
  const places: Record<ResourceName, string> = {
    cpu: t('signals.cpuWhere'),
    memory: t('signals.memoryWhere'),
    connections: t('signals.connectionsWhere'),
    queue: t('signals.queueWhere'),
  };
  return (
    <dl className={classes.signals} aria-label={t('signals.resources')}>
      {shown.map(({ name, peak }) => {
        const value = said(name, signals.latest[name]);
        return (
          <div key={name} className={classes.signal}>
            <dt className={classes.tileLabel}>{labels[name]}</dt>
            <dd className={classes.resource}>
              <strong className={shared.number}>{value}</strong>
              <Sparkline
                values={courseOf(signals, name)}
                label={`${labels[name]}, ${t('signals.lastDay')}: ${value}`}
                domain={name === 'queue' ? undefined : [0, 1]}
              />
              <span className={classes.tileNote}>
                {places[name]} ·{' '}
                {t('signals.peak', {
                  value: written(name, peak.value),
                  time: format.time(peak.at, 'time'),
                })}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
