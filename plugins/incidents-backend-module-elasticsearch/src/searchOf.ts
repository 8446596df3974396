import type { JsonObject } from '@backstage/types';
import type { ElasticsearchInstance } from './readInstances';

/** Levels that tell of trouble, as loggers write them. */
const grave = ['error', 'fatal', 'critical', 'panic', 'alert', 'emergency'];
const graveLevels = grave.flatMap(level => [
  level,
  level.toUpperCase(),
  level[0].toUpperCase() + level.slice(1),
]);

/** A search: values are terms, never parts of a query in words. */
export function searchOf(
  { fields }: Pick<ElasticsearchInstance, 'fields'>,
  options: {
    terms: readonly [string, string][];
    from: number;
    to: number;
    size: number;
    onlyGrave: boolean;
  },
): JsonObject {
  const { terms, from, to, size, onlyGrave } = options;
  const { timestamp, message, level } = fields;
  return {
    size,
    timeout: '8s',
    track_total_hits: false,
    _source: false,
    fields: [{ field: timestamp, format: 'epoch_millis' }, message, level],
    sort: [{ [timestamp]: { order: 'asc', unmapped_type: 'date' } }],
    query: {
      bool: {
        filter: [
          {
            range: {
              [timestamp]: { gte: from, lt: to, format: 'epoch_millis' },
            },
          },
          ...terms.map(([field, value]) => ({ term: { [field]: { value } } })),
          ...(onlyGrave ? [{ terms: { [level]: graveLevels } }] : []),
        ],
      },
    },
  };
}
