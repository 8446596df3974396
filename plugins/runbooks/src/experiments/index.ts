export { ExperimentReport } from './ExperimentReport';
