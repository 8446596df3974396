import type { JsonObject } from '@backstage/types';
import type { EvidenceItem } from '@ghostlight/plugin-incidents-common';
import type { ModelTool } from '@ghostlight/plugin-incidents-node';
import { cleanText, inTime } from '@ghostlight/reliability-node';
import { z } from 'zod';
import type { RecordBook } from '../verify/RecordBook';
import { schemaFor } from '../verify/answers';
import type { FoundRecord, TriageTools } from './TriageTools';

const entity = z.string().describe('Full ref of an entity of the graph.');
const inputs = {
  evidence_detail: z.strictObject({ id: z.string().describe('E1, E2, …') }),
  metric_series: z.strictObject({
    entity,
    metric: z.string().describe('Part of its name, or its kind: cpu, latency.'),
  }),
  logs_of: z.strictObject({
    entity,
    text: z.string().describe('Part of a line; empty for all.'),
  }),
  changes_of: z.strictObject({ entity }),
  similar_incident: z.strictObject({ id: z.string().describe('INC-0042') }),
  runbook_search: z.strictObject({ query: z.string() }),
};
type ToolName = keyof typeof inputs;

const descriptions: Record<ToolName, string> = {
  evidence_detail: 'The whole text of a record that was shortened or left out.',
  metric_series: 'Values of a metric of an entity around the incident.',
  logs_of: 'Log lines of an entity around the incident, with counts.',
  changes_of: 'What was changed of an entity before and during the incident.',
  similar_incident: 'A past incident: its root cause and what solved it.',
  runbook_search: 'Runbooks by words.',
};

const timeout = 8_000;
const mostText = 2_000;
const mostRecords = 5;

export interface ToolResult {
  text: string;
  failed: boolean;
}

/**
 * The tools of one run. What they find is redacted, cut and given the next ids of evidence, so that it can
 * be cited; nothing outside the incident's graph is asked for, and nothing is changed.
 */
export class ToolBox {
  readonly tools: ModelTool[] = (Object.keys(inputs) as ToolName[]).map(
    name => ({
      name,
      description: descriptions[name],
      inputSchema: schemaFor(inputs[name]),
    }),
  );
  private nextId: number;

  private constructor(
    private readonly options: {
      book: RecordBook;
      /** All of the bundle, also what was not sent. */
      all: ReadonlyMap<string, EvidenceItem>;
      tools: TriageTools;
      redact?: (text: string) => { text: string };
    },
  ) {
    const numbers = [...options.all.keys()].map(id => Number(id.slice(1)) || 0);
    this.nextId = numbers.reduce((a, b) => Math.max(a, b), 0) + 1;
  }

  static create(options: {
    book: RecordBook;
    all: ReadonlyMap<string, EvidenceItem>;
    tools: TriageTools;
    redact?: (text: string) => { text: string };
  }): ToolBox {
    return new ToolBox(options);
  }

  /** Never throws: what fails is said to the model. */
  async call(
    name: string,
    input: unknown,
    signal: AbortSignal,
  ): Promise<ToolResult> {
    if (!Object.hasOwn(inputs, name)) return failed('There is no such tool.');
    try {
      const found = await inTime(timeout, late =>
        this.find(name as ToolName, input, AbortSignal.any([signal, late])),
      );
      return typeof found === 'string' ? failed(found) : this.keep(found);
    } catch {
      // What went wrong inside is none of the model's business.
      return failed('It could not be looked up.');
    }
  }

  private async find(
    name: ToolName,
    input: unknown,
    signal: AbortSignal,
  ): Promise<FoundRecord[] | EvidenceItem | string> {
    const { book, all, tools } = this.options;
    const read = inputs[name].safeParse(input);
    if (!read.success) return 'The input has not the form that was asked for.';
    const fields: Partial<
      Record<'id' | 'entity' | 'metric' | 'text' | 'query', string>
    > = read.data;
    const short = (text: string | undefined) => cleanText(text, 200);
    if (name === 'evidence_detail')
      return all.get(fields.id?.trim() ?? '') ?? 'There is no such record.';
    if (name === 'similar_incident')
      return tools.similar({ id: short(fields.id) }, { signal });
    if (name === 'runbook_search')
      return tools.runbooks({ query: short(fields.query) }, { signal });
    const entityRef = book.entityOf(fields.entity ?? '');
    if (!entityRef) return 'There is no such entity in the graph.';
    if (name === 'changes_of') return tools.changes({ entityRef }, { signal });
    if (name === 'logs_of')
      return tools.logs({ entityRef, text: short(fields.text) }, { signal });
    return tools.series(
      { entityRef, metric: short(fields.metric) },
      { signal },
    );
  }

  private keep(found: FoundRecord[] | EvidenceItem): ToolResult {
    const records = Array.isArray(found)
      ? found.slice(0, mostRecords).map(one => this.asEvidence(one))
      : [found];
    this.options.book.show(records);
    return {
      text: JSON.stringify({ records: records.map(asShown) }),
      failed: false,
    };
  }

  private asEvidence(found: FoundRecord): EvidenceItem {
    const clean = (text: string, most: number) => {
      const { redact } = this.options;
      return cleanText(redact ? redact(text).text : text, most);
    };
    const { link: _link, data, ...rest } = found;
    const values = data && JSON.stringify(data);
    return {
      ...rest,
      id: `E${this.nextId++}`,
      title: clean(found.title, 300),
      text: clean(found.text, mostText),
      ...(values &&
        values.length <= mostText && {
          data: JSON.parse(clean(values, mostText)),
        }),
    };
  }
}

function failed(error: string): ToolResult {
  return { text: JSON.stringify({ error }), failed: true };
}

/** A record as a model sees it: without links. */
export function asShown(item: EvidenceItem): JsonObject {
  const {
    id,
    type,
    entityRef,
    at,
    until,
    source,
    title,
    text,
    data,
    truncated,
  } = item;
  return {
    id,
    type,
    ...(entityRef && { entity: entityRef }),
    ...(at && { at }),
    ...(until && { until }),
    source,
    title,
    ...(text && { text }),
    ...(data && Object.keys(data).length && { data: data as JsonObject }),
    ...(truncated && { truncated }),
  };
}
