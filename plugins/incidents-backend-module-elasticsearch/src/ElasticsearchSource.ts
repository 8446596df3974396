import type { LoggerService } from '@backstage/backend-plugin-api';
import {
  readLabelPairs,
  type LogAnswer,
  type LogLine,
  type LogQuestion,
  type LogSource,
} from '@ghostlight/plugin-incidents-node';
import { VendorClient, VendorError } from '@ghostlight/reliability-node';
import { searchSchema, type Hit } from './answers';
import { isField, type ElasticsearchInstance } from './readInstances';
import { searchOf } from './searchOf';

/** `service.name=payments,service.environment=production` */
export const termsAnnotation = 'ghostlight.dev/elasticsearch-terms';

const longestLine = 4_000;

/**
 * Reads the documents that have the terms of an entity's annotation. Those of a level that tells of trouble
 * come first, then others as far as there is room.
 */
export class ElasticsearchSource implements LogSource {
  readonly name: string;

  private constructor(
    private readonly instance: ElasticsearchInstance,
    private readonly client: VendorClient,
  ) {
    this.name = instance.name;
  }

  static create(options: {
    instance: ElasticsearchInstance;
    logger: LoggerService;
    /** Milliseconds before a repetition. */
    backoffMs?: number;
  }): ElasticsearchSource {
    const { instance, logger, backoffMs } = options;
    const { baseUrl, headers, timeoutMs } = instance;
    return new ElasticsearchSource(
      instance,
      VendorClient.create({
        ...{ vendor: 'Elasticsearch', baseUrl, headers, timeoutMs, logger },
        ...(backoffMs !== undefined && { backoffMs }),
      }),
    );
  }

  knows(question: LogQuestion): boolean {
    return this.termsOf(question) !== undefined;
  }

  async read(question: LogQuestion, signal: AbortSignal): Promise<LogAnswer> {
    const terms = this.termsOf(question);
    if (!terms) return { lines: [], truncated: false };
    const { limit } = question;
    const half = Math.ceil(limit / 2);
    const first = await this.ask(question, terms, half, true, signal);
    const room = Math.max(1, limit - first.hits.length);
    const rest = await this.ask(question, terms, room, false, signal);
    const lines = new Map<string, LogLine>();
    for (const hit of [...first.hits, ...rest.hits]) {
      const line = this.lineOf(hit);
      if (line) lines.set(`${hit._index} ${hit._id}`, line);
    }
    const link = this.linkTo(terms, question);
    return {
      lines: [...lines.values()].sort((a, b) => a.at - b.at),
      truncated:
        first.truncated ||
        rest.truncated ||
        first.hits.length >= half ||
        rest.hits.length >= room,
      ...(link && { link }),
    };
  }

  private termsOf(question: LogQuestion): [string, string][] | undefined {
    const { terms, nameField } = this.instance;
    const { annotations, entityRef } = question;
    const annotation = annotations[termsAnnotation];
    const [, name] = /^component:[^/]+\/(.+)$/.exec(entityRef) ?? [];
    const own =
      annotation !== undefined
        ? readLabelPairs(annotation, isField)
        : nameField && name && [[nameField, name] as [string, string]];
    return own ? [...terms, ...own] : undefined;
  }

  private async ask(
    { from, to }: LogQuestion,
    terms: [string, string][],
    size: number,
    onlyGrave: boolean,
    signal: AbortSignal,
  ): Promise<{ hits: Hit[]; truncated: boolean }> {
    const { instance } = this;
    const indices = instance.indices.map(encodeURIComponent).join(',');
    const path = `/${indices}/_search`;
    const { body } = await this.client.change('POST', path, {
      query: [
        ['ignore_unavailable', 'true'],
        ['allow_no_indices', 'true'],
      ],
      body: searchOf(instance, { terms, from, to, size, onlyGrave }),
      signal,
    });
    const parsed = searchSchema.safeParse(body);
    if (!parsed.success)
      throw new VendorError(
        'bad-answer',
        `Elasticsearch answered a search in another form than expected: ${parsed.error.issues[0].message}`,
      );
    const { hits, timed_out: late } = parsed.data;
    return { hits: hits.hits, truncated: late };
  }

  private lineOf({ fields = {} }: Hit): LogLine | undefined {
    const { timestamp, message, level } = this.instance.fields;
    const at = Math.floor(Number(fields[timestamp]?.[0]));
    const text = fields[message]?.[0];
    const said = fields[level]?.[0];
    if (!Number.isFinite(at) || typeof text !== 'string') return undefined;
    return {
      at,
      ...(typeof said === 'string' && {
        level: said.slice(0, 20).toLowerCase(),
      }),
      text: text.slice(0, longestLine),
    };
  }

  /** Kibana's Discover, with the terms as a query of its own language. */
  private linkTo(terms: [string, string][], { from, to }: LogQuestion) {
    const { kibana } = this.instance;
    if (!kibana) return undefined;
    const query = terms
      .map(([field, value]) => `${field}: ${JSON.stringify(value)}`)
      .join(' and ');
    const quoted = query.replace(/[!']/g, found => `!${found}`);
    const span = [from, to].map(at => new Date(at).toISOString());
    const time = `(time:(from:'${span[0]}',to:'${span[1]}'))`;
    const app = `(query:(language:kuery,query:'${quoted}'))`;
    return `${kibana}/app/discover#/?_g=${encodeURIComponent(
      time,
    )}&_a=${encodeURIComponent(app)}`;
  }
}
