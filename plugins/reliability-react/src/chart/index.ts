export { BudgetChart } from './BudgetChart';
export type { BudgetChartProps } from './BudgetChart';
export { ChartFrame } from './ChartFrame';
export type { ChartFrameProps, LegendItem } from './ChartFrame';
export { toCsv } from './chartTable';
export type { ChartTable } from './chartTable';
export { ErrorRateChart } from './ErrorRateChart';
export type { ErrorRateChartProps } from './ErrorRateChart';
export { LineChart } from './LineChart';
export type { LineChartProps, LineSeries } from './LineChart';
export { RangePresets } from './RangePresets';
export type { RangePresetsProps } from './RangePresets';
export { Sparkline } from './Sparkline';
export type { SparklineProps } from './Sparkline';
export type { TimeChartProps } from './TimeChartProps';
export type {
  ChartBucket,
  ChartForecast,
  ChartMark,
  ChartRange,
  ChartSpan,
  ChartViolation,
  RangePreset,
} from './types';
