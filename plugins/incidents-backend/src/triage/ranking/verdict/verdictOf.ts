import type { TriageVerdict } from '@ghostlight/plugin-incidents-common';

/** Below this likelihood of any fault there is none: of simulated healthy ones a tenth is above it. */
export const faultFrom = 0.66;
const identifiedFrom = 0.8;
const probableFrom = 0.5;

/** What is said of a case with one figure for whether there is a fault, one for the first suspect. */
export function verdictOf(
  fault: number,
  confidence: number | undefined,
): TriageVerdict {
  if (fault < faultFrom) return 'no-fault';
  if (confidence === undefined || confidence < probableFrom)
    return 'inconclusive';
  return confidence < identifiedFrom ? 'probable' : 'identified';
}

export function wordOf(confidence: number): 'high' | 'medium' | 'low' {
  if (confidence >= identifiedFrom) return 'high';
  return confidence >= probableFrom ? 'medium' : 'low';
}
