import type {
  OncallSchedule,
  OncallSource,
} from '@ghostlight/plugin-incidents-node';
import type { Rotations } from './document';
import { shiftsOf } from './schedule';

/** On-call from rotations that are written down. */
export class RotationSource implements OncallSource {
  readonly type = 'rotation';

  private constructor(
    readonly name: string,
    private readonly read: () => Promise<Rotations>,
  ) {}

  static create(options: {
    name: string;
    /** The rotations as they are now; throws what is wrong with them. */
    read: () => Promise<Rotations>;
  }): RotationSource {
    return new RotationSource(options.name, options.read);
  }

  async owners(): Promise<string[]> {
    return (await this.read()).teams.map(({ owner }) => owner);
  }

  async schedule(
    request: Parameters<OncallSource['schedule']>[0],
  ): Promise<OncallSchedule | undefined> {
    const { teams } = await this.read();
    const team = teams.find(({ owner }) => owner === request.owner);
    if (!team) return undefined;
    const { title, timeZone, url, levels } = team;
    return {
      ...(title && { title }),
      timeZone,
      ...(url && { url }),
      shifts: shiftsOf(team, request),
      levels: levels.map(({ layers: _layers, ...level }, index) => ({
        level: index + 1,
        ...level,
      })),
    };
  }
}
