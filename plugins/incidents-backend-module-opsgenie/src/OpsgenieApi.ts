import type { LoggerService } from '@backstage/backend-plugin-api';
import { VendorClient } from '@ghostlight/reliability-node';
import {
  escalationAnswer,
  escalationsAnswer,
  scheduleAnswer,
  schedulesAnswer,
  timelineAnswer,
} from './answers';
import type { OpsgenieInstance } from './readInstances';

const dayMs = 86_400_000;

/** Opsgenie's ids are UUIDs; everything else is a name. */
const idForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function identifierType(identifier: string): [string, string] {
  return ['identifierType', idForm.test(identifier) ? 'id' : 'name'];
}

/** What is read of the Opsgenie API v2. Every failure is a VendorError. */
export class OpsgenieApi {
  private constructor(private readonly client: VendorClient) {}

  static create(options: {
    instance: OpsgenieInstance;
    logger: LoggerService;
    backoffMs?: number;
  }): OpsgenieApi {
    const { instance, logger, backoffMs } = options;
    return new OpsgenieApi(
      VendorClient.create({
        vendor: 'Opsgenie',
        baseUrl: instance.baseUrl,
        headers: {
          Accept: 'application/json',
          Authorization: `GenieKey ${instance.apiKey}`,
        },
        logger,
        timeoutMs: instance.timeoutMs,
        ...(backoffMs !== undefined && { backoffMs }),
      }),
    );
  }

  async schedule(identifier: string, signal?: AbortSignal) {
    const path = `/v2/schedules/${encodeURIComponent(identifier)}`;
    const answer = await this.client.read(scheduleAnswer, path, {
      query: [identifierType(identifier)],
      signal,
    });
    return answer.data;
  }

  /** A schedule by day, as overrides and forwarding made it. */
  async timeline(
    identifier: string,
    { from, to, signal }: { from: number; to: number; signal?: AbortSignal },
  ) {
    const path = `/v2/schedules/${encodeURIComponent(identifier)}/timeline`;
    const answer = await this.client.read(timelineAnswer, path, {
      query: [
        identifierType(identifier),
        ['date', new Date(from).toISOString()],
        ['interval', String(Math.ceil((to - from) / dayMs))],
        ['intervalUnit', 'days'],
      ],
      signal,
    });
    return answer.data.finalTimeline;
  }

  async escalation(identifier: string, signal?: AbortSignal) {
    const path = `/v2/escalations/${encodeURIComponent(identifier)}`;
    const answer = await this.client.read(escalationAnswer, path, {
      query: [identifierType(identifier)],
      signal,
    });
    return answer.data;
  }

  async escalations(signal?: AbortSignal) {
    const path = '/v2/escalations';
    const answer = await this.client.read(escalationsAnswer, path, { signal });
    return answer.data;
  }

  async schedules(signal?: AbortSignal) {
    const path = '/v2/schedules';
    const answer = await this.client.read(schedulesAnswer, path, { signal });
    return answer.data;
  }
}
