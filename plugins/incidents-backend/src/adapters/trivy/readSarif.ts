import type { JsonObject, JsonValue } from '@backstage/types';
import type { FindingEvent, Reading } from '@ghostlight/plugin-incidents-node';
import { z } from 'zod';
import {
  cleanLabels,
  findingEventOf,
  findingSeverityOf,
  readItems,
} from '../shared';
import { objectIn, readList, readObjects } from './readLists';

const result = z
  .looseObject({
    ruleId: z.string().min(1).optional(),
    ruleIndex: z.number().int().optional(),
    message: z.looseObject({ text: z.string().optional() }).optional(),
    suppressions: z.array(z.unknown()).nullish(),
  })
  .refine(({ ruleId, ruleIndex }) => ruleId || ruleIndex !== undefined, {
    path: ['ruleId'],
    message: 'names no rule',
  });

/** SARIF 2.1.0: results of each run, with their rule. */
export function readSarif(log: JsonObject, path: string): Reading {
  return readList(log, 'runs', path, (runs, at) =>
    readObjects(runs, at, readRun),
  );
}

function readRun(run: JsonObject, path: string): Reading {
  const driver = objectIn(run, 'tool', 'driver');
  const rules = Array.isArray(driver.rules) ? driver.rules : [];
  const byId = new Map(rules.map(rule => [objectIn(rule).id, rule]));
  const properties = objectIn(run, 'properties');
  const labels = cleanLabels({
    scanner: driver.name,
    artifact: properties.imageName,
  });
  return readList(run, 'results', path, (results, at) =>
    readItems(results, {
      path: at,
      schema: result,
      read(item, raw) {
        if (item.suppressions?.length || item.kind === 'pass') return {};
        if (item.baselineState === 'absent') return {};
        const rule = objectIn(
          item.ruleIndex === undefined || item.ruleIndex < 0
            ? byId.get(item.ruleId)
            : rules[item.ruleIndex],
        );
        const said = saidIn(item.message?.text);
        const { uri, startLine } = placeOf(raw);
        return {
          findings: [
            findingEventOf({
              rule: item.ruleId ?? textOf(rule.id) ?? `rule ${item.ruleIndex}`,
              title: [
                objectIn(rule, 'shortDescription').text,
                item.message?.text,
              ],
              severity: severityOf(item, rule, said.severity),
              target: uri ?? properties.imageName,
              package: said.package,
              installedVersion: said.installed,
              fixedVersion: said.fixed,
              url: rule.helpUri,
              labels: { ...labels, class: rule.name },
              at: textOf(startLine),
            }),
          ],
        };
      },
    }),
  );
}

/** What Trivy writes into a result's message, one `Name: value` a line. */
function saidIn(message: string | undefined) {
  const text = message?.slice(0, 4000) ?? '';
  const line = (name: string) =>
    new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1].trim();
  return {
    package: line('Package'),
    installed: line('Installed Version'),
    fixed: line('Fixed Version'),
    severity: line('Severity'),
  };
}

function severityOf(
  item: z.infer<typeof result>,
  rule: JsonObject,
  said: string | undefined,
): FindingEvent['severity'] {
  const { tags } = objectIn(rule, 'properties');
  for (const word of [said, ...(Array.isArray(tags) ? tags : [])]) {
    const severity = findingSeverityOf(word);
    if (severity !== 'unknown') return severity;
  }
  const score = Number(
    textOf(objectIn(rule, 'properties')['security-severity']),
  );
  if (score > 0) return ofScore(score);
  const level = item.level ?? objectIn(rule, 'defaultConfiguration').level;
  if (level === 'error') return 'high';
  if (level === 'warning' || level === undefined) return 'medium';
  return level === 'note' ? 'low' : 'unknown';
}

/** Bands of CVSS 3. */
function ofScore(score: number): FindingEvent['severity'] {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  return score >= 4 ? 'medium' : 'low';
}

function placeOf(raw: JsonValue): { uri?: string; startLine?: JsonValue } {
  const { locations } = objectIn(raw);
  const place = objectIn(
    Array.isArray(locations) ? locations[0] : undefined,
    'physicalLocation',
  );
  return {
    uri: textOf(objectIn(place, 'artifactLocation').uri),
    startLine: objectIn(place, 'region').startLine,
  };
}

function textOf(value: JsonValue | undefined): string | undefined {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' && value ? value : undefined;
}
