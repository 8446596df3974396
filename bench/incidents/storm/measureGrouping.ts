import {
  defaultIncidentRules,
  type IncidentRules,
} from '../../../plugins/incidents-common/src';
import {
  adjustedRand,
  bCubed,
} from '../../../plugins/incidents-backend/src/correlation/__testUtils__/clusterMeasures';
import { CatalogGraph } from '../../../plugins/incidents-backend/src/graph';
import {
  groupByCorrelator,
  groupByEntity,
  groupByName,
  type Grouping,
} from './groupings';
import { makeCatalog } from './makeCatalog';
import { makeStorm, type Storm } from './makeStorm';

/** How well alerts were grouped; all from 0 to 1. */
export interface Quality {
  precision: number;
  recall: number;
  f1: number;
  adjustedRand: number;
  /** Of the faults with an origin in the catalog: it is the first suspect; it is among three. */
  top1: number;
  top3: number;
  /** Groups for each fault or noise alert. */
  groups: number;
}

export interface Sized {
  entities: number;
  faults: number;
}

/** Of first suspects: how many there were of a confidence, and how many were the origin. */
export type Calibration = Record<string, { said: number; right: number }>;

const methods = ['correlator', 'by name', 'by entity'] as const;
export type Method = (typeof methods)[number];

/** The same storms grouped in three ways; means over the seeds. */
export function measureGrouping(options: {
  sizes: Sized[];
  seeds: number[];
  rules?: IncidentRules;
}): {
  quality: Record<Method, Quality>;
  calibration: Calibration;
  alerts: number;
} {
  const { sizes, seeds, rules = defaultIncidentRules } = options;
  const all: Record<Method, Quality[]> = {
    correlator: [],
    'by name': [],
    'by entity': [],
  };
  const calibration: Calibration = {};
  let alerts = 0;
  for (const { entities, faults } of sizes)
    for (const seed of seeds) {
      const graph = CatalogGraph.fromEntities(makeCatalog(entities, seed));
      const storm = makeStorm({ graph, seed, faults });
      alerts += storm.alerts.length;
      const ours = groupByCorrelator(storm, graph, rules);
      all.correlator.push(judge(storm, ours, calibration));
      all['by name'].push(judge(storm, groupByName(storm)));
      all['by entity'].push(judge(storm, groupByEntity(storm)));
    }
  return {
    quality: {
      correlator: mean(all.correlator),
      'by name': mean(all['by name']),
      'by entity': mean(all['by entity']),
    },
    calibration,
    alerts,
  };
}

function judge(
  { truth, origins }: Storm,
  { found, suspects }: Grouping,
  calibration?: Calibration,
): Quality {
  const faults = new Map<string, Map<number, number>>();
  for (const [id, fault] of truth) {
    if (!origins.has(fault)) continue;
    const counts = faults.get(fault) ?? new Map<number, number>();
    faults.set(fault, counts);
    const group = found.get(id)!;
    counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  let [top1, top3] = [0, 0];
  for (const [fault, counts] of faults) {
    // Where most of the fault's alerts are, one would look for its origin.
    const [[group]] = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const ranked = suspects(group);
    const place = ranked.findIndex(({ ref }) => ref === origins.get(fault));
    if (place === 0) top1 += 1;
    if (place >= 0 && place < 3) top3 += 1;
    const said = ranked[0]?.confidence;
    if (!calibration || !said) continue;
    calibration[said] ??= { said: 0, right: 0 };
    calibration[said].said += 1;
    if (place === 0) calibration[said].right += 1;
  }
  return {
    ...bCubed(truth, found),
    adjustedRand: adjustedRand(truth, found),
    top1: top1 / faults.size,
    top3: top3 / faults.size,
    groups: new Set(found.values()).size / new Set(truth.values()).size,
  };
}

function mean(qualities: Quality[]): Quality {
  const of = (field: keyof Quality) =>
    qualities.reduce((sum, quality) => sum + quality[field], 0) /
    qualities.length;
  return {
    precision: of('precision'),
    recall: of('recall'),
    f1: of('f1'),
    adjustedRand: of('adjustedRand'),
    top1: of('top1'),
    top3: of('top3'),
    groups: of('groups'),
  };
}
