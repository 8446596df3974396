import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import { readFacts } from './facts';
import { findAll } from './findings';
import { rankCandidates, type Candidate } from './rankers';

/** The first candidates of the rules with all that was weighed, the likeliest first. */
export function candidatesOf(given: TriageCase, most: number): Candidate[] {
  return rankCandidates(findAll(readFacts(given))).slice(0, most);
}
