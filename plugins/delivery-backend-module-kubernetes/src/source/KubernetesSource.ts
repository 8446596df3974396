import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeSource,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import type { Clusters } from '../clusters/Clusters';
import { ClusterWatcher } from './ClusterWatcher';
import { Memory } from './Memory';

/** What was told is written down this often at most; what is told twice is known by its key. */
const rememberMs = 2_000;

/** Tells what is rolled out in the clusters. */
export class KubernetesSource implements ChangeSource {
  readonly id = 'kubernetes';
  readonly title = 'Kubernetes';

  private constructor(
    private readonly clusters: Clusters,
    private readonly logger: LoggerService,
  ) {}

  static create(options: {
    clusters: Clusters;
    logger: LoggerService;
  }): KubernetesSource {
    return new KubernetesSource(options.clusters, options.logger);
  }

  async run(context: ChangeSourceContext): Promise<void> {
    const { sink } = context;
    const { logger } = this;
    const memory = Memory.read(await context.remembered());
    const problems = new Map<string, string>();
    const stop = new AbortController();
    const signal = AbortSignal.any([context.signal, stop.signal]);
    let noted = 0;
    const note = async () => {
      noted = performance.now();
      await context.remember(memory.write());
    };
    const watchers = this.clusters.all.map(client =>
      ClusterWatcher.create({
        client,
        memory,
        logger,
        record: async reports => {
          await sink.record(reports);
          if (performance.now() - noted > rememberMs) await note();
        },
        health: problem => {
          if (problem) problems.set(client.cluster.name, problem);
          else problems.delete(client.cluster.name);
          const texts = [...problems].map(([name, text]) => `${name}: ${text}`);
          sink.status({
            healthy: !texts.length,
            ...(texts.length && { text: texts.join('; ') }),
          });
        },
      }),
    );
    try {
      await Promise.all(watchers.map(watcher => watcher.run(signal)));
    } catch (error) {
      if (!context.signal.aborted) throw error;
    } finally {
      stop.abort();
      await note();
    }
  }
}
