import type { Facts } from '../facts';
import type { Deviation } from '../series/Deviation';
import { kindOf, natureOf, type MetricKind } from '../series/kinds';
import type { LogFinding, Trouble } from './Findings';

/** An alert alone says less than a measurement that anyone can look at. */
const alertShare = 0.75;
/** A CPU that rises with what is asked of it, as far as that explains it. */
const explainedShare = 0.3;
const dropShare = 0.45;
const lostShare = 0.9;
const otherShare = 0.6;
const burnShare = 0.7;
/** A first sign counts as one from this strength on. */
const signFrom = 0.3;

/** What is wrong with each entity. Only what deviates, alerts, logs or burns is in it. */
export function findTroubles(
  facts: Facts,
  onset: number,
  deviations: Deviation[],
  logs: LogFinding[],
): Map<string, Trouble> {
  const everywhere = overallGrowth(facts, deviations);
  const troubles = new Map<string, Trouble>();
  const measured = new Set(facts.series.map(({ node }) => node));
  const at = (node: string): Trouble => {
    let trouble = troubles.get(node);
    if (!trouble) {
      trouble = {
        node,
        deviations: [],
        alerts: [],
        logs: [],
        objectives: [],
        cause: 0,
        symptom: 0,
        drop: 0,
        logged: 0,
        alerted: 0,
        loud: 0,
        all: 0,
        isMeasured: measured.has(node),
      };
      troubles.set(node, trouble);
    }
    return trouble;
  };
  for (const deviation of deviations)
    at(deviation.series.node).deviations.push(deviation);
  for (const alert of facts.alerts)
    if (alert.node !== undefined) at(alert.node).alerts.push(alert);
  for (const finding of logs)
    if (finding.log.node !== undefined && finding.novelty > 0)
      at(finding.log.node).logs.push(finding);
  for (const objective of facts.objectives) {
    const { burnRate = 0, state } = objective.given;
    if (burnRate > 1 || state === 'critical' || state === 'warning')
      at(objective.node).objectives.push(objective);
  }
  for (const trouble of troubles.values()) weigh(trouble, onset, everywhere);
  return troubles;
}

function weigh(trouble: Trouble, onset: number, everywhere: number) {
  const growth = Math.max(everywhere, growthOfTraffic(trouble.deviations));
  const signs: { at: number; strength: number }[] = [];
  for (const deviation of trouble.deviations) {
    const strength = strengthOf(deviation, growth);
    const { nature, isBad, kind, size, excess } = deviation;
    if (kind === 'requests' || !isBad) {
      if (deviation.direction < 0)
        trouble.drop = Math.max(trouble.drop, strength);
      const lost = lostOf(deviation) * strength;
      if (lost > 0) {
        deviation.weighed = lost;
        trouble.cause = Math.max(trouble.cause, lost);
      }
      if (!isBad || kind === 'requests') continue;
    }
    if (nature === 'cause') trouble.cause = Math.max(trouble.cause, strength);
    else if (nature === 'symptom')
      trouble.symptom = Math.max(trouble.symptom, strength);
    else trouble.cause = Math.max(trouble.cause, strength * otherShare);
    deviation.weighed = strength;
    trouble.loud = Math.max(
      trouble.loud,
      (Math.log1p(excess) * strength * size) / (size + 0.1),
    );
    if (strength >= signFrom) signs.push({ at: deviation.began, strength });
  }
  for (const { given, weight, at } of trouble.alerts) {
    const nature = natureOf(kindOf(given.name));
    const strength = weight * alertShare;
    trouble.alerted = Math.max(trouble.alerted, weight);
    if (nature === 'cause') trouble.cause = Math.max(trouble.cause, strength);
    else trouble.symptom = Math.max(trouble.symptom, strength);
    if (strength >= signFrom) signs.push({ at, strength: strength / 2 });
  }
  for (const { log, novelty } of trouble.logs)
    trouble.logged = Math.max(
      trouble.logged,
      log.isError ? novelty : novelty * 0.2,
    );
  for (const { given } of trouble.objectives)
    trouble.symptom = Math.max(
      trouble.symptom,
      burnShare *
        Math.min(
          1,
          given.burnRate === undefined
            ? { critical: 0.9, warning: 0.5, healthy: 0, unknown: 0 }[
                given.state ?? 'unknown'
              ]
            : Math.log1p(given.burnRate) / Math.log(15),
        ),
    );
  trouble.all = Math.max(
    trouble.cause,
    trouble.symptom,
    trouble.logged * 0.7,
    trouble.drop * dropShare,
  );
  const strongest = Math.max(0, ...signs.map(({ strength }) => strength));
  const first = signs
    .filter(({ strength }) => strength >= strongest / 2)
    .map(({ at }) => at);
  if (first.length) trouble.began = Math.min(...first);
  else if (trouble.logs.length)
    trouble.began = Math.max(
      onset,
      Math.min(...trouble.logs.map(({ log }) => log.at)),
    );
}

/** Memory that is suddenly free was a process's; what is only asked less keeps its own. 0 to 1. */
function lostOf({ kind, before, during, isBad }: Deviation): number {
  if (kind !== 'memory' || isBad || !(before > during)) return 0;
  const gone = 1 - during / before;
  return lostShare * Math.min(1, Math.max(0, (gone - 0.2) / 0.4));
}

/** By what factor more is asked of half of them; 1 when fewer are measured or it did not grow. */
function overallGrowth(facts: Facts, deviations: Deviation[]): number {
  const measured = new Set<string>();
  for (const { kind, node } of facts.series)
    if (kind === 'requests') measured.add(node);
  const grown = new Map<string, number>();
  for (const { kind, before, during, series } of deviations)
    if (kind === 'requests' && before > 0 && during > before)
      grown.set(
        series.node,
        Math.max(grown.get(series.node) ?? 1, during / before),
      );
  const ordered = [...grown.values()].sort((a, b) => b - a);
  return measured.size >= 3
    ? ordered[Math.floor((measured.size - 1) / 2)] ?? 1
    : 1;
}

/** By what factor more is asked of it; 1 where that is not known. */
function growthOfTraffic(deviations: Deviation[]): number {
  let growth = 1;
  for (const { kind, before, during } of deviations)
    if (kind === 'requests' && before > 0 && during > before)
      growth = Math.max(growth, during / before);
  return growth;
}

/** How steeply a measurement may rise with what is asked; where queues form, more than that. */
const follows: Partial<Record<MetricKind, number>> = {
  cpu: 1.2,
  network: 1.2,
  connections: 2,
  disk: 1.3,
  errors: 1.5,
  latency: 1.5,
  queue: 3,
};

export function strengthOf(deviation: Deviation, growth: number): number {
  const { kind, before, during, direction, strength } = deviation;
  const power = follows[kind];
  const isExplained =
    power !== undefined &&
    growth > 1.1 &&
    direction > 0 &&
    before > 0 &&
    during / before < growth ** power * 1.1;
  return isExplained ? strength * explainedShare : strength;
}
