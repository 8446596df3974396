export { Evaluator, type Evaluation, type EvaluatorOptions } from './Evaluator';
export {
  SeriesReader,
  type MeasuredSeries,
  type SeriesQuestion,
} from './SeriesReader';
