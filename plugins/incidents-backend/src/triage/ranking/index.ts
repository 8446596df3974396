export {
  diagnose,
  rulesVersion,
  type DiagnoseOptions,
  type TrainedRanker,
} from './diagnose';
