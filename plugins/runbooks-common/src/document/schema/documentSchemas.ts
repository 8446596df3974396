import { z } from 'zod';
import { API_VERSION } from '../compile/compileDocument';
import { experimentSpec } from './experiment';
import { policySpec } from './policy';
import { runbookSpec } from './runbook';
import { innerStep, step, stepKinds } from './step';

/** By kind, with what the document is in words. */
const kinds = {
  Runbook: [runbookSpec, 'What to do when something is wrong.'],
  RemediationPolicy: [
    policySpec,
    'What is done against a symptom, and how far.',
  ],
  ChaosExperiment: [experimentSpec, 'A fault that is done on purpose.'],
} as const;

/**
 * JSON Schemas (2020-12) of the documents as they are written, by kind. They say what an editor can say;
 * what holds between fields is checked by the compile functions.
 *
 * @public
 */
export function documentSchemas(): Record<
  'Runbook' | 'RemediationPolicy' | 'ChaosExperiment',
  Record<string, unknown>
> {
  const made = Object.entries(kinds).map(([kind, [spec, description]]) => {
    const schema = z.toJSONSchema(spec, { io: 'input', override });
    const { $schema, $defs, ...rest } = schema;
    return [
      kind,
      {
        $schema,
        title: kind,
        description,
        type: 'object',
        required: ['apiVersion', 'kind', 'metadata', 'spec'],
        properties: {
          apiVersion: { const: API_VERSION },
          kind: { const: kind },
          metadata: {
            type: 'object',
            required: ['name'],
            properties: {
              name: { type: 'string', maxLength: 63 },
              namespace: { type: 'string', maxLength: 63 },
              title: { type: 'string' },
              description: { type: 'string' },
            },
          },
          spec: rest,
        },
        ...($defs ? { $defs } : {}),
      },
    ];
  });
  return Object.fromEntries(made) as ReturnType<typeof documentSchemas>;
}

/** A step is exactly one thing, and the catalog takes a Markdown text from a file. */
function override(at: {
  zodSchema: z.core.$ZodTypes;
  jsonSchema: Record<string, unknown>;
}) {
  if (is(at.zodSchema, step) || is(at.zodSchema, innerStep)) {
    at.jsonSchema.oneOf = stepKinds
      .filter(kind => kind !== 'parallel' || is(at.zodSchema, step))
      .map(kind => ({ required: [kind] }));
  }
  if (is(at.zodSchema, runbookSpec)) {
    const properties = at.jsonSchema.properties as Record<string, object>;
    properties.markdown = {
      description: 'A runbook in Markdown; $text takes it from a file.',
      anyOf: [
        { type: 'string', maxLength: 65_536 },
        {
          type: 'object',
          required: ['$text'],
          properties: { $text: { type: 'string' } },
        },
      ],
    };
  }
}

function is(schema: unknown, other: z.ZodType): boolean {
  return schema === other;
}
