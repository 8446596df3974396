import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  readLabelPairs,
  type LogAnswer,
  type LogLine,
  type LogQuestion,
  type LogSource,
} from '@ghostlight/plugin-incidents-node';
import { VendorClient } from '@ghostlight/reliability-node';
import { streamsSchema, type Streams } from './answers';
import { isLabel, selectorOf, trouble } from './logQl';
import type { LokiInstance } from './readInstances';

/** `namespace=shop,app=payments` */
export const labelsAnnotation = 'ghostlight.dev/loki-labels';

const path = '/loki/api/v1/query_range';
const longestLine = 4_000;
const levelLabels = ['level', 'detected_level', 'severity', 'lvl'];

/**
 * Reads the lines of the streams that an entity's annotation names by their labels. Lines that tell of
 * trouble come first, then others as far as there is room.
 */
export class LokiSource implements LogSource {
  readonly name: string;

  private constructor(
    private readonly instance: LokiInstance,
    private readonly client: VendorClient,
  ) {
    this.name = instance.name;
  }

  static create(options: {
    instance: LokiInstance;
    logger: LoggerService;
    /** Milliseconds before a repetition. */
    backoffMs?: number;
  }): LokiSource {
    const { instance, logger, backoffMs } = options;
    const { baseUrl, headers, timeoutMs } = instance;
    return new LokiSource(
      instance,
      VendorClient.create({
        ...{ vendor: 'Loki', baseUrl, headers, timeoutMs, logger },
        ...(backoffMs !== undefined && { backoffMs }),
      }),
    );
  }

  knows(question: LogQuestion): boolean {
    return this.selector(question) !== undefined;
  }

  async read(question: LogQuestion, signal: AbortSignal): Promise<LogAnswer> {
    const selector = this.selector(question);
    if (!selector) return { lines: [], truncated: false };
    const { limit } = question;
    const half = Math.ceil(limit / 2);
    const first = await this.ask(
      `${selector} ${trouble}`,
      question,
      half,
      signal,
    );
    const room = Math.max(1, limit - first.length);
    const rest = await this.ask(selector, question, room, signal);
    const lines = new Map<string, LogLine>();
    for (const { key, line } of [...first, ...rest]) lines.set(key, line);
    const link = this.linkTo(selector, question);
    return {
      lines: [...lines.values()].sort((a, b) => a.at - b.at),
      truncated: first.length >= half || rest.length >= room,
      ...(link && { link }),
    };
  }

  private selector(question: LogQuestion): string | undefined {
    const { labels, nameLabel } = this.instance;
    const { annotations, entityRef } = question;
    const annotation = annotations[labelsAnnotation];
    const [, name] = /^component:[^/]+\/(.+)$/.exec(entityRef) ?? [];
    const own =
      annotation !== undefined
        ? readLabelPairs(annotation, isLabel)
        : nameLabel && name && [[nameLabel, name] as [string, string]];
    return own ? selectorOf([...labels, ...own]) : undefined;
  }

  private async ask(
    query: string,
    { from, to }: LogQuestion,
    limit: number,
    signal: AbortSignal,
  ): Promise<{ key: string; line: LogLine }[]> {
    const answer = await this.client.read(streamsSchema, path, {
      query: [
        ['query', query],
        ['start', `${from}000000`],
        ['end', `${to}000000`],
        ['limit', String(limit)],
        ['direction', 'forward'],
      ],
      signal,
    });
    return linesOf(answer).slice(0, limit);
  }

  private linkTo(selector: string, { from, to }: LogQuestion) {
    const { grafana } = this.instance;
    if (!grafana) return undefined;
    const { url, datasource } = grafana;
    const pane = {
      datasource,
      queries: [{ refId: 'A', expr: selector }],
      range: { from: String(from), to: String(to) },
    };
    const query = new URLSearchParams({
      schemaVersion: '1',
      panes: JSON.stringify({ a: pane }),
    });
    return `${url}/explore?${query}`;
  }
}

function linesOf({ data }: Streams): { key: string; line: LogLine }[] {
  return data.result
    .flatMap(({ stream, values }) => {
      const label = levelLabels.find(name => stream[name]);
      const level = label && stream[label].slice(0, 20).toLowerCase();
      return values.map(([nanoseconds, text]) => ({
        key: `${nanoseconds} ${text}`,
        line: {
          at: Number(nanoseconds.slice(0, -6) || '0'),
          ...(level && { level }),
          text: text.slice(0, longestLine),
        },
      }));
    })
    .sort((a, b) => a.line.at - b.line.at);
}
