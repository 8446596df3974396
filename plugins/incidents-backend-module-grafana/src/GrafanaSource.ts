import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  ianaZone,
  type OncallSchedule,
  type OncallSource,
} from '@ghostlight/plugin-incidents-node';
import { GrafanaApi, type GrafanaShift } from './GrafanaApi';
import type { GrafanaInstance, GrafanaLevel } from './readInstances';

type Request = Parameters<OncallSource['schedule']>[0];

/** On-call from Grafana OnCall: a schedule for each level. */
export class GrafanaSource implements OncallSource {
  readonly type = 'grafana';
  readonly annotations = ['grafana/oncall-schedule-id'];

  private constructor(
    private readonly instance: GrafanaInstance,
    private readonly api: GrafanaApi,
  ) {}

  static create(options: {
    instance: GrafanaInstance;
    logger: LoggerService;
    /** Milliseconds before a failed request is repeated. */
    backoffMs?: number;
  }): GrafanaSource {
    return new GrafanaSource(options.instance, GrafanaApi.create(options));
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
    const levels =
      this.instance.rotations.get(request.owner) ??
      annotatedLevels(request.annotated?.value);
    if (!levels?.length) return undefined;
    const read = await Promise.all(
      levels.map(async ({ schedule }) => ({
        schedule: await this.api.schedule(schedule, request.signal),
        shifts: await this.api.finalShifts(schedule, request),
      })),
    );
    const [first] = read;
    const timeZone = ianaZone(first.schedule.time_zone);
    return {
      ...(first.schedule.name && { title: first.schedule.name }),
      ...(timeZone && { timeZone }),
      levels: levels.map(({ escalatesAfterMinutes }, index) => ({
        level: index + 1,
        ...(read[index].schedule.name && { title: read[index].schedule.name }),
        ...(escalatesAfterMinutes && { escalatesAfterMinutes }),
      })),
      shifts: read.flatMap(({ shifts }, index) =>
        shifts.map(shift => toShift(shift, index + 1)),
      ),
    };
  }
}

/** Ids of schedules, first asked first: `SBM7DV7BKFUYU, S3Z477AHDXTMF`. */
function annotatedLevels(
  value: string | undefined,
): GrafanaLevel[] | undefined {
  return value
    ?.split(',')
    .map(id => ({ schedule: id.trim() }))
    .filter(({ schedule }) => schedule);
}

function toShift(shift: GrafanaShift, level: number) {
  const { user_pk: id, user_email: email, user_username: username } = shift;
  return {
    from: Date.parse(shift.shift_start),
    to: Date.parse(shift.shift_end),
    level,
    people: [
      {
        name: username ?? email ?? id ?? 'unknown',
        ...(email && { email }),
        ...(id && {
          account: { annotation: 'grafana/oncall-user-id', value: id },
        }),
      },
    ],
  };
}
