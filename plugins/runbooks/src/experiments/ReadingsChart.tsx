import type { ExperimentReport } from '@ghostlight/plugin-runbooks-common';
import {
  Clock,
  LineChart,
  More,
  Scroll,
  secondsOf,
  uiClasses,
  useFormats,
  type ChartMark,
} from '@ghostlight/reliability-react';
import { useRunbooksText } from '../translation';

type Reading = ExperimentReport['readings'][number];

/** Seconds that a chart of a single reading spans. */
const LEAST = 60;

/** The burn rate of an objective over the time of the fault, as a line and by phase as a table. */
export function ReadingsChart(props: {
  reading: Reading;
  injected: ExperimentReport['injected'];
}) {
  const t = useRunbooksText();
  const format = useFormats();
  const { reading, injected } = props;
  const points = reading.points.filter(({ at }) => secondsOf(at) !== undefined);
  const instants = points.map(({ at }) => secondsOf(at) ?? 0);
  const from = instants[0];
  if (from === undefined) {
    return <p>{t('report.noReadings', { title: reading.title })}</p>;
  }
  const to = Math.max(instants[instants.length - 1], from + LEAST);
  const mark = (
    id: string,
    iso: string | undefined,
    label: string,
  ): ChartMark[] => {
    const at = secondsOf(iso);
    return at === undefined || at < from || at > to
      ? []
      : [{ id, at, kind: 'change', label }];
  };
  return (
    <>
      <LineChart
        title={t('report.burn', { title: reading.title })}
        name={reading.title}
        range={{ from, to }}
        instants={instants}
        series={[
          {
            id: 'burn',
            label: t('report.rate'),
            values: points.map(({ burnRate }) => burnRate ?? null),
          },
        ]}
        marks={[
          ...mark('begun', injected?.from, t('report.begun')),
          ...mark('ended', injected?.to, t('report.ended')),
        ]}
        format={value => format.rate(value)}
        height={120}
      />
      <More summary={t('report.byPhase')}>
        <Scroll label={t('report.byPhase')}>
          <table className={uiClasses.table}>
            <thead>
              <tr>
                <th scope="col">{t('words.when')}</th>
                <th scope="col">{t('report.phase')}</th>
                <th scope="col" className={uiClasses.end}>
                  {t('report.rate')}
                </th>
              </tr>
            </thead>
            <tbody>
              {points.map(({ at, phase, burnRate }) => (
                <tr key={`${phase} ${at}`}>
                  <th scope="row">
                    <Clock iso={at} withDate />
                  </th>
                  <td>{t(`report.phase_${phase}`)}</td>
                  <td className={uiClasses.end}>{format.rate(burnRate)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      </More>
    </>
  );
}
