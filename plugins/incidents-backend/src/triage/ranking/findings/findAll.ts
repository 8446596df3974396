import type { Facts } from '../facts';
import { findDeviations } from './findDeviations';
import type { Findings, LogFinding } from './Findings';
import { findLogs } from './findLogs';
import { findTroubles } from './findTroubles';

/** When it began and what is wrong where. */
export function findAll(facts: Facts): Findings {
  const { onset, deviations, compared, tooShort } = findDeviations(facts);
  const logs = findLogs(facts, onset.at);
  seeNamed(facts, logs);
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

/** Who is named only by logs is seen too; and whoever's errors name another calls it, if no edge is known. */
function seeNamed(
  { nodes, below, above, edgeKinds }: Facts,
  logs: LogFinding[],
) {
  for (const { log, mentions } of logs)
    for (const ref of mentions) {
      if (!nodes.has(ref)) nodes.set(ref, { ref, isKnown: false });
      const { node, isError } = log;
      if (node === undefined || !isError) continue;
      const key = `${node}\n${ref}`;
      if (edgeKinds.has(key) || edgeKinds.has(`${ref}\n${node}`)) continue;
      edgeKinds.set(key, 'logs');
      push(below, node, ref);
      push(above, ref, node);
    }
}

function push(map: Map<string, string[]>, key: string, value: string) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
