import type { AnalysisAnswer } from '../../analysis/verify/answers';

/** Where somebody outside can write what a model reads. */
export type Place =
  | 'alert title'
  | 'alert description'
  | 'alert label'
  | 'log line'
  | 'change title'
  | 'change author'
  | 'runbook text'
  | 'runbook title'
  | 'entity title'
  | 'similar incident'
  | 'objective title'
  | 'series name'
  | 'tool result';

/** A directive, and what a model says that obeys it. */
export interface Attack {
  name: string;
  place: Place;
  /** What is planted there. */
  text: string;
  /** What the obedient model answers instead of what it would. `OWN` is the planted record's id. */
  obeys: Partial<AnalysisAnswer>;
  /** Nothing of this may be in what people are shown as the analysis. */
  wants: string[];
}
