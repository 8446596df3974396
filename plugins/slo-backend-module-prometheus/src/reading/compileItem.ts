import { isError } from '@backstage/errors';
import {
  checkIndicator,
  indicatorQueries,
  shapeOf,
} from '@ghostlight/plugin-slo-common';
import type { IndicatorQuery, QueryShape } from '@ghostlight/plugin-slo-common';
import type { SourceIndicator } from '@ghostlight/plugin-slo-node';
import { PrometheusError } from '../PrometheusError';

/** One query of an indicator: its shape, the values that single it out, and how to read the answer. */
export interface ItemPart {
  name: IndicatorQuery['name'];
  scale: number;
  shape: QueryShape;
  values: string[];
  absent?: number;
}

export type CompiledItem = { parts: ItemPart[] } | { failure: PrometheusError };

/** Above what any installation has; the cache is emptied there. */
const maxCached = 100_000;

function cacheKey(indicator: SourceIndicator): string {
  switch (indicator.kind) {
    case 'ratio':
      return JSON.stringify([
        indicator.counter,
        indicator.good?.query,
        indicator.bad?.query,
        indicator.total.query,
      ]);
    case 'raw':
      return JSON.stringify(['raw', indicator.raw.query]);
    default:
      return JSON.stringify(['threshold', indicator.metric.query]);
  }
}

/**
 * Compiles indicators and remembers the result by the text of their queries: parsing 10,000 of them
 * anew every minute would cost more than asking. Shapes are shared.
 */
export class ItemCompiler {
  private readonly items = new Map<string, CompiledItem>();
  private readonly shapes = new Map<string, QueryShape>();

  constructor(private readonly windowSeconds: number) {}

  compile(indicator: SourceIndicator): CompiledItem {
    const key = cacheKey(indicator);
    const known = this.items.get(key);
    if (known) return known;
    if (this.items.size >= maxCached) {
      this.items.clear();
      this.shapes.clear();
    }
    const compiled = this.compileAnew(indicator);
    this.items.set(key, compiled);
    return compiled;
  }

  private compileAnew(indicator: SourceIndicator): CompiledItem {
    const problem = checkIndicator(indicator).find(f => f.severity === 'error');
    if (problem)
      return {
        failure: new PrometheusError(
          problem.code === 'wrong-type' ? 'wrong-type' : 'bad-query',
          `${problem.path}: ${problem.message}`,
        ),
      };
    try {
      const queries = indicatorQueries(indicator, this.windowSeconds);
      return {
        parts: queries.map(({ name, query, scale }) => {
          const shaped = shapeOf(query);
          const { key } = shaped.shape;
          const shape = this.shapes.get(key) ?? shaped.shape;
          this.shapes.set(key, shape);
          return { name, scale, ...shaped, shape };
        }),
      };
    } catch (error) {
      const message = isError(error) ? error.message : 'Not a PromQL query';
      return { failure: new PrometheusError('bad-query', message) };
    }
  }
}
