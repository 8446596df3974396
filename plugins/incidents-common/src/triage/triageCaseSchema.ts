import { z } from 'zod';
import type { TriageCase } from './TriageCase';

const text = (most: number) => z.string().max(most);
const name = z.string().min(1).max(300);
const instant = z.iso
  .datetime({ offset: true })
  .describe('ISO 8601 with its offset, `2026-11-21T12:00:00Z`.');
const labels = z.record(z.string().max(200), z.string().max(2000));
const id = name
  .optional()
  .describe('To find it by in the result; numbered when absent.');

const entity = z.strictObject({
  ref: name.describe('`component:default/payments`, or any name.'),
  title: text(300).optional(),
  kind: text(60).optional(),
  type: text(60)
    .optional()
    .describe('`service`, `database`, `queue`, `cache`, `host`, …'),
  owner: text(300).optional(),
  system: text(300).optional(),
  tier: text(60).optional(),
});

const dependency = z.strictObject({
  from: name.describe('Depends on `to`: its failures follow those of `to`.'),
  to: name,
  kind: text(60).optional().describe('`calls`, `runs-on`, `reads`, …'),
});

const alert = z.strictObject({
  id,
  name: text(300),
  title: text(500).optional(),
  description: text(5000).optional(),
  entityRef: name.optional(),
  severity: z.enum(['critical', 'error', 'warning', 'info']).optional(),
  startsAt: instant,
  endsAt: instant.optional(),
  labels: labels.optional(),
  count: z.number().int().positive().optional(),
});

const series = z.strictObject({
  id,
  entityRef: name,
  name: text(300).describe('As its source calls it: `http_requests_total`.'),
  kind: z
    .enum([
      'cpu',
      'memory',
      'disk',
      'network',
      'requests',
      'errors',
      'latency',
      'saturation',
      'connections',
      'queue',
      'restarts',
      'other',
    ])
    .optional()
    .describe('What it measures; guessed from the name when absent.'),
  unit: text(60).optional(),
  labels: labels.optional(),
  start: instant.describe('Of the first value.'),
  step: z.number().positive().max(86_400).describe('Seconds between values.'),
  values: z
    .array(z.number().nullable())
    .max(20_000)
    .describe(
      'From before the incident until during it; null where there is none.',
    ),
});

const objective = z.strictObject({
  id,
  ref: name,
  title: text(300).optional(),
  entityRef: name,
  target: z.number().min(0).max(1),
  burnRate: z.number().nonnegative().optional(),
  window: text(20).optional().describe('Of the burn rate: `1h`.'),
  budgetLeft: z.number().max(1).optional(),
  state: z.enum(['healthy', 'warning', 'critical', 'unknown']).optional(),
});

const change = z.strictObject({
  id,
  kind: z.enum(['deployment', 'rollback', 'config', 'flag', 'scale', 'other']),
  title: text(500),
  entityRef: name.optional(),
  at: instant,
  version: text(200).optional(),
  author: text(200).optional(),
  outcome: z.enum(['succeeded', 'failed', 'running']).optional(),
  url: text(2000).optional(),
});

const log = z.strictObject({
  id,
  entityRef: name.optional(),
  at: instant,
  until: instant.optional(),
  level: text(20).optional(),
  text: text(10_000).describe('The line, or its template.'),
  count: z.number().int().positive().optional(),
  before: z
    .number()
    .int()
    .nonnegative()
    .optional()
    .describe('How many there were in as long a time before the incident.'),
  source: text(100).optional(),
});

const runbook = z.strictObject({
  id,
  ref: name.optional(),
  title: text(300),
  entityRef: name.optional(),
  text: text(20_000).optional(),
  alerts: z.array(text(300)).max(100).optional(),
});

const similar = z.strictObject({
  id: name,
  title: text(500),
  entityRefs: z.array(name).max(200).optional(),
  originRef: name.optional(),
  rootCause: text(5000).optional(),
  mitigation: text(5000).optional(),
  resolvedAt: instant.optional(),
  likeness: z.number().min(0).max(1).optional(),
});

/** What is checked of a {@link TriageCase}; its JSON Schema is `docs/schemas/triage-case.json`. */
export const triageCaseSchema: z.ZodType<TriageCase> = z.strictObject({
  apiVersion: z.literal('ghostlight.dev/v1').optional(),
  id: name.optional(),
  title: text(500).optional(),
  startedAt: instant
    .optional()
    .describe(
      'When it began, if that is known; else the first alert, else what the series show.',
    ),
  at: instant
    .optional()
    .describe(
      'When it is judged. Nothing later is looked at. By default the end of what is here.',
    ),
  entities: z.array(entity).max(20_000).optional(),
  dependencies: z.array(dependency).max(200_000).optional(),
  alerts: z.array(alert).max(20_000).optional(),
  metrics: z.array(series).max(20_000).optional(),
  objectives: z.array(objective).max(5_000).optional(),
  changes: z.array(change).max(5_000).optional(),
  logs: z.array(log).max(50_000).optional(),
  runbooks: z.array(runbook).max(1_000).optional(),
  similar: z.array(similar).max(100).optional(),
});
