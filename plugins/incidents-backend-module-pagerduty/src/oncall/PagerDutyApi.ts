import type { LoggerService } from '@backstage/backend-plugin-api';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import {
  oncallsAnswer,
  policyAnswer,
  scheduleAnswer,
  serviceAnswer,
  servicesAnswer,
  userAnswer,
} from './answers';
import type { PagerDutyInstance } from './readInstances';

/** The largest page PagerDuty gives. */
const pageSize = 100;
const mostPages = 50;

interface Span {
  from: number;
  to: number;
  signal?: AbortSignal;
}

/** What is read of PagerDuty's REST API v2. Every failure is a VendorError. */
export class PagerDutyApi {
  private constructor(private readonly client: VendorClient) {}

  static create(options: {
    instance: PagerDutyInstance;
    logger: LoggerService;
    backoffMs?: number;
  }): PagerDutyApi {
    const { instance, logger, backoffMs } = options;
    return new PagerDutyApi(
      VendorClient.create({
        vendor: 'PagerDuty',
        baseUrl: instance.baseUrl,
        headers: {
          Accept: 'application/vnd.pagerduty+json;version=2',
          Authorization: `Token token=${instance.token}`,
        },
        logger,
        timeoutMs: instance.timeoutMs,
        ...(backoffMs !== undefined && { backoffMs }),
      }),
    );
  }

  /** The escalation policy of a service. */
  async policyOfService(id: string, signal?: AbortSignal): Promise<string> {
    const path = `/services/${encodeURIComponent(id)}`;
    const answer = await this.client.read(serviceAnswer, path, { signal });
    return policyOf(answer.service);
  }

  /** The escalation policy of the service that has an integration of this key. */
  async policyOfKey(key: string, signal?: AbortSignal): Promise<string> {
    const { services } = await this.client.read(servicesAnswer, '/services', {
      query: [
        ['query', key],
        ['include[]', 'integrations'],
        ['limit', String(pageSize)],
      ],
      signal,
    });
    // A search for a key finds the one service that has it, and does not always show the key.
    const service =
      services.find(({ integrations }) =>
        integrations?.some(({ integration_key: own }) => own === key),
      ) ?? (services.length === 1 ? services[0] : undefined);
    if (!service)
      throw new VendorError(
        'not-found',
        'PagerDuty has no service with the integration key that the annotation pagerduty.com/integration-key names',
      );
    return policyOf(service);
  }

  async policy(id: string, signal?: AbortSignal) {
    const path = `/escalation_policies/${encodeURIComponent(id)}`;
    const answer = await this.client.read(policyAnswer, path, { signal });
    return answer.escalation_policy;
  }

  /** Who is on call for a policy, all its levels, with the users in full. */
  async oncalls(policyId: string, { from, to, signal }: Span) {
    const all = [];
    for (let page = 0; ; page++) {
      const { oncalls, more } = await this.client.read(
        oncallsAnswer,
        '/oncalls',
        {
          query: [
            ['escalation_policy_ids[]', policyId],
            ['include[]', 'users'],
            ['since', new Date(from).toISOString()],
            ['until', new Date(to).toISOString()],
            ['time_zone', 'UTC'],
            ['limit', String(pageSize)],
            ['offset', String(page * pageSize)],
          ],
          signal,
        },
      );
      all.push(...oncalls);
      if (!more) return all;
      if (page + 1 === mostPages)
        throw new VendorError(
          'bad-answer',
          `PagerDuty has more than ${
            mostPages * pageSize
          } on-calls for ${policyId}`,
        );
    }
  }

  /** A schedule with its entries as overrides and layers made them. */
  async schedule(id: string, { from, to, signal }: Span) {
    const path = `/schedules/${encodeURIComponent(id)}`;
    const answer = await this.client.read(scheduleAnswer, path, {
      query: [
        ['since', new Date(from).toISOString()],
        ['until', new Date(to).toISOString()],
        ['time_zone', 'UTC'],
      ],
      signal,
    });
    return answer.schedule;
  }

  async user(id: string, signal?: AbortSignal) {
    const path = `/users/${encodeURIComponent(id)}`;
    return (await this.client.read(userAnswer, path, { signal })).user;
  }
}

function policyOf(service: {
  id: string;
  escalation_policy?: { id: string } | null;
}): string {
  if (!service.escalation_policy)
    throw new VendorError(
      'bad-answer',
      `The PagerDuty service ${service.id} has no escalation policy`,
    );
  return service.escalation_policy.id;
}
