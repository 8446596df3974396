import { NotFoundError } from '@backstage/errors';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import { linkFiles } from '../repository/linkFiles';
import { fenced } from '../texts/fenced';
import { checkFilePath } from '../workspace/filePath';
import { Workspace } from '../workspace/Workspace';
import { linkExamples } from './examples';
import { nameField, placeFields } from './fields';
import { readInput } from './readInput';

type Z = typeof zod;

const inputFields = {
  files: (z: Z) =>
    z
      .array(z.string().max(200))
      .min(1)
      .max(20)
      .describe('Files that the catalog is to read, beside the catalog file'),
  catalogFile: (z: Z) =>
    z.string().max(200).optional().describe('catalog-info.yaml by default'),
  name: (z: Z) =>
    nameField(z).describe('Of a Location that is added where there is none'),
  targetPath: placeFields.targetPath,
  existingPath: placeFields.existingPath,
};

/** Names files in a Location of the catalog file, so that the catalog reads them too. */
export function createCatalogLinkAction() {
  return createTemplateAction({
    id: 'ghostlight:catalog:link',
    description: 'Has the catalog file of a repository name further files',
    examples: linkExamples,
    supportsDryRun: true,
    schema: {
      input: inputFields,
      output: {
        added: z => z.array(z.string()).describe('What was not named before'),
        preview: z => z.string().describe('The catalog file as Markdown'),
      },
    },
    async handler(ctx) {
      const input = readInput(inputFields, ctx.input);
      const file = checkFilePath(
        input.catalogFile ?? 'catalog-info.yaml',
        'catalogFile',
      );
      const files = input.files.map(name => checkFilePath(name, 'files'));
      const workspace = Workspace.create({
        workspacePath: ctx.workspacePath,
        targetPath: input.targetPath,
        existingPath: input.existingPath,
      });
      const existing = await workspace.read(file);
      if (existing === undefined)
        throw new NotFoundError(
          `catalogFile: there is no ${file} in the workspace; read the repository first`,
        );
      const others = files.filter(name => name !== file);
      const { text, added } = linkFiles(existing, {
        files: others,
        name: input.name,
      });
      if (added.length) await workspace.write(file, text);
      ctx.logger.info(
        added.length
          ? `${file} names ${added.join(', ')}`
          : `${file} names them already`,
      );
      ctx.output('added', added);
      ctx.output(
        'preview',
        added.length ? `\`${file}\`\n\n${fenced(text, 'yaml')}\n` : '',
      );
    },
  });
}
