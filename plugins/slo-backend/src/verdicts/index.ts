export { Evaluator, type Evaluation, type EvaluatorOptions } from './Evaluator';
export {
  SeriesReader,
  type MeasuredSeries,
  type SeriesQuestion,
} from './SeriesReader';
export { LedgerView, type Measured } from './LedgerView';
export { readMeasured } from './readMeasured';
