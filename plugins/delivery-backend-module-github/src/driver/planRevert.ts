import type { Sentence } from '@ghostlight/plugin-delivery-common';
import type { DriverStep } from '@ghostlight/plugin-delivery-node';
import { randomUUID } from 'node:crypto';
import type { Repository } from '../client/Repository';
import {
  comparisonSchema,
  refSchema,
  treeSchema,
  type Comparison,
} from '../client/schemas';
import { shortOf } from '../describe/words';
import {
  encodeRef,
  type RevertPullRequest,
} from '../effects/revertPullRequest';
import { titled } from '../describe/titled';
import type { Past } from './revisionsOf';

/** GitHub tells no more files of a comparison. */
const mostFiles = 300;

type Entry = RevertPullRequest['entries'][number];

/**
 * The step that takes files back to what they were at the good commit, and why it cannot be done cleanly:
 * what came after the bad one must have left them alone.
 */
export async function planRevert(options: {
  repository: Repository;
  branch: string;
  /** Only what is under this folder. */
  folder?: string;
  from: Past;
  to: Past;
  /** From the good commit to the bad one. */
  undone: Comparison;
  signal: AbortSignal;
}): Promise<{ steps: DriverStep[]; refusals: Sentence[] }> {
  const { repository, branch, folder, from, to, undone, signal } = options;
  const [good, bad] = [to.deployment.sha, from.deployment.sha];
  const no = (text: string) => ({
    steps: [],
    refusals: [{ code: 'github.revert', text, params: { text } }],
  });
  if (undone.status !== 'ahead')
    return no(
      `It cannot be reverted cleanly: ${shortOf(
        bad,
      )} does not come after ${shortOf(good)}`,
    );
  const files = undone.files.filter(file => isUnder(file, folder));
  if (undone.files.length >= mostFiles)
    return no(
      `It cannot be reverted cleanly: ${mostFiles} files or more were changed since ${to.revision.version}`,
    );
  if (!files.length)
    return no(
      `There is nothing to revert: ${folder ?? 'no file'} is as it was at ${
        to.revision.version
      }`,
    );
  const ref = await repository.find(
    refSchema,
    `/git/ref/heads/${encodeRef(branch)}`,
    signal,
  );
  if (!ref) return no(`There is no branch ${branch} in ${repository.slug}`);
  const later = await laterThan(repository, bad, ref.object.sha, signal);
  if (later.status !== 'ahead' && later.status !== 'identical')
    return no(
      `It cannot be reverted cleanly: ${branch} does not have ${shortOf(bad)}`,
    );
  if (later.files.length >= mostFiles)
    return no(
      `It cannot be reverted cleanly: ${mostFiles} files or more were changed on ${branch} since`,
    );
  const paths = new Set(files.flatMap(pathsOf));
  const touched = later.files.flatMap(pathsOf).find(path => paths.has(path));
  if (touched)
    return no(
      `It cannot be reverted cleanly: ${touched} was changed again on ${branch} after ${shortOf(
        bad,
      )}`,
    );
  const entries = await entriesOf(repository, files, good, signal);
  if (!entries)
    return no(
      `It cannot be reverted cleanly: the tree of ${shortOf(
        good,
      )} is too large to be read`,
    );
  const pinned: RevertPullRequest = {
    op: 'revert-pull-request',
    slug: repository.slug,
    base: branch,
    headSha: ref.object.sha,
    entries,
    title: `Go back to ${to.revision.version} from ${from.revision.version}`,
    body: [
      `Takes ${entries.length} files${
        folder ? ` under ${folder}` : ''
      } back to what they were at ${good}, where ${bad} is what runs now.`,
      'Opened for a rollback that was asked for in Ghostlight; its page has the reason and who asked.',
    ].join('\n\n'),
    planKey: randomUUID(),
  };
  return {
    steps: [
      {
        id: 'revert-pull-request',
        ...titled(
          'github.step.revert',
          `Open a pull request to ${branch} of ${repository.slug} that takes ${entries.length} files back`,
          { branch, slug: repository.slug, count: entries.length },
        ),
        reversible: true,
        pinned: { ...pinned },
        timeout: 120_000,
      },
    ],
    refusals: [],
  };
}

async function laterThan(
  repository: Repository,
  bad: string,
  head: string,
  signal: AbortSignal,
): Promise<Comparison> {
  if (bad === head) return { status: 'identical', files: [] };
  return repository.read(comparisonSchema, `/compare/${bad}...${head}`, signal);
}

/** @returns undefined when the tree is not told in full */
async function entriesOf(
  repository: Repository,
  files: Comparison['files'],
  good: string,
  signal: AbortSignal,
): Promise<Entry[] | undefined> {
  const gone = files.every(({ status }) => status === 'added');
  const before = new Map<string, { mode: string; sha: string }>();
  if (!gone) {
    const { tree, truncated } = await repository.read(
      treeSchema,
      `/git/trees/${good}`,
      signal,
      { recursive: 1 },
    );
    if (truncated) return undefined;
    for (const { path, mode, sha } of tree)
      if (sha) before.set(path, { mode, sha });
  }
  return [...new Set(files.flatMap(pathsOf))].map(path => {
    const was = before.get(path);
    return { path, mode: was?.mode ?? '100644', sha: was?.sha ?? null };
  });
}

function pathsOf({
  filename,
  previous_filename: before,
  status,
}: Comparison['files'][number]): string[] {
  return before && status === 'renamed' ? [filename, before] : [filename];
}

export function isUnder(
  file: Comparison['files'][number],
  folder: string | undefined,
): boolean {
  if (!folder) return true;
  const prefix = `${folder.replace(/^\.?\/+|\/+$/g, '')}/`;
  return pathsOf(file).some(path => path.startsWith(prefix));
}
