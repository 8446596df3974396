import { stringifyEntityRef } from '@backstage/catalog-model';
import { InputError } from '@backstage/errors';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { JsonObject } from '@backstage/types';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { z as zod } from 'zod/v3';
import { readSubject } from '../catalog/Subject';
import { checkRunbookFile } from '../runbook/checkRunbookFile';
import { composeRunbook, runbookComments } from '../runbook/composeRunbook';
import { findTriggers } from '../runbook/findTriggers';
import { asMarkdown } from '../runbook/printMarkdown';
import { readActions } from '../runbook/readActions';
import { symptoms, type RunbookWish, type TriggerWish } from '../runbook/Wish';
import { words } from '../runbook/words';
import { isPlainText } from '../texts/isPlainText';
import { nameOf } from '../texts/nameOf';
import { printYaml } from '../texts/printYaml';
import { checkFilePath } from '../workspace/filePath';
import { Workspace } from '../workspace/Workspace';
import { runbookExamples } from './examples';
import {
  documentOutputs,
  entityRefField,
  line,
  lines,
  nameField,
  placeFields,
} from './fields';
import { readInput } from './readInput';
import { previewOf, writeDocument } from './writeDocument';

type Z = typeof zod;

const severity = (z: Z) => z.enum(['sev1', 'sev2', 'sev3', 'sev4']);

const inputFields = {
  entityRef: entityRefField,
  kind: (z: Z) => z.enum(symptoms).describe('What goes wrong'),
  name: nameField,
  title: (z: Z) => line(z, 200).optional(),
  description: (z: Z) => lines(z, 5_000).optional(),
  severity: (z: Z) => severity(z).optional().describe('sev2 by default'),
  estimatedTime: (z: Z) =>
    line(z, 20).optional().describe('Such as 1h; 30m by default'),
  triggers: (z: Z) =>
    z
      .array(
        z
          .object({
            alert: line(z, 200).optional(),
            labels: z.record(line(z, 1_000)).optional(),
            slo: line(z, 250).optional(),
            burn: z.enum(['page', 'ticket']).optional(),
            severity: severity(z).optional(),
          })
          .strict(),
      )
      .max(20)
      .optional()
      .describe(
        'When it is suggested; when the objectives of the entity burn by default',
      ),
  alert: (z: Z) =>
    line(z, 200)
      .optional()
      .describe('Short for a trigger with the name of an alert'),
  objectives: (z: Z) =>
    z
      .array(line(z, 250))
      .max(20)
      .optional()
      .describe('Objectives that a recovery is seen by; all by default'),
  actions: (z: Z) =>
    z
      .array(
        z.union([
          line(z, 110),
          z
            .object({
              action: line(z, 110),
              input: z.record(z.unknown()).optional(),
              timeout: line(z, 20).optional(),
            })
            .strict(),
        ]),
      )
      .max(20)
      .optional()
      .describe('Ids of actions, or actions with their input'),
  form: (z: Z) =>
    z
      .enum(['yaml', 'markdown'])
      .optional()
      .describe('yaml (default), or a Markdown file with the entity beside it'),
  file: (z: Z) =>
    z
      .string()
      .max(200)
      .optional()
      .describe('The .yaml file; runbooks/<name>.yaml by default'),
  ...placeFields,
};

/** Adds a runbook to the workspace. Reads the catalog, slo and runbooks, changes none of them. */
export function createRunbookWriteAction(options: {
  catalog: CatalogService;
  runbooks: RunbooksService;
  slo: SloService;
}) {
  const { catalog, runbooks, slo } = options;
  return createTemplateAction({
    id: 'ghostlight:runbook:write',
    description:
      'Writes a runbook of an entity with its owner, dependencies, triggers and actions, and checks it',
    examples: runbookExamples,
    supportsDryRun: true,
    schema: {
      input: inputFields,
      output: {
        ...documentOutputs,
        files: z => z.array(z.string()).describe('All files that were written'),
      },
    },
    async handler(ctx) {
      const { logger } = ctx;
      const input = readInput(inputFields, ctx.input);
      const credentials = await ctx.getInitiatorCredentials();
      const subject = await readSubject(catalog, input.entityRef, credentials);
      const name = input.name ?? nameOf(subject.name, input.kind);
      const file = checkFilePath(input.file ?? `runbooks/${name}.yaml`);
      if (file.endsWith('.md'))
        throw new InputError(
          'file: the entity is written in a .yaml file, with form: markdown the text beside it',
        );
      const ask = { credentials, logger };
      const actions = await readActions(runbooks, ask);
      const given: TriggerWish[] = [
        ...(input.alert ? [{ alert: input.alert }] : []),
        ...(input.triggers ?? []),
      ];
      const wish: RunbookWish = {
        name,
        title: input.title ?? titleOf(subject.title, words[input.kind].title),
        description: input.description,
        kind: input.kind,
        severity: input.severity ?? 'sev2',
        estimatedTime: input.estimatedTime ?? '30m',
        triggers: given.length
          ? given
          : await findTriggers(input.kind, subject, { slo, ...ask }),
        actions: (input.actions ?? []).map(action =>
          typeof action === 'string'
            ? { action }
            : { ...action, input: plainInput(action.input) },
        ),
        objectives: input.objectives ?? [],
      };
      const written = composeRunbook(wish, subject, actions);
      const workspace = Workspace.create({
        workspacePath: ctx.workspacePath,
        targetPath: input.targetPath,
        existingPath: input.existingPath,
      });
      const head = `What to do when ${subject.ref} ${words[wish.kind].title}.`;
      const markdown =
        input.form === 'markdown'
          ? {
              file: file.replace(/\.ya?ml$/, '.md'),
              ...asMarkdown(written, {
                file: file.replace(/^.*\//, '').replace(/\.ya?ml$/, '.md'),
              }),
            }
          : undefined;
      if (markdown && (await workspace.read(markdown.file)) !== undefined)
        throw new InputError(
          `file: ${markdown.file} is there already and is not overwritten (allowed: another file)`,
        );
      const result = await writeDocument({
        workspace,
        file,
        ifExists: input.ifExists ?? 'fail',
        document: markdown
          ? printYaml(markdown.entity, { head })
          : printYaml(written, { head, comments: runbookComments(wish) }),
        logger,
        check: text =>
          checkRunbookFile(text, { actions, markdown: markdown?.markdown }),
      });
      if (markdown) await workspace.write(markdown.file, markdown.markdown);
      const { namespace } = subject;
      ctx.output('file', file);
      ctx.output('files', markdown ? [file, markdown.file] : [file]);
      ctx.output(
        'ref',
        stringifyEntityRef({ kind: 'Runbook', namespace, name }),
      );
      ctx.output('content', result.content);
      ctx.output(
        'preview',
        markdown
          ? `${result.preview}\n${previewOf(
              markdown.file,
              markdown.markdown,
              [],
            )}`
          : result.preview,
      );
      ctx.output('findings', result.findings);
    },
  });
}

function titleOf(title: string, rest: string): string {
  const own = isPlainText(title)
    ? title
    : title.replace(/[^\p{L}\p{N} ]/gu, ' ');
  return `${own.trim().slice(0, 150)} ${rest}`;
}

/** What YAML can say, and nothing that no database takes. */
function plainInput(
  input: Record<string, unknown> | undefined,
): JsonObject | undefined {
  if (!input) return undefined;
  const check = (value: unknown, depth: number): void => {
    if (depth > 10) throw new InputError('actions: an input nested too deeply');
    if (typeof value === 'string' && !isPlainText(value, { lines: true }))
      throw new InputError('actions: an input with control characters');
    if (typeof value === 'object' && value !== null) {
      for (const [key, item] of Object.entries(value)) {
        check(key, depth + 1);
        check(item, depth + 1);
      }
    }
  };
  check(input, 0);
  return input as JsonObject;
}
