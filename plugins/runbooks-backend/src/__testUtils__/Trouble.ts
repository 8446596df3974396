import type {
  Alert,
  IncidentDetail,
} from '@ghostlight/plugin-incidents-common';
import type { Deployment } from '@ghostlight/plugin-delivery-common';
import type { CorrectionRequest } from '@ghostlight/plugin-slo-common';
import type { StartOptions } from './startRunbooks';

/** Incidents, burn rates and deployments as the other families would tell of them. */
export class Trouble {
  /** By entity. */
  readonly burn = new Map<string, number>();
  readonly incidents = new Map<string, IncidentDetail>();
  readonly alerts = new Map<string, Alert[]>();
  readonly notes: { id: string; text: string; key?: string }[] = [];
  readonly deployments: Deployment[] = [];
  /** Spans of time that were marked. */
  readonly corrections: CorrectionRequest[] = [];
  /** How it was asked what objectives count. */
  readonly spans: ('latest' | 'whole')[] = [];

  private constructor() {}

  static create(): Trouble {
    return new Trouble();
  }

  /** An incident of an entity, with an alert. */
  open(
    id: string,
    entityRef: string,
    alert: { name: string; labels?: Record<string, string> },
    at: string = new Date().toISOString(),
  ): void {
    this.incidents.set(id, {
      id,
      title: alert.name,
      severity: 'SEV2',
      status: 'investigating',
      version: 1,
      startedAt: at,
      entities: [{ entityRef, role: 'origin', since: at }],
      origin: { entityRef, kind: 'entity', reasons: [] },
    } as unknown as IncidentDetail);
    this.alerts.set(id, [
      {
        id: `${id}-1`,
        name: alert.name,
        labels: alert.labels ?? {},
        status: 'firing',
        entityRef,
      } as unknown as Alert,
    ]);
  }

  resolve(id: string): void {
    this.change(id, { status: 'resolved' });
  }

  change(id: string, change: Partial<IncidentDetail>): void {
    const known = this.incidents.get(id)!;
    this.incidents.set(id, {
      ...known,
      version: known.version + 1,
      ...change,
    });
  }

  /** What the test backend is started with. */
  services(): Pick<StartOptions, 'slo' | 'incidents' | 'delivery'> {
    const missing = () =>
      Object.assign(new Error('No such thing'), { name: 'NotFoundError' });
    return {
      slo: {
        listObjectives: async ({ entityRef = [] }) =>
          ({
            items: entityRef
              .filter(ref => this.burn.has(ref))
              .map(ref => ({ ref: `slo:default/of~${ref}` })) as never,
            total: 1,
          } as never),
        listCorrections: async () => this.corrections as never,
        addCorrection: async correction => {
          this.corrections.push(correction);
          return correction as never;
        },
        measure: async ({ ref, latest }) => {
          this.spans.push(latest ? 'latest' : 'whole');
          const burn = this.burn.get(ref.split('~')[1]) ?? 0;
          return {
            ref,
            title: 'availability',
            target: 0.9,
            good: 1_000 - burn * 100,
            total: 1_000,
            asOf: Math.floor(Date.now() / 1000),
          } as never;
        },
      },
      incidents: {
        listIncidents: async ({ status, from }) =>
          ({
            items: [...this.incidents.values()].filter(
              incident =>
                (!status || status.includes(incident.status)) &&
                (!from || incident.startedAt >= from),
            ),
          } as never),
        getIncident: async id => {
          const incident = this.incidents.get(id);
          if (!incident) throw missing();
          return incident;
        },
        listAlerts: async ({ incident = '' }) =>
          ({
            items: this.alerts.get(incident) ?? [],
          } as never),
        getOncall: async () =>
          ({
            levels: [{ now: [{ userRef: 'user:default/nightowl' }] }],
          } as never),
        addNote: async (id, { text, key }) => {
          this.notes.push({ id, text, key });
        },
      },
      delivery: {
        listDeployments: async () =>
          ({ items: this.deployments, total: 1 } as never),
        getGate: async () => ({ checks: [] } as never),
        planRollback: async () => {
          throw missing();
        },
      },
    };
  }
}
