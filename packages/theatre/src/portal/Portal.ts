import { setTimeout as sleep } from 'node:timers/promises';
import {
  createSloClient,
  type Sample,
  type SloClient,
} from '@ghostlight/plugin-slo-common';
import type { SimulatedSpan } from '../past/writeBlocks';

/** Between two looks whether the portal is up. */
const retryMs = 3000;

/** What the theatre tells the portal through its API. */
export class Portal {
  private readonly client: SloClient;

  private constructor(
    private readonly signal: AbortSignal,
    private readonly options: { url: string; token: string },
  ) {
    this.client = createSloClient({
      baseUrl: `${options.url}/api/slo`,
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          signal,
          headers: {
            ...Object.fromEntries(new Headers(init?.headers)),
            authorization: `Bearer ${options.token}`,
          },
        }),
    });
  }

  /** `url` is the backend's address; `token` a static external-access token of it. */
  static create(options: { url: string; token: string; signal: AbortSignal }) {
    return new Portal(options.signal, options);
  }

  /** Waits until every one of these entities has an objective; rejects only when told to stop. */
  async knows(entityRefs: string[]): Promise<void> {
    while (!(await this.hasAll(entityRefs))) {
      await sleep(retryMs, undefined, { signal: this.signal });
    }
  }

  /** Marks a span of an entity's time as simulated, once. The portal counts in whole minutes. */
  async markSimulated(entityRef: string, span: SimulatedSpan): Promise<void> {
    const from = Math.floor(span.from / 60) * 60;
    const to = Math.ceil(span.to / 60) * 60;
    const { data } = await this.client.GET('/v1/corrections', {
      params: { query: { entityRef } },
    });
    const marked = data?.items.some(
      known =>
        known.kind === 'simulated' && known.from === from && known.to === to,
    );
    if (marked) return;
    await this.client.POST('/v1/corrections', {
      body: {
        entityRef,
        from,
        to,
        kind: 'simulated',
        reason: 'Simulated by the theatre, so that there is a past to look at',
      },
    });
  }

  /** Pushes good and total counts. Answers how many the portal took, and why not the others. */
  async push(
    samples: Sample[],
  ): Promise<{ accepted: number; refused?: string }> {
    const { data } = await this.client.POST('/v1/samples', {
      body: { samples },
    });
    return {
      accepted: data?.accepted ?? 0,
      refused: data?.rejected[0]?.reason,
    };
  }

  private async hasAll(entityRefs: string[]): Promise<boolean> {
    try {
      // A backend that is starting logs every other request as an error.
      const ready = `${this.options.url}/.backstage/health/v1/readiness`;
      if (!(await fetch(ready, { signal: this.signal })).ok) return false;
      const { data } = await this.client.GET('/v1/objectives', {
        params: { query: { entityRef: entityRefs, limit: 500 } },
      });
      const known = new Set(data?.items.map(({ entityRef }) => entityRef));
      return entityRefs.every(ref => known.has(ref));
    } catch {
      // Not up yet, or not reachable for a moment.
      this.signal.throwIfAborted();
      return false;
    }
  }
}
