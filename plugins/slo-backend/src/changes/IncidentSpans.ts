import type { AuthService, LoggerService } from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import type { IncidentPage } from '@ghostlight/plugin-incidents-common';
import type { IncidentsService } from '@ghostlight/plugin-incidents-node';

/** An incident that affects an entity, in epoch seconds. */
export interface IncidentSpan {
  id: string;
  from: number;
  /** Undefined while it lasts. */
  to?: number;
  /** The change that it is said to have begun with. */
  changeId?: string;
}

export interface IncidentSpansOptions {
  incidents: Pick<IncidentsService, 'listIncidents'>;
  auth: AuthService;
  logger: LoggerService;
  /** Epoch seconds. */
  now: () => number;
}

/** Seconds for which an answer is good: what is shown is looked at again and again. */
const good = 30;
/** Seconds back that are read: the longest window, and some that an incident may have begun before it. */
const longest = 100 * 86_400;
const pageSize = 100;
const mostPages = 3;
/** Milliseconds that nobody waits longer for what is good to know. */
const patience = 2_000;
const mostKept = 1_000;

/**
 * When an entity had incidents, as the incidents plugin says: one request for an entity now and then.
 * Where that plugin is not installed or does not answer in time there are none.
 */
export class IncidentSpans {
  private readonly known = new Map<
    string,
    { until: number; spans: Promise<IncidentSpan[]> }
  >();
  private absent = false;

  private constructor(private readonly options: IncidentSpansOptions) {}

  static create(options: IncidentSpansOptions): IncidentSpans {
    return new IncidentSpans(options);
  }

  /** Those that were open at some time after an instant, the first first. */
  async since(entityRef: string, since: number): Promise<IncidentSpan[]> {
    const now = this.options.now();
    const known = this.known.get(entityRef);
    if (known && known.until > now) return after(await known.spans, since);
    if (this.known.size >= mostKept) this.known.clear();
    const spans = this.ask(entityRef);
    this.known.set(entityRef, { until: now + good, spans });
    return after(await spans, since);
  }

  private async ask(entityRef: string): Promise<IncidentSpan[]> {
    const { logger } = this.options;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await Promise.race([
        this.read(entityRef),
        new Promise<never>((_, fail) => {
          timer = setTimeout(() => fail(new Error('No answer')), patience);
        }),
      ]);
    } catch (error) {
      const isMissing =
        isError(error) && (error as { statusCode?: number }).statusCode === 404;
      if (!isMissing)
        logger.warn(`Could not ask for incidents: ${stringifyError(error)}`);
      else if (!this.absent)
        logger.info('The incidents plugin is not there; nothing is theirs');
      this.absent = isMissing;
      return [];
    } finally {
      clearTimeout(timer);
    }
  }

  private async read(entityRef: string): Promise<IncidentSpan[]> {
    const { auth, incidents, now } = this.options;
    const found: IncidentPage['items'] = [];
    let cursor: string | undefined;
    for (let page = 0; page < mostPages; page++) {
      const answer = await incidents.listIncidents(
        {
          entityRef: [entityRef],
          from: new Date((now() - longest) * 1000).toISOString(),
          limit: pageSize,
          ...(cursor !== undefined && { cursor }),
        },
        { credentials: await auth.getOwnServiceCredentials() },
      );
      found.push(...answer.items);
      cursor = answer.nextCursor;
      if (cursor === undefined) break;
    }
    return found
      .filter(one => !one.mergedInto && one.sloAffecting !== false)
      .map(one => {
        const end = one.recoveredAt ?? one.resolvedAt;
        const changeId = one.origin?.changeId;
        return {
          id: one.id,
          from: secondsOf(one.startedAt),
          ...(end !== undefined && { to: secondsOf(end) }),
          ...(changeId !== undefined && { changeId }),
        };
      })
      .sort((a, b) => a.from - b.from || (a.id < b.id ? -1 : 1));
  }
}

function after(spans: IncidentSpan[], since: number): IncidentSpan[] {
  return spans.filter(({ to }) => to === undefined || to > since);
}

function secondsOf(iso: string): number {
  return Math.floor(Date.parse(iso) / 1000);
}
