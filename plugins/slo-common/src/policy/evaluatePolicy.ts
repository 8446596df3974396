import type { Gate, ObjectiveStatus, Override } from '../api';
import type {
  PolicyAction,
  PolicyCondition,
  PolicyRule,
  PolicyVerdict,
} from '../document/SloDocument';
import { parseDuration } from '../document/duration';
import type { EpochSeconds } from '../objective';
import type { Policy } from './Policy';

type Check = Gate['checks'][number];
type Rated = { check: Check; actions: PolicyAction[] };

const severity: Record<PolicyVerdict, number> = { allow: 0, warn: 1, deny: 2 };

/**
 * May an entity with these objectives take risk? Pure: the same numbers, the same answer.
 *
 * Every rule is checked against every objective, and every check carries the numbers it used with
 * unit, window and age. `deny` beats `warn` beats `allow`. An objective without recent data adds
 * the policy's answer for no data, and its last known budget still counts; one whose budget is
 * under one event gets the answer for low traffic instead of the rules. An active override decides
 * the verdict and leaves the checks to be read.
 *
 * @public
 */
export function evaluatePolicy(
  policy: Policy,
  objectives: ObjectiveStatus[],
  options: { now: EpochSeconds; override?: Override },
): Pick<Gate, 'verdict' | 'checks' | 'recommendations'> {
  const rated = objectives.length
    ? objectives.flatMap(objective =>
        rateObjective(policy, objective, options.now),
      )
    : [noObjectives(policy)];
  const worst = rated.reduce<PolicyVerdict>(
    (verdict, { check }) =>
      severity[check.verdict] > severity[verdict] ? check.verdict : verdict,
    'allow',
  );
  const { override, now } = options;
  const isActive = override?.state === 'active' && override.until > now;
  const checks = rated.map(({ check }) => check);
  return {
    verdict: isActive ? override.verdict : worst,
    checks: isActive ? [overrideCheck(override, now), ...checks] : checks,
    recommendations: recommend(rated),
  };
}

function rateObjective(
  policy: Policy,
  objective: ObjectiveStatus,
  now: EpochSeconds,
): Rated[] {
  if (objective.status === 'low-traffic') {
    return [lowTraffic(policy, objective, now)];
  }
  return [
    ...(objective.status === 'no-data' ? [noData(policy, objective, now)] : []),
    ...policy.rules.map(rule => rateRule(rule, objective, now)),
    budgetLow(policy, objective, now),
  ];
}

function rateRule(
  rule: PolicyRule,
  objective: ObjectiveStatus,
  now: EpochSeconds,
): Rated {
  const when = rule.denyWhen ?? rule.warnWhen ?? {};
  const parts = conditionParts(when, objective);
  const holds = parts.length > 0 && parts.every(part => part.holds);
  const [first] = parts;
  return {
    check: {
      id: rule.name,
      verdict: verdictOf(rule, holds),
      title: `${objective.title}: ${parts.map(part => part.text).join(', ')}`,
      objectiveRef: objective.ref,
      evidence: {
        ...(first?.evidence ?? {}),
        ...(parts.length > 1
          ? { and: parts.slice(1).map(part => part.evidence) }
          : {}),
        ...ageOf(objective, now),
      },
    },
    actions: holds ? rule.actions ?? [] : [],
  };
}

function verdictOf(rule: PolicyRule, holds: boolean): PolicyVerdict {
  if (!holds) return 'allow';
  return rule.denyWhen ? 'deny' : 'warn';
}

interface Part {
  holds: boolean;
  text: string;
  evidence: Record<string, unknown>;
}

function conditionParts(
  when: PolicyCondition,
  objective: ObjectiveStatus,
): Part[] {
  const parts: Part[] = [];
  if (when.budgetSpent !== undefined) {
    const spent = objective.budget.spentRatio;
    parts.push({
      holds: spent !== null && spent > when.budgetSpent,
      text: `${percent(spent)} of the budget spent, ${percent(
        when.budgetSpent,
      )} allowed`,
      evidence: {
        measured: spent,
        limit: when.budgetSpent,
        unit: 'share of the budget spent',
        window: objective.window.duration ?? `${objective.window.seconds}s`,
        allowedMinutes: objective.budget.allowedMinutes,
        leftMinutes: objective.budget.leftMinutes,
      },
    });
  }
  if (when.burnAbove !== undefined) {
    const over = when.over ?? '1h';
    const seconds = parseDuration(over)?.seconds;
    const burn = objective.burn.find(
      item => item.window === over || item.seconds === seconds,
    );
    const rate = burn?.rate ?? null;
    parts.push({
      holds: rate !== null && rate > when.burnAbove,
      text: `burns at ${
        rate === null ? 'an unknown rate' : number(rate)
      } over ${over}, ${number(when.burnAbove)} allowed`,
      evidence: {
        measured: rate,
        limit: when.burnAbove,
        unit: 'burn rate',
        window: over,
        ...(burn ? { bad: burn.bad, total: burn.total } : {}),
      },
    });
  }
  if (when.firing) {
    const firing = objective.pairs.filter(
      pair =>
        pair.state === 'firing' &&
        (when.firing === 'ticket' || pair.severity === 'page'),
    );
    const [pair] = firing;
    parts.push({
      holds: firing.length > 0,
      text: pair
        ? `${pair.name} fires, ${number(pair.longRate ?? 0)} over ${pair.long}`
        : `no ${when.firing} burn alert fires`,
      evidence: {
        measured: pair?.longRate ?? 0,
        limit: pair?.threshold ?? null,
        unit: 'burn rate',
        window: pair?.long ?? null,
        firing: firing.map(({ name }) => name),
      },
    });
  }
  return parts;
}

function budgetLow(
  policy: Policy,
  objective: ObjectiveStatus,
  now: EpochSeconds,
): Rated {
  const left = objective.budget.leftRatio;
  const holds = left !== null && left < policy.alertBelow;
  return {
    check: {
      id: 'budget-low',
      verdict: holds ? 'warn' : 'allow',
      title: `${objective.title}: ${percent(
        left,
      )} of the budget left, warned below ${percent(policy.alertBelow)}`,
      objectiveRef: objective.ref,
      evidence: {
        measured: left,
        limit: policy.alertBelow,
        unit: 'share of the budget left',
        window: objective.window.duration ?? `${objective.window.seconds}s`,
        ...ageOf(objective, now),
      },
    },
    actions: holds
      ? [
          {
            action: 'slow-down',
            text: `Little budget is left for ${objective.title}: prefer small, reversible changes.`,
          },
        ]
      : [],
  };
}

function noData(
  policy: Policy,
  objective: ObjectiveStatus,
  now: EpochSeconds,
): Rated {
  return {
    check: {
      id: 'no-data',
      verdict: policy.noData,
      title: `${objective.title}: not measured lately`,
      objectiveRef: objective.ref,
      evidence: {
        measured: null,
        limit: null,
        unit: 'measured minutes',
        window: objective.window.duration ?? `${objective.window.seconds}s`,
        reason: objective.reason,
        source: objective.source.name,
        sourceState: objective.source.state,
        ...ageOf(objective, now),
      },
    },
    actions: [
      {
        action: 'restore-data',
        text: `Bring back the data of ${objective.title}: its source ${objective.source.name} is ${objective.source.state}.`,
      },
    ],
  };
}

function lowTraffic(
  policy: Policy,
  objective: ObjectiveStatus,
  now: EpochSeconds,
): Rated {
  return {
    check: {
      id: 'low-traffic',
      verdict: policy.lowTraffic,
      title: `${objective.title}: too little traffic to tell, the budget is under one event`,
      objectiveRef: objective.ref,
      evidence: {
        measured: objective.budget.allowedEvents,
        limit: 1,
        unit: 'events of budget',
        window: objective.window.duration ?? `${objective.window.seconds}s`,
        total: objective.budget.total,
        bad: objective.budget.bad,
        ...ageOf(objective, now),
      },
    },
    actions: [],
  };
}

function noObjectives(policy: Policy): Rated {
  return {
    check: {
      id: 'no-objectives',
      verdict: policy.noData,
      title: 'Nothing is measured: the entity has no objectives',
      evidence: { measured: 0, limit: 1, unit: 'objectives' },
    },
    actions: [
      {
        action: 'add-objective',
        text: 'Add an SLO document next to catalog-info.yaml.',
      },
    ],
  };
}

function overrideCheck(override: Override, now: EpochSeconds): Check {
  return {
    id: 'override',
    verdict: override.verdict,
    title: `Overridden: ${override.reason}`,
    evidence: {
      reason: override.reason,
      by: override.createdBy,
      until: override.until,
      measured: override.until - now,
      unit: 'seconds left',
    },
  };
}

/** The most severe first, each once. */
function recommend(rated: Rated[]): PolicyAction[] {
  const seen = new Set<string>();
  return [...rated]
    .sort((a, b) => severity[b.check.verdict] - severity[a.check.verdict])
    .flatMap(({ actions }) => actions)
    .filter(({ action, text }) => {
      const key = `${action}\n${text}`;
      return !seen.has(key) && seen.add(key);
    });
}

function ageOf(objective: ObjectiveStatus, now: EpochSeconds) {
  return {
    asOf: objective.asOf,
    ageSeconds:
      objective.asOf === null ? null : Math.max(0, now - objective.asOf),
  };
}

function percent(share: number | null): string {
  return share === null ? 'an unknown share' : `${number(share * 100)} %`;
}

function number(value: number): string {
  return String(Number(value.toPrecision(4)));
}
