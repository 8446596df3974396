import { eachKind, type Part } from '../shared/runBench';
import { reportCanary } from './canary/reportCanary';
import { measureFeed } from './feed/measureFeed';
import { measureGate } from './gate/measureGate';
import { measureTakeover } from './takeover/measureTakeover';

/** By the names that `--only` takes; one line each. */
export const parts: Record<string, Part> = {
  canary: async report => reportCanary(report),
  feed: measureFeed,
  gate: eachKind(measureGate),
  takeover: eachKind(measureTakeover),
};
