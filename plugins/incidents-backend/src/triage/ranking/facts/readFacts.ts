import type { TriageCase } from '@ghostlight/plugin-incidents-common';
import { kindOf } from '../series/kinds';
import type { AlertFact, Facts, LogFact, Node } from './Facts';
import { Names } from './names';

const severities = { critical: 1, error: 0.8, warning: 0.5, info: 0.2 };
/** Labels by which monitoring systems say whose an alert is, the most telling first. */
const entityLabels = [
  'entity_ref',
  'entityRef',
  'component',
  'service',
  'service_name',
  'app',
  'application',
  'deployment',
  'workload',
  'container',
  'job',
  'pod',
  'host',
  'node',
  'instance',
];
const errorWords =
  /\b(error|errors|exception|fatal|panic|fail(ed|ure|s)?|refused|timed? ?out|timeout|unavailable|denied|oom|killed|no such|cannot|can't|unable|unreachable|exhausted|crash\w*|reset by peer|5\d\d)\b/i;
const errorLevels =
  /^(err|error|fatal|critical|crit|panic|emerg|alert|severe)/i;

/** Reads a case that has passed its schema. Two cases that differ only in order read the same. */
export function readFacts(given: TriageCase): Facts {
  const entities = given.entities ?? [];
  const used: string[] = [];
  for (const { from, to } of given.dependencies ?? []) used.push(from, to);
  const measured: string[] = [];
  for (const part of [
    given.metrics,
    given.objectives,
    given.alerts,
    given.changes,
    given.logs,
  ])
    for (const { entityRef } of part ?? [])
      if (entityRef) measured.push(entityRef);
  const names = Names.create(
    entities.map(({ ref }) => ref),
    used,
    measured,
  );
  const nodes = new Map<string, Node>();
  const see = (name: string, isKnown: boolean) => {
    const ref = names.of(name);
    const node = nodes.get(ref);
    if (!node) nodes.set(ref, { ref, isKnown });
    else if (isKnown) node.isKnown = true;
    return ref;
  };
  for (const entity of sorted(entities)) {
    const ref = see(entity.ref, true);
    nodes.get(ref)!.entity ??= entity;
  }
  const isCatalog = entities.length > 0;
  const { below, above, edgeKinds } = readEdges(given, name =>
    see(name, !isCatalog),
  );

  const at = instantOf(given.at) ?? endOf(given);
  const upTo = (time: number) => time <= at;
  const alerts = sorted(given.alerts)
    .map<AlertFact>(alert => ({
      given: alert,
      node: alert.entityRef
        ? see(alert.entityRef, true)
        : labelled(alert.labels, names),
      at: Date.parse(alert.startsAt),
      until: instantOf(alert.endsAt),
      weight: severities[alert.severity ?? 'error'],
    }))
    .filter(alert => upTo(alert.at));
  const facts: Facts = {
    nodes,
    below,
    above,
    edgeKinds,
    alerts: alerts.sort((a, b) => a.at - b.at),
    series: sortedSeries(given.metrics).map(series => ({
      given: series,
      node: see(series.entityRef, true),
      kind: kindOf(series.name, series.kind),
      start: Date.parse(series.start),
      step: series.step * 1000,
    })),
    changes: sorted(given.changes)
      .map(change => ({
        given: change,
        node: change.entityRef
          ? see(change.entityRef, true)
          : named(change.title, names),
        at: Date.parse(change.at),
      }))
      .filter(change => upTo(change.at))
      .sort((a, b) => a.at - b.at),
    logs: sorted(given.logs)
      .map<LogFact>(log => ({
        given: log,
        node: log.entityRef ? see(log.entityRef, true) : undefined,
        at: Date.parse(log.at),
        isError: log.level
          ? errorLevels.test(log.level) ||
            (/^warn/i.test(log.level) && errorWords.test(log.text))
          : errorWords.test(log.text),
      }))
      .filter(log => upTo(log.at)),
    objectives: sorted(given.objectives).map(objective => ({
      given: objective,
      node: see(objective.entityRef, true),
    })),
    runbooks: sorted(given.runbooks).map(runbook => ({
      ...runbook,
      node: runbook.entityRef && names.of(runbook.entityRef),
    })),
    similar: sorted(given.similar).map(similar => ({
      ...similar,
      nodes: (similar.entityRefs ?? []).map(ref => names.of(ref)).sort(),
      origin: similar.originRef && names.of(similar.originRef),
    })),
    startedAt: instantOf(given.startedAt),
    at,
  };
  for (const { node } of facts.alerts)
    if (node !== undefined && !nodes.has(node)) see(node, true);
  return facts;
}

function readEdges(given: TriageCase, see: (name: string) => string) {
  const edgeKinds = new Map<string, string>();
  for (const { from, to, kind } of sorted(given.dependencies)) {
    const [low, high] = [see(from), see(to)];
    if (low === high) continue;
    const key = `${low}\n${high}`;
    if (!edgeKinds.get(key)) edgeKinds.set(key, kind ?? '');
  }
  const below = new Map<string, string[]>();
  const above = new Map<string, string[]>();
  for (const key of [...edgeKinds.keys()].sort()) {
    const [from, to] = key.split('\n');
    push(below, from, to);
    push(above, to, from);
  }
  return { below, above, edgeKinds };
}

function labelled(
  labels: Record<string, string> | undefined,
  names: Names,
): string | undefined {
  for (const label of entityLabels) {
    const value = labels?.[label];
    const found = value && names.find(value);
    if (found) return found;
  }
  return undefined;
}

/** The only entity that a title names. */
function named(title: string, names: Names): string | undefined {
  const found = new Set<string>();
  for (const [word] of title.matchAll(/[a-z0-9][a-z0-9_.:/-]{2,}[a-z0-9]/gi)) {
    const ref = names.find(word);
    if (ref) found.add(ref);
  }
  return found.size === 1 ? [...found][0] : undefined;
}

function instantOf(time: string | undefined) {
  return time === undefined ? undefined : Date.parse(time);
}

/** The end of what is recorded. Series tell best; what has no end is as long as known. */
function endOf(given: TriageCase): number {
  let end = -Infinity;
  const see = (time: number | undefined) => {
    if (time !== undefined && time > end) end = time;
  };
  for (const { start, step, values } of given.metrics ?? [])
    see(Date.parse(start) + values.length * step * 1000);
  for (const { startsAt, endsAt } of given.alerts ?? []) {
    see(Date.parse(startsAt));
    see(instantOf(endsAt));
  }
  for (const { at, until } of given.logs ?? []) {
    see(Date.parse(at));
    see(instantOf(until));
  }
  for (const { at } of given.changes ?? []) see(Date.parse(at));
  see(instantOf(given.startedAt));
  return end === -Infinity ? 0 : end;
}

/** In an order that does not depend on the order they came in. */
function sorted<T extends object>(list: T[] | undefined): T[] {
  return (list ?? [])
    .map(item => ({ item, key: keyOf(item) }))
    .sort((a, b) => (a.key < b.key ? -1 : Number(a.key > b.key)))
    .map(({ item }) => item);
}

/** As `sorted`, without a text of every value. */
function sortedSeries(list: TriageCase['metrics'] = []) {
  return [...list].sort((a, b) => {
    const [one, other] = [a, b].map(
      ({ entityRef, name, labels, id, start, step, values }) =>
        `${entityRef}\n${name}\n${labels ? keyOf(labels) : ''}\n${
          id ?? ''
        }\n${start}\n${step}\n${values.length}`,
    );
    if (one !== other) return one < other ? -1 : 1;
    const place = a.values.findIndex((value, at) => value !== b.values[at]);
    return place < 0 ? 0 : (a.values[place] ?? 0) - (b.values[place] ?? 0);
  });
}

function keyOf(item: object): string {
  return JSON.stringify(item, (_, value) =>
    value && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(
          Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : value,
  );
}

function push<T>(map: Map<string, T[]>, key: string, value: T) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
