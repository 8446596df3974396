import type { SignalValues, Signals } from '@ghostlight/plugin-slo-common';
import {
  Panel,
  RelativeTime,
  Sparkline,
  useFormats,
} from '@ghostlight/reliability-react';
import shared from '../slo.module.css';
import { useSloText } from '../translation';
import { courseOf } from './courseOf';
import { Resources } from './Resources';
import { SourceLine } from './SourceLine';
import classes from './tab.module.css';

type SignalName = keyof SignalValues;

/** Latency, traffic, errors and saturation from the service's own metrics, and below what of its resources is in use. */
export function GoldenSignals(props: { signals: Signals; service: string }) {
  const t = useSloText();
  const format = useFormats();
  const { signals, service } = props;
  const { latest, endpoints } = signals;

  const perSecond = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t('signals.unknown')
      : t('signals.perSecond', { value: format.count(value) });
  const seconds = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t('signals.unknown')
      : format.duration(value);
  const share = (value: number | null | undefined) =>
    value === null || value === undefined
      ? t('signals.unknown')
      : format.percent(value);

  if (signals.asOf === null && signals.history.length === 0) {
    return (
      <Panel title={t('signals.title')}>
        <p className={shared.muted}>{t('signals.none', { service })}</p>
        {signals.source.state !== 'ok' && (
          <SourceLine source={signals.source} />
        )}
      </Panel>
    );
  }

  const parts: Array<{
    name: SignalName;
    label: string;
    value: string;
    note?: string;
  }> = [
    {
      name: 'p95',
      label: t('signals.latency'),
      value: `p95 ${seconds(latest.p95)}`,
      note: `p50 ${seconds(latest.p50)} · p99 ${seconds(latest.p99)}`,
    },
    {
      name: 'traffic',
      label: t('signals.traffic'),
      value: perSecond(latest.traffic),
    },
    { name: 'errors', label: t('signals.errors'), value: share(latest.errors) },
    {
      name: 'saturation',
      label: t('signals.saturation'),
      value: share(latest.saturation),
    },
  ];

  return (
    <Panel
      title={t('signals.title')}
      aside={
        <span className={shared.muted}>
          <RelativeTime at={signals.asOf} />
        </span>
      }
    >
      {signals.source.state !== 'ok' && <SourceLine source={signals.source} />}
      <div className={classes.signals}>
        {parts.map(each => (
          <div key={each.name} className={classes.signal}>
            <span className={classes.tileLabel}>{each.label}</span>
            <strong className={shared.number}>{each.value}</strong>
            <Sparkline
              values={courseOf(signals, each.name)}
              label={`${each.label}, ${t('signals.lastDay')}: ${each.value}`}
              width={180}
              height={36}
              tone="accent"
            />
            <span className={classes.tileNote}>{each.note}</span>
          </div>
        ))}
      </div>
      <Resources signals={signals} />
      {endpoints.length > 0 && (
        <div className={shared.scroll}>
          <table className={shared.table}>
            <caption className={shared.muted} style={{ textAlign: 'start' }}>
              {t('signals.endpoints')}
            </caption>
            <thead>
              <tr>
                <th scope="col">{t('signals.endpoint')}</th>
                <th scope="col" className={shared.end}>
                  {t('signals.p99')}
                </th>
                <th scope="col" className={shared.end}>
                  {t('signals.rate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {endpoints.map(each => (
                <tr key={each.endpoint}>
                  <td>
                    <code className={classes.code}>{each.endpoint}</code>
                  </td>
                  <td className={shared.end}>{seconds(each.p99)}</td>
                  <td className={shared.end}>{perSecond(each.traffic)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
