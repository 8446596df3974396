import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { z as zod } from 'zod/v3';
import { readSubject, type Subject } from '../catalog/Subject';
import { withBucket } from '../slo/adaptSli';
import { checkSloFile } from '../slo/checkSloFile';
import { composeSlo } from '../slo/composeSlo';
import { conventionalSli } from '../slo/conventionalSli';
import { findSli, type FindSliOptions, takeSli } from '../slo/findSli';
import { givenSli, type GivenQueries } from '../slo/givenSli';
import { lintDependencies } from '../slo/lintDependencies';
import { readReferences } from '../slo/readReferences';
import { type FoundSli, objectiveTypes, type ObjectiveType } from '../slo/Sli';
import { nameOf } from '../texts/nameOf';
import { printYaml } from '../texts/printYaml';
import { checkFilePath } from '../workspace/filePath';
import { Workspace } from '../workspace/Workspace';
import { sloExamples } from './examples';
import {
  documentOutputs,
  entityRefField,
  line,
  lines,
  nameField,
  placeFields,
} from './fields';
import { readInput } from './readInput';
import { writeDocument } from './writeDocument';

type Z = typeof zod;

const inputFields = {
  entityRef: entityRefField,
  type: (z: Z) =>
    z
      .enum(objectiveTypes)
      .describe('What is promised; push is for counts that a job sends itself'),
  targetPercent: (z: Z) =>
    z.number().describe('Share that must be good, such as 99.9'),
  window: (z: Z) =>
    line(z, 20).optional().describe('Such as 28d; 30d by default'),
  timeZone: (z: Z) =>
    line(z, 60)
      .optional()
      .describe('Makes the window follow the calendar of this zone'),
  threshold: (z: Z) =>
    z
      .number()
      .positive()
      .finite()
      .optional()
      .describe(
        'Seconds of a latency at most, requests per second of a throughput at least',
      ),
  like: (z: Z) =>
    z
      .string()
      .max(300)
      .optional()
      .describe('Objective whose SLI is taken, such as slo:default/name'),
  queries: (z: Z) =>
    z
      .object({
        good: lines(z, 5_000).optional(),
        bad: lines(z, 5_000).optional(),
        total: lines(z, 5_000).optional(),
        value: lines(z, 5_000).optional(),
      })
      .strict()
      .optional()
      .describe('Or queries: good or bad with total, or a value'),
  source: (z: Z) =>
    line(z, 100)
      .optional()
      .describe('Configured source of the queries; default by default'),
  policy: (z: Z) =>
    line(z, 63)
      .optional()
      .describe('conservative, aggressive or an ErrorBudgetPolicy'),
  name: nameField,
  title: (z: Z) => line(z, 200).optional(),
  description: (z: Z) => lines(z, 1_050).optional(),
  file: (z: Z) =>
    z.string().max(200).optional().describe('slo.yaml by default'),
  ...placeFields,
};

/** Adds an OpenSLO document to the workspace. Reads the catalog and slo, changes neither. */
export function createSloWriteAction(options: {
  catalog: CatalogService;
  slo: SloService;
}) {
  const { catalog, slo } = options;
  return createTemplateAction({
    id: 'ghostlight:slo:write',
    description:
      'Writes an SLO of an entity, measured as it or its like already is, and checks it',
    examples: sloExamples,
    supportsDryRun: true,
    schema: {
      input: inputFields,
      output: {
        ...documentOutputs,
        measuredBy: z =>
          z
            .enum(['given', 'objective', 'sibling', 'convention', 'push'])
            .describe('Where the SLI comes from'),
      },
    },
    async handler(ctx) {
      const { logger } = ctx;
      const input = readInput(inputFields, ctx.input);
      const credentials = await ctx.getInitiatorCredentials();
      const file = checkFilePath(input.file ?? 'slo.yaml');
      if (file.endsWith('.md'))
        throw new InputError('file: an SLO is written in a .yaml file');
      const subject = await readSubject(catalog, input.entityRef, credentials);
      const sli = await sliOf(input, subject, { slo, logger, credentials });
      logger.info(`Measured by: ${sli.origin.kind}`);
      const name = input.name ?? nameOf(subject.name, input.type);
      const { value, head, comments } = composeSlo(
        {
          name,
          title:
            input.title ??
            `${subject.title.slice(0, 150)} ${
              input.type === 'push' ? 'events' : input.type
            }`,
          description: input.description,
          type: input.type,
          targetPercent: input.targetPercent,
          window: input.window ?? '30d',
          timeZone: input.timeZone,
          policy: input.policy,
        },
        subject,
        sli,
      );
      const known = await readReferences(
        catalog,
        {
          policy: input.policy,
          indicatorRef: sli.indicatorRef,
          source: input.source,
        },
        { namespace: subject.namespace, credentials },
      );
      const unsupported =
        input.type === 'availability'
          ? await lintDependencies(
              { name, target: input.targetPercent / 100 },
              subject,
              { slo, logger, credentials },
            )
          : [];
      const written = await writeDocument({
        workspace: Workspace.create({
          workspacePath: ctx.workspacePath,
          targetPath: input.targetPath,
          existingPath: input.existingPath,
        }),
        file,
        ifExists: input.ifExists ?? 'fail',
        document: printYaml(value, { head, comments }),
        logger,
        check: text => {
          const { findings, others } = checkSloFile(text, {
            entityRef: subject.ref,
            known,
          });
          return { findings: [...findings, ...unsupported], others };
        },
      });
      ctx.output('file', file);
      ctx.output(
        'ref',
        stringifyEntityRef({ kind: 'SLO', namespace: subject.namespace, name }),
      );
      ctx.output('content', written.content);
      ctx.output('preview', written.preview);
      ctx.output('findings', written.findings);
      ctx.output('measuredBy', sli.origin.kind);
    },
  });
}

/** As it was entered, as it was chosen, as it is measured already, or as is usual: the first that there is. */
async function sliOf(
  input: {
    type: ObjectiveType;
    threshold?: number;
    like?: string;
    queries?: GivenQueries;
    source?: string;
  },
  subject: Subject,
  options: FindSliOptions,
): Promise<FoundSli> {
  const { type, threshold, queries, source } = input;
  const like = input.like?.trim();
  if (queries && Object.values(queries).some(Boolean))
    return givenSli(type, queries, { source, threshold });
  const usual = () => conventionalSli(type, subject, { source, threshold });
  if (!like && type === 'push') return usual();
  const found = like
    ? await takeSli(like, subject, options)
    : await findSli(type, subject, options);
  if (!found) return usual();
  if (threshold === undefined) return found;
  return {
    ...found,
    ...(found.spec && type === 'latency'
      ? { spec: withBucket(found.spec, threshold) }
      : {}),
    ...(found.comparison
      ? { comparison: { ...found.comparison, value: threshold } }
      : {}),
  };
}
