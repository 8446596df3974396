import type { JsonObject } from '@backstage/types';
import { z } from 'zod';

/**
 * What models answer, flat: vendors hold answers to a JSON Schema, but not to lengths and patterns, so
 * lengths are cut by code afterwards and nothing here is believed.
 */
const ids = z.array(z.string());
const injections = z.array(
  z.strictObject({ evidence: z.string(), text: z.string() }),
);

export const analysisAnswer = z.strictObject({
  verdict: z.enum(['identified', 'probable', 'inconclusive', 'no-fault']),
  headline: z.string(),
  hypotheses: z.array(
    z.strictObject({
      key: z.string(),
      title: z.string(),
      entity: z.string(),
      change: z.string(),
      supporting: ids,
      contradicting: ids,
    }),
  ),
  claims: z.array(
    z.strictObject({
      part: z.enum(['hypothesis', 'ruled-out', 'verification', 'prevention']),
      hypothesis: z.string(),
      text: z.string(),
      evidence: ids,
    }),
  ),
  timeline: z.array(
    z.strictObject({ at: z.string(), text: z.string(), evidence: ids }),
  ),
  actions: z.array(
    z.strictObject({
      action: z.string(),
      entity: z.string(),
      parameters: z.string(),
      why: z.string(),
      evidence: ids,
    }),
  ),
  runbookQueries: z.array(z.string()),
  openQuestions: z.array(z.string()),
  injections,
});

export const reviewAnswer = z.strictObject({
  primary: z.string(),
  first: z.string(),
  firstEvidence: ids,
  groups: z.array(
    z.strictObject({
      alerts: ids,
      related: z.boolean(),
      why: z.string(),
      evidence: ids,
    }),
  ),
  order: ids,
  suppress: z.array(
    z.strictObject({ alert: z.string(), why: z.string(), evidence: ids }),
  ),
  injections,
});

export const summaryAnswer = z.strictObject({
  title: z.string(),
  sentences: z.array(z.strictObject({ text: z.string(), evidence: ids })),
});

export const narrativeSections = [
  'summary',
  'how-it-began',
  'how-it-was-found',
  'how-it-ended',
  'went-well',
  'went-wrong',
  'lessons',
] as const;

export const narrativeAnswer = z.strictObject({
  paragraphs: z.array(
    z.strictObject({
      section: z.enum(narrativeSections),
      text: z.string(),
      evidence: ids,
    }),
  ),
});

export const draftPhases = [
  'detection',
  'diagnosis',
  'resolution',
  'verification',
  'escalation',
] as const;

export const runbookDraftAnswer = z.strictObject({
  title: z.string(),
  description: z.string(),
  alerts: z.array(z.string()),
  causes: z.array(
    z.strictObject({
      cause: z.string(),
      check: z.string(),
      mitigation: z.string(),
      evidence: ids,
    }),
  ),
  steps: z.array(
    z.strictObject({
      phase: z.enum(draftPhases),
      kind: z.enum(['manual', 'action', 'verify']),
      title: z.string(),
      text: z.string(),
      action: z.string(),
      parameters: z.string(),
      minutes: z.number(),
      evidence: ids,
    }),
  ),
});

export type AnalysisAnswer = z.infer<typeof analysisAnswer>;
export type ReviewAnswer = z.infer<typeof reviewAnswer>;
export type SummaryAnswer = z.infer<typeof summaryAnswer>;
export type NarrativeAnswer = z.infer<typeof narrativeAnswer>;
export type RunbookDraftAnswer = z.infer<typeof runbookDraftAnswer>;

/** What a vendor is given. */
export function schemaFor(answer: z.ZodType): JsonObject {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(answer);
  return schema as JsonObject;
}
