import type { LoggerService } from '@backstage/backend-plugin-api';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import { z } from 'zod';
import type { GrafanaInstance } from './readInstances';

const text = z.string().nullish();

const scheduleAnswer = z.object({ name: text, time_zone: text });

const shiftsAnswer = z.object({
  next: text,
  results: z.array(
    z.object({
      user_pk: text,
      user_email: text,
      user_username: text,
      shift_start: z.string(),
      shift_end: z.string(),
    }),
  ),
});

/** A stretch of a schedule as overrides, swaps and priorities made it. */
export type GrafanaShift = z.output<typeof shiftsAnswer>['results'][number];

const dayMs = 86_400_000;
/** Of 50 shifts each. */
const mostPages = 40;

/** What is read of the Grafana OnCall API v1. Every failure is a VendorError. */
export class GrafanaApi {
  private constructor(private readonly client: VendorClient) {}

  static create(options: {
    instance: GrafanaInstance;
    logger: LoggerService;
    backoffMs?: number;
  }): GrafanaApi {
    const { instance, logger, backoffMs } = options;
    const { baseUrl, token, stackUrl, timeoutMs } = instance;
    return new GrafanaApi(
      VendorClient.create({
        vendor: 'Grafana OnCall',
        baseUrl,
        headers: {
          Accept: 'application/json',
          // A service account's token comes with the stack that it is of, and as a bearer token.
          Authorization: stackUrl ? `Bearer ${token}` : token,
          ...(stackUrl && { 'X-Grafana-URL': stackUrl }),
        },
        logger,
        timeoutMs,
        ...(backoffMs !== undefined && { backoffMs }),
      }),
    );
  }

  async schedule(id: string, signal?: AbortSignal) {
    const path = `/api/v1/schedules/${encodeURIComponent(id)}/`;
    return this.client.read(scheduleAnswer, path, { signal });
  }

  /** Shifts that touch a span; those at its ends may reach beyond it. */
  async finalShifts(
    id: string,
    { from, to, signal }: { from: number; to: number; signal?: AbortSignal },
  ): Promise<GrafanaShift[]> {
    const path = `/api/v1/schedules/${encodeURIComponent(id)}/final_shifts`;
    const day = (at: number) => new Date(at).toISOString().slice(0, 10);
    const all: GrafanaShift[] = [];
    for (let page = 1; ; page++) {
      const { results, next } = await this.client.read(shiftsAnswer, path, {
        query: [
          // Days are whole and in the schedule's own zone.
          ['start_date', day(from - dayMs)],
          ['end_date', day(to + dayMs)],
          ['page', String(page)],
        ],
        signal,
      });
      all.push(...results);
      // The address in `next` is not followed: it is the payload's word where to send the token.
      if (!next) return all;
      if (page === mostPages)
        throw new VendorError(
          'bad-answer',
          `Grafana OnCall has more than ${mostPages} pages of shifts for ${id}`,
        );
    }
  }
}
