import type { LoggerService } from '@backstage/backend-plugin-api';
import { refuseErrors, sayFinding, type Told } from '../texts/refuse';
import { fenced } from '../texts/fenced';
import { addDocument, type IfExists } from '../workspace/addDocument';
import { Workspace } from '../workspace/Workspace';

/**
 * Adds a document to a file of the workspace once the check has nothing against it, and says what came
 * of it. Nothing is written when it fails.
 *
 * @param options - `check` is given the whole file as it would be
 */
export async function writeDocument(options: {
  workspace: Workspace;
  file: string;
  ifExists: IfExists;
  document: string;
  logger: LoggerService;
  check(text: string): {
    findings: readonly Told[];
    /** Of the documents that were there. */
    others?: readonly Told[];
  };
}) {
  const { workspace, file, ifExists, document, logger } = options;
  const existing = await workspace.read(file);
  const content = addDocument(existing, document, { file, ifExists });
  const { findings, others = [] } = options.check(content);
  refuseErrors(file, findings);
  const said = findings.map(sayFinding);
  for (const text of said) logger.warn(text);
  for (const other of others) {
    logger.warn(`Was in ${file} before: ${sayFinding(other)}`);
  }
  await workspace.write(file, content);
  logger.info(
    `${existing === undefined ? 'Wrote' : 'Added a document to'} ${file}`,
  );
  return { content, findings: said, preview: previewOf(file, content, said) };
}

/** A file as Markdown, with what was found below. */
export function previewOf(
  file: string,
  content: string,
  findings: readonly string[],
): string {
  const language = file.endsWith('.md') ? 'markdown' : 'yaml';
  const list = findings.map(text => `- ${escapeMarkdown(text)}`).join('\n');
  return `\`${file}\`\n\n${fenced(content, language)}${
    list ? `\n\n${list}` : ''
  }\n`;
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_{}[\]<>()#+!|~]/g, '\\$&');
}
