import { createTwoFilesPatch } from 'diff';
import { stringify } from 'yaml';
import type { JsonObject } from '@backstage/types';
import type { ChangedValue } from '@ghostlight/plugin-delivery-common';
import { revisionsOf, sourcesOf, type HistoryRow } from '../argo/Application';
import { canonical } from '../describe/canonical';
import { hideSecrets } from '../manifests/hideSecrets';

/** What two rows of a history were rendered from, where what was rendered is not to be had. */
export function compareSources(
  from: HistoryRow,
  to: HistoryRow,
): { values: ChangedValue[]; diff?: string } {
  const [before, after] = [from, to].map(row =>
    sourcesOf(row).map((source, index) =>
      hideSecrets({
        ...JSON.parse(canonical(source)),
        revision: revisionsOf(row)[index] ?? '',
      }),
    ),
  );
  const values = after.flatMap((source, index) =>
    Object.entries({ ...before[index], ...source }).flatMap(([field]) => {
      const [old, fresh] = [before[index]?.[field], source[field]].map(shown);
      const change: ChangedValue = {
        kind: field === 'revision' ? 'other' : 'config',
        label: after.length > 1 ? `${field} of source ${index + 1}` : field,
        ...(old !== undefined && { from: old }),
        ...(fresh !== undefined && { to: fresh }),
      };
      return old === fresh ? [] : [change];
    }),
  );
  const diff = createTwoFilesPatch(
    'sources now',
    'sources after',
    written(before),
    written(after),
  );
  return { values, ...(values.length && { diff }) };
}

function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return (typeof value === 'string' ? value : canonical(value)).slice(0, 300);
}

function written(sources: JsonObject[]): string {
  return stringify(sources, { sortMapEntries: true });
}
