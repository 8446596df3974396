import type { Distribution } from '@ghostlight/plugin-incidents-common';
import {
  More,
  Panel,
  type Tone,
  TONE_COLOUR,
  uiClasses,
  useFormats,
} from '@ghostlight/reliability-react';
import { useIncidentsText } from '../translation';
import { Histogram } from './Histogram';
import { ENOUGH, type Phase } from './phases';
import classes from './learning.module.css';

const TONES: Record<'better' | 'worse' | 'same', Tone> = {
  better: 'positive',
  worse: 'negative',
  same: 'neutral',
};

/** One measure: how it is distributed, then n, median with its interval, 90th percentile and trend. */
export function PhasePanel(props: {
  phase: Phase;
  distribution: Distribution;
  days: number;
}) {
  const t = useIncidentsText();
  const { phase, distribution, days } = props;
  return (
    <Panel title={t(`learning.phase_${phase}`)}>
      {distribution.enough ? (
        <Known phase={phase} distribution={distribution} />
      ) : (
        <TooFew distribution={distribution} />
      )}
      <Trend phase={phase} distribution={distribution} days={days} />
      <More summary={t('learning.definition')}>
        <p className={uiClasses.plain}>{t(`learning.definition_${phase}`)}</p>
      </More>
    </Panel>
  );
}

function Known(props: { phase: Phase; distribution: Distribution }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { phase, distribution } = props;
  const { n, median, medianInterval: [low, high] = [], p90 } = distribution;
  return (
    <>
      <Histogram
        name={t(`learning.phase_${phase}`)}
        distribution={distribution}
      />
      <dl className={classes.numbers}>
        <div>
          <dt>{t('learning.n')}</dt>
          <dd>{format.count(n)}</dd>
        </div>
        <div>
          <dt>{t('learning.median')}</dt>
          <dd>
            <strong>{format.duration(median)}</strong>
            <span className={uiClasses.muted}>
              {' '}
              {t('learning.interval', {
                low: format.duration(low),
                high: format.duration(high),
              })}
            </span>
          </dd>
        </div>
        <div>
          <dt>{t('learning.p90')}</dt>
          <dd>{format.duration(p90)}</dd>
        </div>
      </dl>
    </>
  );
}

function TooFew({ distribution }: { distribution: Distribution }) {
  const t = useIncidentsText();
  const format = useFormats();
  const { n, values = [] } = distribution;
  return (
    <div>
      <p className={uiClasses.plain}>
        <strong>
          {t('learning.notEnough', { n: String(n), enough: String(ENOUGH) })}
        </strong>{' '}
        {n === 0 && t('learning.noValue')}
      </p>
      {values.length > 0 && (
        <p className={uiClasses.muted}>
          {t('learning.values', {
            values: values.map(value => format.duration(value)).join(', '),
          })}
        </p>
      )}
    </div>
  );
}

/** Against the span before, in words. More time between failures is no worse. */
function Trend(props: {
  phase: Phase;
  distribution: Distribution;
  days: number;
}) {
  const t = useIncidentsText();
  const format = useFormats();
  const { phase, distribution, days } = props;
  const { trend } = distribution;
  if (!trend) return null;
  const { previousMedian, previousN } = trend;
  if (trend.change === 'unknown') {
    return (
      <p className={uiClasses.muted}>
        {t('learning.trendUnknown', {
          n: String(previousN),
          days: String(days),
        })}
      </p>
    );
  }
  const change =
    trend.change === 'same' ? 'same' : direction(phase, distribution);
  return (
    <p className={uiClasses.plain}>
      <span
        className={classes.word}
        style={{ color: TONE_COLOUR[TONES[change]] }}
      >
        {t(`learning.trend_${change}`)}
      </span>{' '}
      <span className={uiClasses.muted}>
        {t('learning.trendThan', {
          days: String(days),
          median: format.duration(previousMedian),
          n: String(previousN),
        })}
      </span>
    </p>
  );
}

/** A clear change is for the better when it takes less time, but more time between failures. */
function direction(
  phase: Phase,
  { median = 0, trend }: Distribution,
): 'better' | 'worse' {
  const isLonger = median > (trend?.previousMedian ?? 0);
  return isLonger === (phase === 'betweenFailures') ? 'better' : 'worse';
}
