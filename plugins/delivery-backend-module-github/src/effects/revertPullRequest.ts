import type { JsonObject } from '@backstage/types';
import type { ActOutcome, ReadBack } from '@ghostlight/plugin-delivery-node';
import { z } from 'zod';
import {
  comparisonSchema,
  gitCommitSchema,
  pullSchema,
  refSchema,
  repositorySchema,
  shaSchema,
  type PullRequest,
} from '../client/schemas';
import type { Repository } from '../client/Repository';
import {
  isRefusal,
  orRefused,
  refuse,
  type Effect,
  type EffectCall,
} from './Effect';

const schema = z.object({
  op: z.literal('revert-pull-request'),
  slug: z.string(),
  /** Where it is to be merged. */
  base: z.string(),
  /** Head of the base when the plan was made. */
  headSha: z.string(),
  /** Files as they are to be; without a sha they are removed. */
  entries: z
    .array(
      z.object({
        path: z.string(),
        mode: z.string(),
        sha: z.string().nullable(),
      }),
    )
    .min(1),
  title: z.string(),
  body: z.string(),
  /** In the body: tells the pull requests of one plan. */
  planKey: z.string(),
});

export type RevertPullRequest = z.output<typeof schema>;

const trailer = 'Ghostlight-Action';

/** What git allows in the name of a branch; of the ids of actions all of it. */
export function branchOf(actionId: string): string {
  const name = actionId
    .replace(/[^\w.-]+/g, '-')
    .replace(/\.{2,}/g, '.')
    .replace(/(\.lock)?\.?$/, '');
  return `ghostlight/revert-${name}`;
}

/**
 * Opens a pull request that takes files back to what they were. Whatever was done of it before is found by
 * the name of the branch, and gone on with.
 */
export const revertPullRequest: Effect = {
  async write(pinned, call) {
    const wanted = schema.parse(pinned);
    const repository = call.github.repository(wanted.slug);
    const { actionId, signal } = call;
    return orRefused(async () => {
      if (call.dryRun) return mayWrite(repository, signal);
      const there = await findPull(repository, actionId, signal);
      if (there) return { state: 'applied', result: resultOf(there) };
      const refused = await ensureBranch(repository, wanted, call);
      if (refused) return refuse(refused);
      return openPull(repository, wanted, call);
    });
  },

  async readBack(pinned, { github, actionId, signal }): Promise<ReadBack> {
    const repository = github.repository(schema.parse(pinned).slug);
    const pull = await findPull(repository, actionId, signal);
    // A branch alone is gone on with: it is not the effect yet.
    return pull
      ? { state: 'applied', result: resultOf(pull) }
      : { state: 'absent' };
  },
};

/** The pull request of an action, open or not. */
export async function findPull(
  repository: Repository,
  actionId: string,
  signal: AbortSignal,
): Promise<PullRequest | undefined> {
  const { items } = await repository.list(pullSchema, '/pulls', signal, {
    head: `${repository.owner}:${branchOf(actionId)}`,
    state: 'all',
    per_page: 5,
  });
  return items.find(({ head }) => head.ref === branchOf(actionId));
}

export function resultOf({ number, html_url: url }: PullRequest): JsonObject {
  return { number, url };
}

async function mayWrite(
  repository: Repository,
  signal: AbortSignal,
): Promise<ActOutcome> {
  const { archived, permissions } = await repository.read(
    repositorySchema,
    '',
    signal,
  );
  if (archived) return refuse(`${repository.slug} is archived`);
  // Of an app it is not said here.
  if (permissions?.push === false)
    return refuse(
      `The token may not write to ${repository.slug}: it needs contents and pull requests, read and write`,
    );
  return { state: 'applied' };
}

/** @returns why it cannot be */
async function ensureBranch(
  repository: Repository,
  wanted: RevertPullRequest,
  { actionId, signal }: EffectCall,
): Promise<string | undefined> {
  const branch = branchOf(actionId);
  const isOurs = async (): Promise<boolean | undefined> => {
    const ref = await repository.find(
      refSchema,
      `/git/ref/heads/${branch}`,
      signal,
    );
    if (!ref) return undefined;
    const { message } = await repository.read(
      gitCommitSchema,
      `/git/commits/${ref.object.sha}`,
      signal,
    );
    return message.includes(`${trailer}: ${actionId}`);
  };
  const taken = `The branch ${branch} is there already, and is somebody else's`;
  const there = await isOurs();
  if (there !== undefined) return there ? undefined : taken;
  const { object: head } = await repository.read(
    refSchema,
    `/git/ref/heads/${encodeRef(wanted.base)}`,
    signal,
  );
  const moved = await findMoved(repository, wanted, head.sha, signal);
  if (moved) return moved;
  const commit = await makeCommit(repository, wanted, {
    head: head.sha,
    message: `${wanted.title}\n\n${wanted.body}\n\n${trailer}: ${actionId}`,
    signal,
  });
  try {
    await repository.change(
      'POST',
      '/git/refs',
      { ref: `refs/heads/${branch}`, sha: commit },
      signal,
    );
    return undefined;
  } catch (error) {
    if (!isRefusal(error, 422)) throw error;
    // Somebody was faster: another replica, or a request whose answer was lost.
    const now = await isOurs();
    if (now === undefined) return error.message;
    return now ? undefined : taken;
  }
}

/** What came to the base after the plan must leave the files alone. */
async function findMoved(
  repository: Repository,
  { headSha, entries, base }: RevertPullRequest,
  head: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (head === headSha) return undefined;
  const { status, files } = await repository.read(
    comparisonSchema,
    `/compare/${headSha}...${head}`,
    signal,
  );
  if (status !== 'ahead') return `${base} was rewritten meanwhile; plan again`;
  const paths = new Set(entries.map(({ path }) => path));
  const touched = files.find(
    ({ filename, previous_filename: before }) =>
      paths.has(filename) || paths.has(before ?? ''),
  );
  return (
    touched &&
    `${touched.filename} was changed on ${base} meanwhile; plan again`
  );
}

/** A tree and a commit that nothing points at: made twice they harm nobody. */
async function makeCommit(
  repository: Repository,
  { entries }: RevertPullRequest,
  options: { head: string; message: string; signal: AbortSignal },
): Promise<string> {
  const { head, message, signal } = options;
  const { tree: base } = await repository.read(
    gitCommitSchema,
    `/git/commits/${head}`,
    signal,
  );
  const tree = shaSchema.parse(
    await repository.change(
      'POST',
      '/git/trees',
      {
        base_tree: base.sha,
        tree: entries.map(entry => ({ ...entry, type: typeOf(entry.mode) })),
      },
      signal,
    ),
  );
  const commit = shaSchema.parse(
    await repository.change(
      'POST',
      '/git/commits',
      { message, tree: tree.sha, parents: [head] },
      signal,
    ),
  );
  return commit.sha;
}

function typeOf(mode: string): string {
  return mode === '160000' ? 'commit' : 'blob';
}

async function openPull(
  repository: Repository,
  { title, body, base, planKey }: RevertPullRequest,
  { actionId, signal }: EffectCall,
): Promise<ActOutcome> {
  try {
    const pull = pullSchema.parse(
      await repository.change(
        'POST',
        '/pulls',
        {
          title,
          head: branchOf(actionId),
          base,
          body: `${body}\n\n<!-- ghostlight-plan: ${planKey} -->`,
          maintainer_can_modify: true,
        },
        signal,
      ),
    );
    return { state: 'applied', result: resultOf(pull) };
  } catch (error) {
    if (!isRefusal(error, 422)) throw error;
    const there = await findPull(repository, actionId, signal);
    return there
      ? { state: 'applied', result: resultOf(there) }
      : refuse(error.message);
  }
}

/** Slashes of branches stay. */
export function encodeRef(branch: string): string {
  return branch.split('/').map(encodeURIComponent).join('/');
}
