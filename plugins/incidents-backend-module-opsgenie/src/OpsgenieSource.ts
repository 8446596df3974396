import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ianaZone,
  type OncallPerson,
  type OncallSchedule,
  type OncallShift,
  type OncallSource,
} from '@ghostlight/plugin-incidents-node';
import { VendorError } from '@ghostlight/reliability-node';
import type { OpsgenieEscalation, OpsgenieRecipient } from './answers';
import { escalationLevels } from './escalationLevels';
import { OpsgenieApi } from './OpsgenieApi';
import type { OpsgenieInstance } from './readInstances';

type Request = Parameters<OncallSource['schedule']>[0];

/** On-call from Opsgenie: a team's escalation or schedules, or one of either by its id or name. */
export class OpsgenieSource implements OncallSource {
  readonly type = 'opsgenie';
  readonly annotations = ['opsgenie.com/team'];

  private constructor(
    private readonly instance: OpsgenieInstance,
    private readonly api: OpsgenieApi,
  ) {}

  static create(options: {
    instance: OpsgenieInstance;
    logger: LoggerService;
    /** Milliseconds before a failed request is repeated. */
    backoffMs?: number;
  }): OpsgenieSource {
    return new OpsgenieSource(options.instance, OpsgenieApi.create(options));
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
    const { owner, annotated, signal } = request;
    const target =
      this.instance.rotations.get(owner) ??
      (annotated && { kind: 'team' as const, identifier: annotated.value });
    switch (target?.kind) {
      case 'schedule':
        return this.ofSchedules([target.identifier], request);
      case 'escalation':
        return this.ofEscalation(
          await this.api.escalation(target.identifier, signal),
          request,
        );
      case 'team':
        return this.ofTeam(target.identifier, request);
      default:
        return undefined;
    }
  }

  /** The escalation Opsgenie made for the team or the first other one, else its schedules. */
  private async ofTeam(team: string, request: Request) {
    const { signal } = request;
    const same = (name: string | null | undefined) =>
      name?.toLocaleLowerCase('en-US') === team.toLocaleLowerCase('en-US');
    const escalations = (await this.api.escalations(signal)).filter(
      ({ ownerTeam, rules }) => same(ownerTeam?.name) && rules?.length,
    );
    const escalation =
      escalations.find(({ name }) => name === `${team}_escalation`) ??
      escalations[0];
    if (escalation) return this.ofEscalation(escalation, request);
    const schedules = (await this.api.schedules(signal)).filter(
      ({ ownerTeam, enabled }) => same(ownerTeam?.name) && enabled !== false,
    );
    if (!schedules.length)
      throw new VendorError(
        'not-found',
        `Opsgenie has no escalation and no schedule of a team ${team}`,
      );
    return this.ofSchedules(
      schedules.map(({ id }) => id),
      request,
    );
  }

  private async ofEscalation(
    escalation: OpsgenieEscalation,
    request: Request,
  ): Promise<OncallSchedule> {
    const levels = escalationLevels(escalation);
    const shifts = await Promise.all(
      levels.flatMap(({ level, recipients }) =>
        recipients.map(recipient =>
          this.ofRecipient(recipient, level, request),
        ),
      ),
    );
    return {
      ...(escalation.name && { title: escalation.name }),
      levels: levels.map(({ recipients: _recipients, ...level }) => level),
      shifts: shifts.flat(),
    };
  }

  private async ofRecipient(
    recipient: OpsgenieRecipient,
    level: number,
    request: Request,
  ): Promise<OncallShift[]> {
    const { type, id, name } = recipient;
    const identifier = id ?? name;
    if (type === 'schedule' && identifier)
      return this.shifts(identifier, level, request);
    const { from, to } = request;
    const people = personOf(recipient);
    return people.length ? [{ from, to, level, people }] : [];
  }

  private async ofSchedules(
    identifiers: string[],
    request: Request,
  ): Promise<OncallSchedule> {
    const first = await this.api.schedule(identifiers[0], request.signal);
    const shifts = await Promise.all(
      identifiers.map(identifier => this.shifts(identifier, 1, request)),
    );
    const timeZone = ianaZone(first.timezone);
    return {
      ...(first.name && { title: first.name }),
      ...(timeZone && { timeZone }),
      levels: [{ level: 1 }],
      shifts: shifts.flat(),
    };
  }

  private async shifts(
    identifier: string,
    level: number,
    request: Request,
  ): Promise<OncallShift[]> {
    const timeline = await this.api.timeline(identifier, request);
    return (timeline?.rotations ?? []).flatMap(({ name, periods }) =>
      (periods ?? []).flatMap(period => {
        const { recipient, flattenedRecipients } = period;
        const recipients = flattenedRecipients?.length
          ? flattenedRecipients
          : [recipient].flatMap(one => one ?? []);
        const people = recipients.flatMap(personOf);
        if (!people.length) return [];
        return {
          from: Date.parse(period.startDate),
          to: Date.parse(period.endDate),
          level,
          people,
          ...(name && { layer: name }),
          ...(period.type === 'override' && { override: true }),
        };
      }),
    );
  }
}

/** Opsgenie knows its users by their e-mail address; teams and escalations are no people. */
function personOf(recipient: OpsgenieRecipient): OncallPerson[] {
  const { type, name, username } = recipient;
  const email = username ?? name;
  if (type !== 'user' || !email) return [];
  return [{ name: email, ...(email.includes('@') && { email }) }];
}
