import { VendorError } from '@ghostlight/reliability-node';
import { commitSchema, pullSchema } from '../client/schemas';
import type { Repository } from '../client/Repository';
import { timeOf } from '../describe/words';

/** What GitHub says of a commit. */
export interface CommitNote {
  author?: string;
  at?: number;
  /** Address of the pull request that brought it in. */
  pullRequest?: string;
}

/** Answers that are kept: they hardly ever change. */
const kept = 1_000;

/** Asks about commits, each once. What is not answered is done without. */
export class Commits {
  private readonly notes = new Map<string, CommitNote>();

  private constructor() {}

  static create(): Commits {
    return new Commits();
  }

  async note(
    repository: Repository,
    sha: string,
    signal: AbortSignal,
  ): Promise<CommitNote> {
    const key = `${repository.slug} ${sha}`;
    const known = this.notes.get(key);
    if (known) return known;
    try {
      const path = `/commits/${encodeURIComponent(sha)}`;
      const [commit, { items: pulls }] = await Promise.all([
        repository.find(commitSchema, path, signal),
        repository.list(pullSchema, `${path}/pulls`, signal, { per_page: 5 }),
      ]);
      const pull = pulls.find(({ merged_at: at }) => at) ?? pulls[0];
      const { author } = commit?.commit ?? {};
      const note = {
        author: commit?.author?.login ?? author?.name ?? undefined,
        at: timeOf(author?.date),
        pullRequest: pull?.html_url,
      };
      this.notes.set(key, note);
      if (this.notes.size > kept)
        this.notes.delete(this.notes.keys().next().value!);
      return note;
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof VendorError && error.refused && !error.retryAfterMs)
        return {};
      throw error;
    }
  }
}
