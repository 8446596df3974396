import type { Entity } from '@backstage/catalog-model';
import type { RunbooksService } from '@ghostlight/plugin-runbooks-node';
import type { SloService } from '@ghostlight/plugin-slo-node';
import type { Knex } from 'knex';
import { CatalogGraph } from '../../../plugins/incidents-backend/src/graph';
import { RelatedIndex } from '../../../plugins/incidents-backend/src/learning';
import { EvidenceCollector } from '../../../plugins/incidents-backend/src/triage/evidence';
import { silentLogger } from '../../shared/silentLogger';
import { minute, nameOf, now, refOf, sizes } from './benchIncident';

/** Other families answer at once and with as much as they do at most: their time is theirs. */
export function collectorOf(db: Knex): EvidenceCollector {
  const entities = Array.from(
    { length: sizes.entities },
    (_, n): Entity => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name: nameOf(n), namespace: 'default' },
      spec: { type: 'service' },
      relations: n % 25 ? [{ type: 'dependsOn', targetRef: refOf(n - 1) }] : [],
    }),
  );
  const slo: Partial<SloService> = {
    listObjectives: async () => ({ items: [] } as never),
    getSignals: async (entityRef: string) =>
      ({
        entityRef,
        asOf: now / 1000,
        source: { name: 'default', type: 'prometheus', state: 'ok' },
        latest: {},
        endpoints: [],
        history: Array.from({ length: 120 }, (_, n) => ({
          at: now / 1000 + (n - 100) * 60,
          p99: n < 100 ? 0.2 : 3,
          traffic: 50,
          errors: n < 100 ? 0.001 : 0.3,
        })),
      } as never),
  };
  const runbooks: Partial<RunbooksService> = {
    listSuggestions: async () => [],
  };
  return EvidenceCollector.create({
    context: {
      db,
      graph: CatalogGraph.fromEntities(entities),
      now: () => now + 5 * minute,
    },
    slo: slo as SloService,
    runbooks: runbooks as RunbooksService,
    related: RelatedIndex.create({ db }),
    oncall: {
      of: async entityRef => ({
        entityRef,
        owners: [],
        levels: [],
        asOf: new Date(now).toISOString(),
      }),
    },
    logSources: new Map(),
    logger: silentLogger,
    patienceMs: 60_000,
  });
}
