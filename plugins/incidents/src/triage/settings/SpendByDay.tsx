import type { TriageSpend } from '@ghostlight/plugin-incidents-common';
import { ChartFrame, useFormats } from '@ghostlight/reliability-react';
import { useIncidentsText } from '../../translation';
import { useMoney } from '../useMoney';
import classes from '../triage.module.css';

const WIDTH = 960;
const HEIGHT = 120;
const LEFT = 76;
const TOP = 10;
const FLOOR = HEIGHT - 22;
const DAY = 86_400_000;

/** Every day of the span: the answer has those on which something was asked. */
function allDays(spend: TriageSpend, length: number): TriageSpend['days'] {
  const first = Date.parse(spend.since);
  const known = new Map(spend.days.map(each => [each.day, each]));
  return Array.from({ length }, (_, index) => {
    const day = new Date(first + index * DAY).toISOString().slice(0, 10);
    return (
      known.get(day) ?? { day, cost: { amount: 0, currency: 'USD' }, runs: 0 }
    );
  });
}

/** What models cost, a bar for each day. */
export function SpendByDay(props: { spend: TriageSpend; length: number }) {
  const t = useIncidentsText();
  const format = useFormats();
  const money = useMoney();
  const days = allDays(props.spend, props.length);
  const most = Math.max(0, ...days.map(each => each.cost.amount));
  const sum = days.reduce((total, each) => total + each.cost.amount, 0);
  const usd = (amount: number) => money({ amount, currency: 'USD' });
  const day = (text: string) =>
    format.time(Date.parse(text) / 1000, 'date', { timeZone: 'UTC' });
  const step = (WIDTH - LEFT) / Math.max(1, days.length);
  const every = Math.ceil(days.length / 8);
  return (
    <ChartFrame
      title={t('spend.byDay')}
      headingLevel={4}
      fileName="triage-spend-by-day"
      table={() => ({
        columns: [
          { title: t('spend.day'), text: true },
          { title: t('spend.runs') },
          { title: t('spend.cost') },
        ],
        rows: days.map(each => [
          day(each.day),
          format.count(each.runs),
          money(each.cost),
        ]),
        raw: days.map(each => [each.day, each.runs, each.cost.amount]),
      })}
    >
      <svg
        role="img"
        aria-label={t('spend.drawing', {
          sum: usd(sum),
          most: usd(most),
          days: String(days.length),
        })}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className={classes.bars}
      >
        {[0, most].map(tick => (
          <text
            key={tick}
            x={LEFT - 8}
            y={tick === 0 ? FLOOR : TOP}
            dy="0.35em"
            textAnchor="end"
            className={classes.tick}
          >
            {usd(tick)}
          </text>
        ))}
        <line
          x1={LEFT}
          x2={WIDTH}
          y1={FLOOR}
          y2={FLOOR}
          className={classes.axis}
        />
        {days.map((each, index) => {
          const height =
            most > 0 ? ((FLOOR - TOP) * each.cost.amount) / most : 0;
          return (
            <g key={each.day} transform={`translate(${LEFT + index * step} 0)`}>
              <rect
                x={1}
                y={FLOOR - height}
                width={Math.max(1, step - 2)}
                height={height}
                className={classes.bar}
              >
                <title>{`${day(each.day)}: ${money(each.cost)}`}</title>
              </rect>
              {index % every === 0 && (
                <text y={HEIGHT - 6} className={classes.tick}>
                  {day(each.day)}
                </text>
              )}
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}
