import type { Watch } from '@ghostlight/plugin-delivery-common';
import { judgeRule, type RuleVerdict } from './judgeRule';
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
  context: Pick<WatchContext, 'entityOf' | 'metrics' | 'settings' | 'now'>,
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
  const read = entity
    ? await readRules(metrics, rulesOf(row), { ...span, entity })
    : rulesOf(row);
  const count = async (from: number, to: number) =>
    entity &&
    (await metrics.counts({ entity, environment, from, to }, signal)).data;

  const verdicts = read.map(rule => judgeRule(rule, stepMs));
  const littleTraffic = await hasLittleTraffic(read, verdicts);
  const rules = read.map((rule, n) => {
    const { state, said, before } = verdicts[n];
    const { blames: _, ...known } = rule;
    const blames =
      state === 'broken' &&
      !before &&
      !(rule.metric === 'error_rate' && littleTraffic);
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
    all: StoredRule[],
    judged: RuleVerdict[],
  ): Promise<boolean> {
    const n = all.findIndex(({ metric }) => metric === 'error_rate');
    if (n < 0 || judged[n].state !== 'broken') return false;
    const { since = startedAt, until: to = at } = judged[n];
    const counted = await count(since - stepMs, to);
    return counted !== undefined && counted.total < settings.minimumRequests;
  }
}

/** Of errors or latency, enough was read to say that they were fine. */
function isMeasured(rules: StoredRule[], expected: number): boolean {
  return rules.some(
    ({ metric, points }) =>
      (metric === 'error_rate' || metric === 'latency_p95') &&
      points.length >= Math.max(1, Math.floor(expected * leastRead)),
  );
}
