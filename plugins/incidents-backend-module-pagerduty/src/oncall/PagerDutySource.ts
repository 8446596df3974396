import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ianaZone,
  type OncallPerson,
  type OncallSchedule,
  type OncallSource,
} from '@ghostlight/plugin-incidents-node';
import type { PagerDutyUser } from './answers';
import { PagerDutyApi } from './PagerDutyApi';
import type { PagerDutyInstance, PagerDutyTarget } from './readInstances';

const serviceAnnotation = 'pagerduty.com/service-id';
const keyAnnotation = 'pagerduty.com/integration-key';
const userAnnotation = 'pagerduty.com/user-id';

type Request = Parameters<OncallSource['schedule']>[0];

/** On-call from PagerDuty: the escalation policy of a service, or a policy or schedule by its id. */
export class PagerDutySource implements OncallSource {
  readonly type = 'pagerduty';
  readonly annotations = [serviceAnnotation, keyAnnotation];

  private constructor(
    private readonly instance: PagerDutyInstance,
    private readonly api: PagerDutyApi,
  ) {}

  static create(options: {
    instance: PagerDutyInstance;
    logger: LoggerService;
    /** Milliseconds before a failed request is repeated. */
    backoffMs?: number;
  }): PagerDutySource {
    return new PagerDutySource(options.instance, PagerDutyApi.create(options));
  }

  get name() {
    return this.instance.name;
  }

  get refreshMs() {
    return this.instance.refreshMs;
  }

  async owners(): Promise<string[]> {
    return [...this.instance.rotations.keys()];
  }

  async schedule(request: Request): Promise<OncallSchedule | undefined> {
    const target = this.instance.rotations.get(request.owner);
    if (target?.kind === 'schedule') return this.ofSchedule(target.id, request);
    const policy = await this.policyOf(target, request);
    return policy === undefined ? undefined : this.ofPolicy(policy, request);
  }

  private async policyOf(
    target: PagerDutyTarget | undefined,
    { annotated, signal }: Request,
  ): Promise<string | undefined> {
    if (target?.kind === 'escalationPolicy') return target.id;
    if (target) return this.api.policyOfService(target.id, signal);
    if (annotated?.annotation === serviceAnnotation)
      return this.api.policyOfService(annotated.value, signal);
    if (annotated?.annotation === keyAnnotation)
      return this.api.policyOfKey(annotated.value, signal);
    return undefined;
  }

  private async ofPolicy(
    id: string,
    request: Request,
  ): Promise<OncallSchedule> {
    const [policy, oncalls] = await Promise.all([
      this.api.policy(id, request.signal),
      this.api.oncalls(id, request),
    ]);
    const title = policy.name ?? policy.summary;
    return {
      ...(title && { title }),
      ...(policy.html_url && { url: policy.html_url }),
      levels: policy.escalation_rules.map((rule, index) => ({
        level: index + 1,
        escalatesAfterMinutes: rule.escalation_delay_in_minutes,
      })),
      shifts: oncalls.map(oncall => ({
        // Without a start or an end somebody is always on call.
        from: oncall.start ? Date.parse(oncall.start) : request.from,
        to: oncall.end ? Date.parse(oncall.end) : request.to,
        level: oncall.escalation_level,
        people: [personOf(oncall.user)],
        ...(oncall.schedule?.summary && { layer: oncall.schedule.summary }),
      })),
    };
  }

  private async ofSchedule(
    id: string,
    request: Request,
  ): Promise<OncallSchedule> {
    const schedule = await this.api.schedule(id, request);
    const entries = schedule.final_schedule.rendered_schedule_entries;
    // Entries hold references; who they are has to be asked for.
    const people = new Map<string, OncallPerson>();
    for (const userId of new Set(entries.map(({ user }) => user.id)))
      people.set(userId, personOf(await this.api.user(userId, request.signal)));
    const timeZone = ianaZone(schedule.time_zone);
    return {
      ...(schedule.name && { title: schedule.name }),
      ...(timeZone && { timeZone }),
      ...(schedule.html_url && { url: schedule.html_url }),
      levels: [{ level: 1 }],
      shifts: entries.map(({ user, start, end }) => ({
        from: Date.parse(start),
        to: Date.parse(end),
        level: 1,
        people: [people.get(user.id) ?? personOf(user)],
      })),
    };
  }
}

function personOf(user: PagerDutyUser): OncallPerson {
  const timeZone = ianaZone(user.time_zone);
  return {
    name: user.name ?? user.summary ?? user.id,
    account: { annotation: userAnnotation, value: user.id },
    ...(user.email && { email: user.email }),
    ...(timeZone && { timeZone }),
  };
}
