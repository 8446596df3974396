import type { Facts } from '../facts';
import { findDeviations } from './findDeviations';
import type { Findings } from './Findings';
import { findLogs } from './findLogs';
import { findTroubles } from './findTroubles';

/** When it began and what is wrong where. */
export function findAll(facts: Facts): Findings {
  const { onset, deviations, compared, tooShort } = findDeviations(facts);
  const logs = findLogs(facts, onset.at);
  for (const { mentions } of logs)
    for (const ref of mentions)
      if (!facts.nodes.has(ref)) facts.nodes.set(ref, { ref, isKnown: false });
  return {
    facts,
    onset,
    deviations,
    logs,
    troubles: findTroubles(facts, onset.at, deviations, logs),
    measured: new Set(facts.series.map(({ node }) => node)),
    compared,
    tooShort,
  };
}
