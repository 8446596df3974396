import type { LoggerService } from '@backstage/backend-plugin-api';
import type {
  LogAnswer,
  LogLine,
  LogQuestion,
  LogSource,
} from '@ghostlight/plugin-incidents-node';
import {
  addressOf,
  Clusters,
  findObjects,
  hasStatus,
  whereaboutsOf,
  type FoundObject,
  type Whereabouts,
} from '@ghostlight/reliability-kubernetes';
import { containersOf, pods, troubleOf, type Pod } from './Pod';
import type { PodLogConfig } from './readConfig';
import { readLines } from './readLines';

const atOnce = 4;
/** Label selectors as people write them; whatever is more goes to no cluster. */
const isSelector = /^[A-Za-z0-9_./=!,() -]{1,500}$/;
const isName = /^[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?$/;
const grave = new Set(['error', 'critical', 'fatal', 'panic']);

/**
 * Reads what the pods of an entity wrote, found by the annotations of Backstage's Kubernetes plugin. Pods in
 * trouble come first, and of a container that was started again also what it wrote before that.
 */
export class PodLogSource implements LogSource {
  readonly name = 'kubernetes';

  private constructor(
    private readonly config: PodLogConfig,
    private readonly clusters: Clusters,
    private readonly logger: LoggerService,
  ) {}

  static create(
    options: PodLogConfig & { logger: LoggerService },
  ): PodLogSource {
    const { clusters, timeoutMs, logger } = options;
    const key = 'incidents.logs.kubernetes.clusters';
    return new PodLogSource(
      options,
      Clusters.create({ clusters, key, timeoutMs }),
      logger,
    );
  }

  knows(question: LogQuestion): boolean {
    return whereOf(question) !== undefined;
  }

  async read(question: LogQuestion, signal: AbortSignal): Promise<LogAnswer> {
    const where = whereOf(question);
    if (!where) return { lines: [], truncated: false };
    const found = await findObjects<Pod>({
      kind: pods,
      where,
      clients: this.clusters.all.filter(
        ({ cluster }) =>
          !question.environment || cluster.environment === question.environment,
      ),
      logger: this.logger,
      signal,
    });
    const { mostPods, sidecars } = this.config;
    const kept = found
      .sort(
        (a, b) =>
          troubleOf(b.object) - troubleOf(a.object) ||
          (a.object.metadata.name < b.object.metadata.name ? -1 : 1),
      )
      .slice(0, mostPods);
    const logs = kept.flatMap(pod =>
      containersOf(pod.object, { sidecars, since: question.from }).flatMap(
        ({ name, restarted }) => [
          { pod, container: name, previous: false },
          ...(restarted ? [{ pod, container: name, previous: true }] : []),
        ],
      ),
    );
    const answers: LogAnswer[] = [];
    for (let at = 0; at < logs.length; at += atOnce)
      answers.push(
        ...(await Promise.all(
          logs
            .slice(at, at + atOnce)
            .map(each => this.readOne(each, question, signal)),
        )),
      );
    const lines = answers.flatMap(answer => answer.lines);
    return {
      lines: mostTelling(lines, question.limit),
      truncated:
        found.length > kept.length ||
        lines.length > question.limit ||
        answers.some(({ truncated }) => truncated),
    };
  }

  private async readOne(
    log: { pod: FoundObject<Pod>; container: string; previous: boolean },
    { from, to }: LogQuestion,
    signal: AbortSignal,
  ): Promise<LogAnswer> {
    const { mostBytes } = this.config;
    const { client, object } = log.pod;
    const { namespace, name } = object.metadata;
    const path = `${addressOf(pods, namespace, name)}/log`;
    try {
      const text = await client.text(path, {
        mostBytes,
        signal,
        query: {
          container: log.container,
          timestamps: 'true',
          sinceTime: new Date(from).toISOString(),
          limitBytes: String(mostBytes),
          ...(log.previous && { previous: 'true' }),
        },
      });
      const isCut = Buffer.byteLength(text) >= mostBytes;
      // Half a line may be half of something that is to be redacted.
      const whole = isCut ? text.slice(0, text.lastIndexOf('\n') + 1) : text;
      return { lines: readLines(whole, { from, to }), truncated: isCut };
    } catch (error) {
      // It went meanwhile, or has not written yet.
      if (hasStatus(error, 404) || hasStatus(error, 400))
        return { lines: [], truncated: false };
      throw error;
    }
  }
}

/** Those that tell of trouble first, where there are too many. */
function mostTelling(lines: LogLine[], limit: number): LogLine[] {
  const inOrder = (some: LogLine[]) => some.sort((a, b) => a.at - b.at);
  if (lines.length <= limit) return inOrder(lines);
  const isGrave = ({ level = '' }: LogLine) => grave.has(level);
  const first = inOrder(lines.filter(isGrave)).slice(0, limit / 2);
  const rest = inOrder(lines.filter(line => !isGrave(line)));
  return inOrder([...first, ...rest.slice(0, limit - first.length)]);
}

function whereOf({ annotations }: LogQuestion): Whereabouts | undefined {
  const where = whereaboutsOf({
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name: 'asked', annotations },
  });
  return checked(where) ? where : undefined;
}

function checked({ selector = '', namespace, cluster }: Whereabouts): boolean {
  return (
    isSelector.test(selector) &&
    (namespace === undefined || isName.test(namespace)) &&
    (cluster === undefined || /^[\w.-]{1,100}$/.test(cluster))
  );
}
