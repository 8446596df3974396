import type { UrlReaderService } from '@backstage/backend-plugin-api';
import { isError } from '@backstage/errors';
import type { ScmIntegrationRegistry } from '@backstage/integration';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import type { z as zod } from 'zod/v3';
import { readSubject } from '../catalog/Subject';
import { locateRepository } from '../repository/locateRepository';
import { checkFilePath } from '../workspace/filePath';
import { Workspace } from '../workspace/Workspace';
import { readExamples } from './examples';
import { entityRefField } from './fields';
import { readInput } from './readInput';

type Z = typeof zod;

const inputFields = {
  entityRef: entityRefField,
  files: (z: Z) =>
    z
      .array(z.string().max(200))
      .max(20)
      .optional()
      .describe(
        'Files beside the entity’s own that are read too, where they exist',
      ),
  targetPath: (z: Z) =>
    z
      .string()
      .max(200)
      .optional()
      .describe('Folder of the workspace that they are put in; . by default'),
};

/**
 * Finds the repository in which an entity is written, and puts single files of it into the workspace:
 * what a pull request needs to know, without the whole repository.
 */
export function createRepositoryReadAction(options: {
  catalog: CatalogService;
  integrations: ScmIntegrationRegistry;
  reader: UrlReaderService;
}) {
  const { catalog, integrations, reader } = options;
  return createTemplateAction({
    id: 'ghostlight:repository:read',
    description:
      'Finds the repository of an entity and reads its catalog file and others beside it',
    examples: readExamples,
    supportsDryRun: true,
    schema: {
      input: inputFields,
      output: {
        type: z =>
          z
            .enum(['github', 'gitlab', 'other', 'none'])
            .describe(
              'Kind of host; none for an entity that is in no repository',
            ),
        repoUrl: z =>
          z
            .string()
            .describe(
              'As publish actions take it; empty unless GitHub or GitLab',
            ),
        branch: z => z.string().describe('Branch that the catalog reads'),
        directory: z =>
          z.string().describe('Folder of the catalog file; . at the top'),
        catalogFile: z => z.string().describe('Its name'),
        found: z => z.array(z.string()).describe('Files that were there'),
      },
    },
    async handler(ctx) {
      const { logger } = ctx;
      const input = readInput(inputFields, ctx.input);
      const credentials = await ctx.getInitiatorCredentials();
      const { entity, ref } = await readSubject(
        catalog,
        input.entityRef,
        credentials,
      );
      const located = locateRepository(entity, integrations);
      const workspace = Workspace.create({
        workspacePath: ctx.workspacePath,
        targetPath: input.targetPath,
      });
      const { url, catalogFile } = located;
      const files = new Set(
        [catalogFile, ...(input.files ?? [])].map(file =>
          checkFilePath(file, 'files'),
        ),
      );
      const found: string[] = [];
      if (url) {
        for (const file of files) {
          const target = integrations.resolveUrl({
            url: `./${file}`,
            base: url,
          });
          const text = await readText(reader, target, ctx.signal);
          if (text === undefined) continue;
          await workspace.write(file, text);
          found.push(file);
        }
      } else {
        logger.warn(
          `${ref} is in no repository that this portal is set up for: its files cannot be read, and no pull request can be opened`,
        );
      }
      ctx.output('type', located.type);
      ctx.output('repoUrl', located.repoUrl ?? '');
      ctx.output('branch', located.branch ?? '');
      ctx.output('directory', located.directory);
      ctx.output('catalogFile', catalogFile);
      ctx.output('found', found);
    },
  });
}

async function readText(
  reader: UrlReaderService,
  url: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  try {
    const { buffer } = await reader.readUrl(url, { signal });
    return (await buffer()).toString('utf8');
  } catch (error) {
    if (isError(error) && error.name === 'NotFoundError') return undefined;
    throw error;
  }
}
