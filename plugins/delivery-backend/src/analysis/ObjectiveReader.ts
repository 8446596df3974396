import type {
  AuthService,
  BackstageCredentials,
  LoggerService,
} from '@backstage/backend-plugin-api';
import type {
  Measurement,
  ObjectiveStatus,
} from '@ghostlight/plugin-slo-common';
import type { SloService } from '@ghostlight/plugin-slo-node';
import { inTime } from '@ghostlight/reliability-node';
import { Turns } from './Turns';

/** Which objective, over which span of epoch milliseconds, of which version. */
export interface ObjectiveAsk {
  ref: string;
  from: number;
  to: number;
  /** Labels that tell the version; of all versions without. */
  labels?: Record<string, string>;
  /** On whose behalf; on that of this plugin without. */
  credentials?: BackstageCredentials;
}

/** What the slo plugin says, or why it says nothing; `status` is the HTTP status of a refusal. */
export interface ObjectiveAnswer<T> {
  data?: T;
  why?: string;
  status?: number;
}

/** Objectives of one entity that are looked at; those with the least budget left. */
const mostOfEntity = 20;

/**
 * Asks the slo plugin how objectives do. It has a time for each question and so many at once: a plugin
 * that does not answer holds up neither rollouts nor watches.
 */
export class ObjectiveReader {
  private constructor(
    private readonly slo: Pick<SloService, 'measure' | 'listObjectives'>,
    private readonly auth: Pick<AuthService, 'getOwnServiceCredentials'>,
    private readonly logger: LoggerService | undefined,
    private readonly turns: Turns,
    private readonly patience: number,
  ) {}

  static create(options: {
    slo: Pick<SloService, 'measure' | 'listObjectives'>;
    auth: Pick<AuthService, 'getOwnServiceCredentials'>;
    logger?: LoggerService;
    /** Milliseconds for one question. Default 10,000. */
    patience?: number;
    /** Questions at once. Default 8. */
    atOnce?: number;
  }): ObjectiveReader {
    const { slo, auth, logger, patience = 10_000, atOnce = 8 } = options;
    const turns = Turns.create(atOnce);
    return new ObjectiveReader(slo, auth, logger, turns, patience);
  }

  /** Good and total of an objective in a span. */
  async measure(
    { ref, from, to, labels, credentials }: ObjectiveAsk,
    signal?: AbortSignal,
  ): Promise<ObjectiveAnswer<Measurement>> {
    return this.ask(signal, async inner =>
      this.slo.measure(
        {
          ref,
          from: Math.floor(from / 1000),
          to: Math.max(Math.floor(from / 1000) + 1, Math.floor(to / 1000)),
          ...(labels && { labels }),
        },
        {
          credentials:
            credentials ?? (await this.auth.getOwnServiceCredentials()),
          signal: inner,
        },
      ),
    );
  }

  /** The verdicts of an entity's own objectives. */
  async ofEntity(
    entityRef: string,
    signal?: AbortSignal,
  ): Promise<ObjectiveAnswer<ObjectiveStatus[]>> {
    return this.ask(signal, async () => {
      const credentials = await this.auth.getOwnServiceCredentials();
      const { items } = await this.slo.listObjectives(
        { entityRef: [entityRef], orderBy: 'budget', limit: mostOfEntity },
        { credentials },
      );
      return items;
    });
  }

  private async ask<T>(
    outer: AbortSignal | undefined,
    question: (signal: AbortSignal) => Promise<T>,
  ): Promise<ObjectiveAnswer<T>> {
    try {
      return await this.turns.take(async () => ({
        data: await inTime(this.patience, inner =>
          question(outer ? AbortSignal.any([outer, inner]) : inner),
        ),
      }));
    } catch (error) {
      outer?.throwIfAborted();
      const { text, status } = refusalOf(error);
      this.logger?.debug(`The slo plugin did not answer: ${text}`);
      return { why: text.slice(0, 500), ...(status && { status }) };
    }
  }
}

/** What the plugin itself said, where it said something. */
function refusalOf(error: unknown): { text: string; status?: number } {
  const { message, statusCode, body } = error as {
    message?: string;
    statusCode?: number;
    body?: { error?: { message?: string } };
  };
  return {
    text: body?.error?.message ?? message ?? String(error),
    ...(statusCode !== undefined && { status: statusCode }),
  };
}
