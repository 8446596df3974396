import type { LoggerService } from '@backstage/backend-plugin-api';
import { ActionRefusal } from '@ghostlight/plugin-runbooks-node';
import { say } from '../say';
import { ArgoCd } from './ArgoCd';
import type { InstanceConfig } from './readInstances';

/** The Argo CDs of the configuration. */
export class Instances {
  private constructor(readonly all: ArgoCd[]) {}

  static create(options: {
    instances: InstanceConfig[];
    logger: LoggerService;
  }): Instances {
    const { instances, logger } = options;
    return new Instances(
      instances.map(instance => ArgoCd.create({ instance, logger })),
    );
  }

  /** @throws ActionRefusal */
  client(name: string): ArgoCd {
    const found = this.all.find(({ instance }) => instance.name === name);
    if (!found)
      throw ActionRefusal.of(
        say('instance', `There is no Argo CD ${name} in the configuration`, {
          name,
        }),
      );
    return found;
  }
}
