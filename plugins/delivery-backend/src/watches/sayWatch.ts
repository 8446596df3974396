import type { Sentence, Watch } from '@ghostlight/plugin-delivery-common';
import { say } from '@ghostlight/reliability-node';
import { burnText, metricText, metricWords } from '../analysis';
import type { StoredRule } from './WatchRow';

/** What a watch comes to, and about which rules. */
export interface WatchFinding {
  state: Watch['state'];
  rules: StoredRule[];
  version: string | null;
  /** Minutes that it lasted, or lasts. */
  minutes: number;
  requests?: number;
  minimumRequests: number;
  /** There were too few requests to say anything of the error rate. */
  littleTraffic: boolean;
}

/** The watch in one sentence. */
export function sayWatch(finding: WatchFinding): Sentence {
  const { state, rules, minutes, requests = 0, minimumRequests } = finding;
  const version = finding.version ?? 'The deployment';
  const params = { version, minutes };
  const blamed = rules.filter(({ blames }) => blames);
  const critical = blamed.find(({ severity }) => severity === 'critical');
  switch (state) {
    case 'failed':
      return say(
        'watch.failed',
        `${version} does harm: ${critical?.said.text ?? ''}`,
        { ...params, why: critical?.said.text ?? '' },
      );
    case 'passed':
      return blamed.length
        ? say(
            'watch.passed.warnings',
            `${version} did no harm in ${minutes} min, with ${count(
              blamed.length,
              'warning',
            )}: ${blamed[0].said.text}`,
            { ...params, n: blamed.length, why: blamed[0].said.text },
          )
        : say(
            'watch.passed',
            `${version} did no harm in ${minutes} min.`,
            params,
          );
    case 'inconclusive':
      return finding.littleTraffic
        ? say(
            'watch.inconclusive.traffic',
            `Too little traffic to decide: ${requests} requests in ${minutes} min, ${minimumRequests} are needed.`,
            { ...params, requests, minimumRequests },
          )
        : sayInconclusive(rules, params);
    case 'watching': {
      const breaking = rules.find(
        rule => rule.state === 'breaking' || rule.blames,
      );
      return breaking
        ? say('watch.watching.breaking', breaking.said.text, {
            ...params,
            why: breaking.said.text,
          })
        : say(
            'watch.watching',
            `${version} is watched; nothing is wrong so far.`,
            params,
          );
    }
    default:
      return say(
        'watch.cancelled',
        `${version} is not watched any more.`,
        params,
      );
  }
}

function sayInconclusive(
  rules: StoredRule[],
  params: { version: string; minutes: number },
): Sentence {
  const before = rules.find(
    ({ state, severity, blames }) =>
      state === 'broken' && severity === 'critical' && !blames,
  );
  return before
    ? say(
        'watch.inconclusive.before',
        `${params.version} cannot be judged: ${before.said.text}`,
        { ...params, why: before.said.text },
      )
    : say(
        'watch.inconclusive.no-data',
        `${params.version} cannot be judged: there was no data on what its users see.`,
        params,
      );
}

/** What to do about it, the most urgent first. */
export function recommend(finding: WatchFinding): Sentence[] {
  const { state, rules } = finding;
  if (state === 'watching' || state === 'cancelled') return [];
  const advice: Sentence[] = [];
  if (state === 'failed')
    advice.push(
      say(
        'watch.advice.rollBack',
        'Roll back to the version before, then look for the cause.',
      ),
    );
  for (const rule of rules) {
    if (rule.blames) advice.push(adviceOn(rule));
    else if (isGrowing(rule))
      advice.push(
        say(
          'watch.advice.leak',
          `Memory grew from ${metricText(
            'memory',
            rule.points[0].value,
          )} to ${metricText(
            'memory',
            rule.points.at(-1)!.value,
          )} without falling: look for a leak before it is full.`,
          {
            from: metricText('memory', rule.points[0].value),
            to: metricText('memory', rule.points.at(-1)!.value),
          },
        ),
      );
  }
  const silent = rules.filter(
    ({ points, severity, metric }) =>
      !points.length &&
      severity === 'critical' &&
      metric &&
      metric !== 'llm_quality_score',
  );
  if (silent.length) {
    const metrics = silent
      .flatMap(({ metric }) => (metric ? metricWords[metric].title : []))
      .join(', ');
    advice.push(
      say(
        'watch.advice.measure',
        `Measure ${metrics}: without them a watch cannot see such harm.`,
        { metrics },
      ),
    );
  }
  if (finding.littleTraffic)
    advice.push(
      say(
        'watch.advice.traffic',
        'Watch for longer, or send requests of your own, where so few come in.',
      ),
    );
  return advice;
}

function adviceOn({ metric, objective, points }: StoredRule): Sentence {
  const last = points.at(-1)?.value ?? 0;
  if (!metric) {
    const { title } = objective!;
    return say(
      'watch.advice.objective',
      `Find what of this version burns the budget of “${title}”: ${burnText(
        last,
      )} now.`,
      { title, value: burnText(last) },
    );
  }
  const value = metricText(metric, last);
  const texts: Record<typeof metric, string> = {
    error_rate: `Read the errors of this version: ${value} of requests fail.`,
    latency_p95: `Compare traces of both versions: p95 is ${value}.`,
    throughput: `Check that clients and routes still reach it: ${value} come in.`,
    cpu: `Profile this version or raise its CPU limit: it uses ${value}.`,
    memory: `Look at what this version keeps, or raise its memory limit: it uses ${value}.`,
    llm_quality_score: `Compare prompts, model and retrieval of both versions: the score is ${value}.`,
  };
  return say(`watch.advice.${metric}`, texts[metric], { value });
}

/** A third more at the end, and each quarter of the time above the one before it. */
function isGrowing({ metric, points }: StoredRule): boolean {
  if (metric !== 'memory' || points.length < 12) return false;
  const size = Math.floor(points.length / 4);
  const means = [0, 1, 2, 3].map(quarter => {
    const part = points.slice(quarter * size, (quarter + 1) * size);
    return part.reduce((sum, { value }) => sum + value, 0) / size;
  });
  return (
    means.every((mean, n) => n === 0 || mean > means[n - 1]) &&
    means[3] > means[0] * 1.33
  );
}

function count(n: number, what: string): string {
  return `${n} ${what}${n === 1 ? '' : 's'}`;
}
