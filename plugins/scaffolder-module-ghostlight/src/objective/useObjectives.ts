import { RELATION_PART_OF } from '@backstage/catalog-model';
import { fetchApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  createSloClient,
  type SloComponents,
} from '@ghostlight/plugin-slo-common';
import { dataOf, useLiveQuery } from '@ghostlight/reliability-react';

type Objective = SloComponents['schemas']['Objective'];

/** Objectives that are offered; the form is no place for more. */
export const MOST_SHOWN = 20;

/** What slo knows of an entity and, unless `only` is given, of the rest of its system. */
export interface KnownObjectives {
  items: Objective[];
  /** That are not among the items. */
  more: number;
  signals?: SloComponents['schemas']['SignalValues'];
}

/** Asks slo once; a form is not a dashboard. */
export function useObjectives(entityRef: string | undefined, only?: 'own') {
  const { fetch } = useApi(fetchApiRef);
  const catalog = useApi(catalogApiRef);
  return useLiveQuery<KnownObjectives>({
    key: `scaffolder-objectives ${entityRef} ${only}`,
    enabled: entityRef !== undefined,
    pollEvery: 3_600_000,
    async load(signal) {
      const client = createSloClient({ baseUrl: 'plugin://slo', fetch });
      const list = (query: { entityRef?: string[]; system?: string[] }) =>
        dataOf(
          client.request('get', '/v1/objectives', {
            params: {
              query: { ...query, orderBy: 'title', limit: MOST_SHOWN },
            },
            signal,
          }),
        );
      const ref = entityRef ?? '';
      const [own, system, signals] = await Promise.all([
        list({ entityRef: [ref] }),
        only ? undefined : systemOf(ref),
        // Without metrics of its own an entity has none, and that is no failure.
        dataOf(
          client.request('get', '/v1/signals', {
            params: { query: { entityRef: ref } },
            signal,
          }),
        ).catch(() => undefined),
      ]);
      const rest = system ? await list({ system: [system] }) : undefined;
      const known = new Set(own.items.map(item => item.ref));
      const others = (rest?.items ?? []).filter(
        item => !known.has(item.ref) && item.kind !== 'composite',
      );
      const all = [
        ...own.items.filter(item => only || item.kind !== 'composite'),
        ...others,
      ];
      const total = Math.max(own.totalItems, rest?.totalItems ?? 0);
      const items = all.slice(0, MOST_SHOWN);
      return {
        items,
        more: Math.max(total - MOST_SHOWN, all.length - items.length, 0),
        signals: signals?.latest,
      };
    },
  });

  async function systemOf(ref: string): Promise<string | undefined> {
    const entity = await catalog.getEntityByRef(ref);
    return entity?.relations?.find(
      ({ type, targetRef }) =>
        type === RELATION_PART_OF && targetRef.startsWith('system:'),
    )?.targetRef;
  }
}
