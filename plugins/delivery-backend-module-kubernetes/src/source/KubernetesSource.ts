import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  ChangeSource,
  ChangeSourceContext,
} from '@ghostlight/plugin-delivery-node';
import type { Clusters } from '@ghostlight/reliability-kubernetes';
import { ClusterWatcher } from './ClusterWatcher';
import { Memory } from './Memory';

/** What was told is written down this often at most; what is told twice is known by its key. */
const rememberMs = 2_000;
/** Whether Argo Rollouts was installed meanwhile is looked at this often. */
const defaultLookAgainMs = 300_000;

/** Tells what is rolled out in the clusters. */
export class KubernetesSource implements ChangeSource {
  readonly id = 'kubernetes';
  readonly title = 'Kubernetes';

  private constructor(
    private readonly clusters: Clusters,
    private readonly logger: LoggerService,
    private readonly lookAgainMs: number,
  ) {}

  static create(options: {
    clusters: Clusters;
    logger: LoggerService;
    /** Milliseconds until a cluster without Rollouts is asked for them again; five minutes by default. */
    lookAgainMs?: number;
  }): KubernetesSource {
    const { clusters, logger } = options;
    return new KubernetesSource(
      clusters,
      logger,
      options.lookAgainMs ?? defaultLookAgainMs,
    );
  }

  async run(context: ChangeSourceContext): Promise<void> {
    const { sink } = context;
    const { logger, lookAgainMs } = this;
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
        lookAgainMs,
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
