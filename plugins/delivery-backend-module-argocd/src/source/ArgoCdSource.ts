import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeSource,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import type { Instances } from '../argo/Instances';
import { AppWatcher } from './AppWatcher';
import { Memory } from './Memory';

/** What was told is written down this often at most; what is told twice is known by its key. */
const rememberMs = 2_000;

/** Tells what applications are synchronised to. */
export class ArgoCdSource implements ChangeSource {
  readonly id = 'argocd';
  readonly title = 'Argo CD';

  private constructor(
    private readonly instances: Instances,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    instances: Instances;
    logger: LoggerService;
  }): ArgoCdSource {
    return new ArgoCdSource(options.instances, options.logger);
  }

  async run(context: ChangeSourceContext): Promise<void> {
    const { sink } = context;
    const { logger } = this;
    const memory = Memory.read(await context.remembered());
    const problems = new Map<string, string>();
    const notes = new Map<string, string>();
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    let noted = 0;
    const note = async () => {
      noted = performance.now();
      await context.remember(memory.write());
    };
    const clients = this.instances.all;
    const watchers = clients.map(client =>
      AppWatcher.create({
        client,
        memory,
        logger,
        several: clients.length > 1,
        record: async reports => {
          await sink.record(reports);
          if (performance.now() - noted > rememberMs) await note();
        },
        health: (problem, said) => {
          const { name } = client.instance;
          problems.delete(name);
          notes.delete(name);
          if (problem) problems.set(name, problem);
          if (said) notes.set(name, said);
          const texts = [...problems.values(), ...notes.values()];
          sink.status({
            healthy: !problems.size,
            ...(texts.length && { text: texts.join('; ') }),
          });
        },
      }),
    );
    try {
      await Promise.all(watchers.map(watcher => watcher.run(signal)));
    } finally {
      stop.abort();
      // When another replica has taken over, that one's memory counts.
      if (!context.signal.aborted) await note();
    }
  }
}
