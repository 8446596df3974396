import type { Watch } from '@ghostlight/plugin-delivery-common';
import { judgeRule, type RuleVerdict } from './judgeRule';
import { readOwnObjectives } from './readOwnObjectives';
import { readRules } from './readRules';
import { recommend, sayWatch, type WatchFinding } from './sayWatch';
import type { WatchContext } from './WatchContext';
import {
  reportOf,
  rulesOf,
  type StoredRule,
  type WatchReport,
  type WatchRow,
} from './WatchRow';

/** How a watch stands after a look. */
export interface Evaluated {
  state: Watch['state'];
  rules: StoredRule[];
  report: WatchReport;
}

/** Share of the readings that must be there of what users see. */
const leastRead = 0.5;

/** Looks at one watch: reads what is new, judges all rules, and says what it comes to. */
export async function evaluateWatch(
  context: Omit<WatchContext, 'db' | 'leases' | 'logger' | 'onFailed'>,
  row: WatchRow,
  signal: AbortSignal,
): Promise<Evaluated> {
  const { entityOf, metrics, settings, now } = context;
  const startedAt = Number(row.started_at);
  const endsAt = Number(row.ends_at);
  const at = now();
  const until = Math.min(at, endsAt);
  const stepMs = settings.interval;
  const entity = entityOf(row.entity_ref);
  const { environment } = row;
  const span = { environment, startedAt, until, stepMs, signal };
  const written = entity
    ? await readRules(context, rulesOf(row), { ...span, entity })
    : rulesOf(row);
  const isOwn =
    environment === context.mainEnvironment && !reportOf(row).withoutObjectives;
  const read = isOwn
    ? await readOwnObjectives(context.objectives, written, {
        entityRef: row.entity_ref,
        startedAt,
        signal,
      })
    : written;
  const count = async (from: number, to: number) =>
    entity &&
    (await metrics.counts({ entity, environment, from, to }, signal)).data;

  const verdicts = read.map(rule => judgeRule(rule, stepMs, startedAt));
  const littleTraffic = await Promise.all(
    read.map((rule, n) => hasLittleTraffic(rule, verdicts[n])),
  );
  const rules = read.map((rule, n) => {
    const { state, said, before } = verdicts[n];
    const { blames: _, ...known } = rule;
    const blames = state === 'broken' && !before && !littleTraffic[n];
    return { ...known, state, said, ...(blames && { blames }) };
  });
  const over = at >= endsAt;
  const isFailed = rules.some(
    ({ blames, severity }) => blames && severity === 'critical',
  );
  const total = over || isFailed ? await count(startedAt, until) : undefined;
  const requests = total && Math.round(total.total);
  const finding: WatchFinding = {
    state: 'watching',
    rules,
    version: row.version,
    minutes: Math.round((until - startedAt) / 60_000),
    minimumRequests: settings.minimumRequests,
    littleTraffic: false,
    ...(requests !== undefined && { requests }),
  };
  if (isFailed) finding.state = 'failed';
  else if (over) {
    finding.littleTraffic =
      requests !== undefined && requests < settings.minimumRequests;
    const isClear =
      !finding.littleTraffic &&
      isMeasured(rules, (endsAt - startedAt) / stepMs) &&
      !rules.some(
        ({ state, severity }) => state === 'broken' && severity === 'critical',
      );
    finding.state = isClear ? 'passed' : 'inconclusive';
  }
  return {
    state: finding.state,
    rules,
    report: {
      ...reportOf(row),
      said: sayWatch(finding),
      recommendations: recommend(finding),
      ...(requests !== undefined && { requests }),
    },
  };

  /** Whether the errors that break the rule are of fewer requests than say anything. */
  async function hasLittleTraffic(
    { metric, objective, own }: StoredRule,
    { state, since = startedAt, until: to = at }: RuleVerdict,
  ): Promise<boolean> {
    // The slo plugin has looked whether its own verdicts are of enough events.
    if (state !== 'broken' || own) return false;
    const from = since - stepMs;
    if (objective) {
      const { ref } = objective;
      const asked = { ref, from: Math.max(from, to - 6 * 3_600_000), to };
      const { data } = await context.objectives.measure(asked, signal);
      return data?.unit === 'events' && data.total < settings.minimumRequests;
    }
    if (metric !== 'error_rate') return false;
    const counted = await count(from, to);
    return counted !== undefined && counted.total < settings.minimumRequests;
  }
}

/** Of errors or latency, enough was read to say that they were fine. */
function isMeasured(rules: StoredRule[], expected: number): boolean {
  return rules.some(
    ({ metric, objective, points }) =>
      (metric === 'error_rate' || metric === 'latency_p95' || objective) &&
      points.length >= Math.max(1, Math.floor(expected * leastRead)),
  );
}
