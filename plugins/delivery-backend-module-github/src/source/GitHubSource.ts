import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeSource,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import { VendorError } from '@ghostlight/reliability-node';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { GitHub } from '../client/GitHub';
import { isSlug } from '../readGithubConfig';
import { Commits } from './Commits';
import { lookAt, type Mark } from './RepoWatcher';

/** Repositories that are looked at at the same time. */
const atOnce = 4;
/** Milliseconds between two of them: GitHub takes 900 requests a minute, whatever they answer. */
const paceMs = 300;
/** Of a repository that was never looked at so much is told. */
const history = 14 * 86_400_000;

const memorySchema = z.object({
  v: z.literal(1),
  /** By slug: the latest change of a deployment and of a run that was told, and what was not over. */
  marks: z.record(
    z.string(),
    z.tuple([z.number(), z.number(), z.array(z.number())]),
  ),
});

/**
 * Tells deployments and runs of the repositories that entities name: looks at each every while. Webhooks
 * are faster, and tell of the same changes.
 */
export class GitHubSource implements ChangeSource {
  readonly id = 'github';
  readonly title = 'GitHub';

  private constructor(
    private readonly github: GitHub,
    private readonly logger: LoggerService,
    private readonly now: () => number,
  ) {}

  static create(options: {
    github: GitHub;
    logger: LoggerService;
    /** Epoch milliseconds. */
    now?: () => number;
  }): GitHubSource {
    const { github, logger, now = Date.now } = options;
    return new GitHubSource(github, logger, now);
  }

  async run(context: ChangeSourceContext): Promise<void> {
    const { signal } = context;
    const { pollMs } = this.github.config;
    const marks = readMemory(await context.remembered());
    const commits = Commits.create();
    while (!signal.aborted) {
      await this.round({ context, marks, commits });
      await sleep(pollMs, undefined, { signal }).catch(() => undefined);
    }
  }

  private async round(options: {
    context: ChangeSourceContext;
    marks: Map<string, Mark>;
    commits: Commits;
  }): Promise<void> {
    const { context, marks } = options;
    const slugs = this.slugsOf(context);
    for (const slug of marks.keys()) if (!slugs.has(slug)) marks.delete(slug);
    const waiting = [...slugs];
    const problems: string[] = [];
    const before = writeMemory(marks);
    const work = async () => {
      for (let slug = waiting.shift(); slug; slug = waiting.shift()) {
        const problem = await this.look(slug, options);
        if (problem) problems.push(problem);
        if (waiting.length)
          await sleep(paceMs, undefined, { signal: context.signal });
      }
    };
    await Promise.all(Array.from({ length: atOnce }, work));
    if (context.signal.aborted) return;
    const after = writeMemory(marks);
    if (after !== before) await context.remember(after);
    const [problem] = problems;
    context.sink.status({
      healthy: problems.length === 0,
      ...(problem && {
        text:
          problems.length > 1
            ? `${problems.length} of ${slugs.size} repositories: ${problem}`
            : problem,
      }),
    });
  }

  /** @returns what went wrong; one repository holds no other up */
  private async look(
    slug: string,
    options: {
      context: ChangeSourceContext;
      marks: Map<string, Mark>;
      commits: Commits;
    },
  ): Promise<string | undefined> {
    const { context, marks, commits } = options;
    const { signal, sink } = context;
    const start = this.now() - history;
    try {
      const { reports, mark } = await lookAt({
        github: this.github,
        repository: this.github.repository(slug),
        commits,
        mark: marks.get(slug) ?? {
          deployments: start,
          runs: start,
          open: [],
        },
        signal,
      });
      if (reports.length) await sink.record(reports);
      marks.set(slug, mark);
      return undefined;
    } catch (error) {
      signal.throwIfAborted();
      const known = error instanceof VendorError || error instanceof z.ZodError;
      if (!known) throw error;
      const text = `${slug}: ${error.message.slice(0, 200)}`;
      this.logger.debug(`A repository was not looked at: ${text}`);
      return text;
    }
  }

  private slugsOf(context: ChangeSourceContext): Set<string> {
    const { repositories, organizations } = this.github.config;
    const annotated = context
      .entities()
      .flatMap(
        ({ metadata }) =>
          metadata.annotations?.['github.com/project-slug']?.trim() || [],
      );
    return new Set(
      [...repositories, ...annotated]
        .filter(isSlug)
        .filter(
          slug =>
            !organizations ||
            organizations.includes(slug.split('/')[0].toLowerCase()),
        ),
    );
  }
}

function readMemory(text: string | undefined): Map<string, Mark> {
  try {
    const { marks } = memorySchema.parse(JSON.parse(text ?? ''));
    return new Map(
      Object.entries(marks).map(([slug, [deployments, runs, open]]) => [
        slug,
        { deployments, runs, open },
      ]),
    );
  } catch {
    // Nothing yet, or of another version: what is told again is known by its key.
    return new Map();
  }
}

function writeMemory(marks: Map<string, Mark>): string {
  return JSON.stringify({
    v: 1,
    marks: Object.fromEntries(
      [...marks].map(([slug, { deployments, runs, open }]) => [
        slug,
        [deployments, runs, open],
      ]),
    ),
  });
}
