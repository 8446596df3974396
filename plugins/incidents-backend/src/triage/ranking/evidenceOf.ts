import type {
  EvidenceItem,
  TriageCase,
} from '@ghostlight/plugin-incidents-common';
import { diagnose } from './diagnose';

/** The records of an incident that claims cite, E1, E2, …: what {@link diagnose} has in its report. */
export function evidenceOf(given: TriageCase): EvidenceItem[] {
  return diagnose(given).evidence;
}
