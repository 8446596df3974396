import type { Entity } from '@backstage/catalog-model';
import {
  defaultIncidentRules,
  type IncidentRules,
} from '@ghostlight/plugin-incidents-common';
import { CatalogGraph } from '../../graph';
import { Correlator, type CorrelatedAlert, type Placement } from '..';

export const begin = Date.parse('2026-11-21T12:00:00Z');
export const refOf = (name: string) => `component:default/${name}`;

/** A graph from `{checkout: ['payments']}`: what depends on what. */
export function graphOf(
  dependencies: Readonly<Record<string, readonly string[]>>,
): CatalogGraph {
  const names = new Set([
    ...Object.keys(dependencies),
    ...Object.values(dependencies).flat(),
  ]);
  return CatalogGraph.fromEntities(
    [...names].map(
      (name): Entity => ({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name },
        spec: {
          dependsOn: (dependencies[name] ?? []).map(on => `component:${on}`),
        },
      }),
    ),
  );
}

/** Takes alerts in as the pipeline does: where they are placed, or into a group of their own. */
export class Desk {
  readonly correlator: Correlator;
  readonly groups = new Map<number, number>();
  private next = 1;

  private constructor(graph: CatalogGraph, rules: IncidentRules) {
    this.correlator = Correlator.create({ graph, rules });
  }

  static create(
    dependencies: Readonly<Record<string, readonly string[]>>,
    correlate: Partial<IncidentRules['correlate']> = {},
  ): Desk {
    return new Desk(graphOf(dependencies), {
      ...defaultIncidentRules,
      correlate: { ...defaultIncidentRules.correlate, ...correlate },
    });
  }

  /** An alert of a service, so many seconds after the beginning. */
  alert(
    service: string | undefined,
    seconds: number,
    more: Partial<CorrelatedAlert> = {},
  ): CorrelatedAlert {
    return {
      id: this.next++,
      adapter: 'alertmanager',
      name: 'HighErrorRate',
      title: `${service} answers with errors`,
      entityRef: service && refOf(service),
      severity: 'critical',
      labels: {},
      startsAt: begin + seconds * 1000,
      status: 'firing',
      ...more,
    };
  }

  take(alert: CorrelatedAlert): Placement & { group: number } {
    const placement = this.correlator.place(alert, alert.startsAt);
    const { groupId: group = 1000 + alert.id, merges = [] } = placement;
    this.correlator.put(group, alert);
    this.groups.set(alert.id, group);
    for (const other of merges) {
      this.correlator.merge(group, other);
      for (const [id, home] of this.groups)
        if (home === other) this.groups.set(id, group);
    }
    return { ...placement, group };
  }
}
