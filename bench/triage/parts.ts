import { eachKind, type Part } from '../shared/runBench';
import { measureEvidence } from './evidence/measureEvidence';
import { measureScreen } from './screen/measureScreen';
import { measureSeries } from './series/measureSeries';

/** By the names that `--only` takes; one line each. */
export const parts: Record<string, Part> = {
  evidence: eachKind(measureEvidence),
  series: report => measureSeries(report),
  screen: report => measureScreen(report),
};
