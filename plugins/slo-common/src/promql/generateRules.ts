import { parseEntityRef } from '@backstage/catalog-model';
import { Document, isMap } from 'yaml';
import type { BurnPairRule, Objective } from '../objective';
import { checkIndicator } from './checkIndicator';
import {
  binary,
  errorRatios,
  number,
  recorded,
  windowRecord,
} from './errorRatio';
import { printDuration } from './literals';
import { printQuery } from './printQuery';

/**
 * How rules are written.
 *
 * @public
 */
export interface GenerateRulesOptions {
  /** `plain` (default): a rule file of Prometheus. `prometheusrule`: the resource of its operator. */
  format?: 'plain' | 'prometheusrule';
  /** Name of the PrometheusRule resource. Default: `ghostlight-slo`. */
  name?: string;
}

interface Group {
  name: string;
  interval: string;
  rules: object[];
}

/** Annotations are templates to Prometheus; a title is not. */
function literal(text: string): string {
  return text.replaceAll('{{', '{{ "{{" }}');
}

/** Comments must stay on their lines. */
function comment(text: string): string {
  return ` ${text.replace(/[\s\p{Cc}]+/gu, ' ')}`;
}

function rounded(value: number): number {
  return Number(value.toPrecision(12));
}

function alertRule(objective: Objective, pair: BurnPairRule): object {
  const { ref, entityRef, target, title } = objective;
  const budget = rounded(1 - target);
  const limit = binary(number(pair.threshold), '*', number(budget));
  const exceeds = (seconds: number) =>
    binary(recorded(windowRecord(seconds), ref), '>', limit);
  const long = printDuration(pair.longSeconds * 1000);
  const short = printDuration(pair.shortSeconds * 1000);
  const factor = rounded(pair.threshold);
  return {
    alert: 'ErrorBudgetBurn',
    expr: printQuery(
      binary(exceeds(pair.longSeconds), 'and', exceeds(pair.shortSeconds)),
    ),
    labels: {
      severity: pair.severity,
      slo: ref,
      service: parseEntityRef(entityRef).name,
      entity_ref: entityRef,
      pair: pair.name,
    },
    annotations: {
      summary: `${literal(
        title,
      )} burns its error budget ${factor} times too fast`,
      description: `Over ${long} the error ratio is {{ $value | humanizePercentage }}; over ${long} and ${short} it is above ${factor} times the ${rounded(
        budget * 100,
      )} % that the objective of ${rounded(target * 100)} % allows.`,
    },
  };
}

/** The rules of one objective, or why it has none. */
function objectiveGroup(objective: Objective): {
  group?: Group;
  comments: string[];
} {
  const { ref, indicator, target } = objective;
  if (indicator.kind === 'push' || indicator.kind === 'composite')
    return {
      comments: [
        indicator.kind === 'push'
          ? `${ref}: left out, its counts are pushed and Prometheus does not have them.`
          : `${ref}: left out, it is a composite of other objectives; their own rules stand for it.`,
      ],
    };
  const invalid = checkIndicator(indicator).find(f => f.severity === 'error');
  if (invalid)
    return {
      comments: [
        `${ref}: left out, its ${invalid.path} query cannot be used: ${invalid.message}.`,
      ],
    };
  const reachable = objective.pairs.filter(
    pair => pair.threshold * (1 - target) < 1,
  );
  const comments = objective.pairs
    .filter(pair => !reachable.includes(pair))
    .map(
      pair =>
        `${ref}: alert ${pair.name} left out, a burn rate of ${rounded(
          pair.threshold,
        )} is unreachable: with all events failing it is ${rounded(
          1 / (1 - target),
        )}.`,
    );
  if (!reachable.length) return { comments };
  const windows = [
    ...new Set(
      reachable.flatMap(pair => [pair.shortSeconds, pair.longSeconds]),
    ),
  ].sort((a, b) => a - b);
  const labels = {
    slo: ref,
    service: parseEntityRef(objective.entityRef).name,
  };
  return {
    comments,
    group: {
      name: `ghostlight:${ref}`,
      interval: '1m',
      rules: [
        ...errorRatios(objective, indicator, windows).map(rule => ({
          ...rule,
          labels,
        })),
        ...reachable.map(pair => alertRule(objective, pair)),
      ],
    },
  };
}

/**
 * Prometheus recording and alert rules for objectives, as YAML.
 *
 * Per objective one group: `slo:sli_error:ratio_rate<window>` holds the error ratio over each window
 * of its burn-rate pairs, labelled `slo` (the objective's ref) and `service`; one alert
 * `ErrorBudgetBurn` per pair fires while both windows burn faster than the pair allows (Google SRE
 * Workbook, chapter 5), with labels `severity`, `slo`, `service`, `entity_ref` and `pair`. Where
 * minutes or slices are counted, they are recorded first: `slo:minute_value:raw`,
 * `slo:minute_error:ratio`, `slo:timeslice_error:ratio`, `slo:timeslice_bad:bool`.
 *
 * Objectives and pairs that make no rule are named in comments.
 *
 * @public
 */
export function generateRules(
  objectives: Objective[],
  options: GenerateRulesOptions = {},
): string {
  const { format = 'plain', name = 'ghostlight-slo' } = options;
  const unique = new Map(objectives.map(each => [each.ref, each]));
  const results = [...unique.values()].map(objectiveGroup);
  const groups = results.flatMap(({ group }) => (group ? [group] : []));
  const document = new Document(
    format === 'plain'
      ? { groups }
      : {
          apiVersion: 'monitoring.coreos.com/v1',
          kind: 'PrometheusRule',
          metadata: { name },
          spec: { groups },
        },
    { aliasDuplicateObjects: false },
  );
  const path = format === 'plain' ? ['groups'] : ['spec', 'groups'];
  const general: string[] = [];
  let index = 0;
  for (const { group, comments } of results) {
    const lines = comments.map(comment);
    if (!group) {
      general.push(...lines);
      continue;
    }
    const node = document.getIn([...path, index++], true);
    if (lines.length && isMap(node)) node.commentBefore = lines.join('\n');
  }
  if (general.length) document.commentBefore = general.join('\n');
  return document.toString({ lineWidth: 0 });
}
