import type { ObjectiveStatus, Series } from '@ghostlight/plugin-slo-common';
import {
  BudgetChart,
  type ChartMark,
  ErrorRateChart,
  LoadingState,
  QueryBoundary,
} from '@ghostlight/reliability-react';
import { Plot } from '../Plot';
import { useSloText } from '../translation';
import { withForecast } from './ranges';
import type { BudgetSeries } from './useBudgetSeries';
import { Violations } from './Violations';

interface Props {
  objective: ObjectiveStatus;
  series: BudgetSeries;
  marks: ChartMark[];
}

function common(data: Series, { objective, series, marks }: Props) {
  return {
    name: objective.title,
    limits: { from: objective.window.start, to: data.to },
    buckets: data.buckets,
    width: data.width,
    spans: data.marks,
    marks,
    onRangeChange: series.onRangeChange,
  };
}

/** The time that both charts show, with room for the forecast where there is one. */
function shown(data: Series, { objective, series }: Props) {
  return series.hasForecast
    ? withForecast(data, objective.budget.leftRatio)
    : { range: series.zoom ?? { from: data.from, to: data.to } };
}

/** The course of the budget over the window or a part of it, and where it is heading. */
export function BudgetSection(props: Props) {
  const t = useSloText();
  const { series } = props;
  return (
    <QueryBoundary
      query={series.query}
      what={t('tab.budgetChart')}
      loading={
        <LoadingState what={t('tab.budgetChart')} lines={1} block={260} />
      }
    >
      {data => {
        const { range, forecast } = shown(data, props);
        return (
          <Plot>
            <BudgetChart
              {...common(data, props)}
              range={range}
              forecast={forecast}
              violations={data.violations}
              tools={series.tools}
            />
          </Plot>
        );
      }}
    </QueryBoundary>
  );
}

/** What spent it, on the same axis. A failure is said once, above. */
export function ErrorRateSection(props: Props) {
  const { data } = props.series.query;
  return data ? (
    <Plot>
      <ErrorRateChart
        {...common(data, props)}
        range={shown(data, props).range}
        target={data.target}
      />
    </Plot>
  ) : null;
}

/** When the objective was not kept, over the same time. */
export function ViolationSection({ series }: { series: BudgetSeries }) {
  const { data } = series.query;
  return data ? <Violations violations={data.violations} /> : null;
}
