import type {
  AlertDetail,
  SuppressionCause,
  IncidentsPaths,
} from '@ghostlight/plugin-incidents-common';
import { Refusal, type Answers } from '@ghostlight/reliability-react/fakes';
import { paged } from './incidentAnswers';
import { ago } from './incidents';
import type { World } from './World';

const views: Record<string, (alert: AlertDetail) => boolean> = {
  open: each => each.status === 'firing' && !each.suppression,
  suppressed: each => each.status === 'firing' && Boolean(each.suppression),
  unresolved: each => each.status === 'firing' && !each.entityRef,
  resolved: each => each.status === 'resolved',
  all: () => true,
};

/** The answers about alerts and the rest of the inbox. */
export function alertAnswers(world: World): Answers<IncidentsPaths> {
  const { now } = world;
  const missing = (what: string) => new Refusal(404, 'NotFoundError', what);
  const update = (id: string, change: Partial<AlertDetail>) => {
    const found = world.alerts.find(each => each.id === id);
    if (!found) return missing(`No alert ${id}`);
    const changed = { ...found, ...change };
    world.alerts = world.alerts.map(each => (each.id === id ? changed : each));
    return changed;
  };
  return {
    '/v1/alerts': {
      get: ({ query }) => {
        const among = (key: string, value: string | undefined) =>
          !query.has(key) || query.getAll(key).includes(value ?? '');
        const text = query.get('q')?.toLocaleLowerCase('en');
        return paged(
          world.alerts.filter(
            each =>
              views[query.get('view') ?? 'all'](each) &&
              among('entityRef', each.entityRef) &&
              among('incident', each.incidentId) &&
              among('severity', each.severity) &&
              among('adapter', each.adapter) &&
              (!text ||
                `${each.name} ${each.title}`
                  .toLocaleLowerCase('en')
                  .includes(text)),
          ),
          query,
        );
      },
    },
    '/v1/alerts/counts': {
      get: () => ({
        open: world.alerts.filter(views.open).length,
        suppressed: world.alerts.filter(views.suppressed).length,
        unresolved: world.alerts.filter(views.unresolved).length,
        quarantined: world.quarantine.length,
      }),
    },
    '/v1/alerts/unsuppress': {
      post: ({ body: { alertIds, kind, causeRef } }) => {
        const meant = world.alerts.filter(
          each =>
            each.suppression &&
            (alertIds?.includes(each.id) ??
              (each.suppression.kind === kind &&
                each.suppression.causeRef === causeRef)),
        );
        meant.forEach(each => update(each.id, { suppression: undefined }));
        return { undone: meant.length, unchanged: 0, refused: 0, left: 0 };
      },
    },
    '/v1/suppressions': {
      get: () => {
        const causes = new Map<string, SuppressionCause>();
        for (const { suppression } of world.alerts.filter(views.suppressed)) {
          if (!suppression) continue;
          const { kind, causeRef = '', reason, said } = suppression;
          const key = `${kind} ${causeRef}`;
          const count = (causes.get(key)?.count ?? 0) + 1;
          causes.set(key, { kind, causeRef, reason, said, count });
        }
        return { items: [...causes.values()] };
      },
    },
    '/v1/findings': {
      get: ({ query }) => {
        const found = world.findings.filter(
          each => each.entityRef === query.get('entityRef'),
        );
        const counts = { critical: 0, high: 0, medium: 0, low: 0, unknown: 0 };
        for (const { severity } of found) counts[severity] += 1;
        return { ...paged(found, query), counts };
      },
    },
    '/v1/alerts/{alertId}': {
      get: ({ path: [id] }) =>
        world.alerts.find(each => each.id === id) ?? missing(`No alert ${id}`),
    },
    '/v1/alerts/{alertId}/unsuppress': {
      post: ({ path: [id] }) => update(id, { suppression: undefined }),
    },
    '/v1/alerts/{alertId}/resolve': {
      post: ({ path: [id] }) =>
        update(id, { status: 'resolved', endsAt: ago(now, 0) }),
    },
    '/v1/quarantine': {
      get: ({ query }) => paged(world.quarantine, query),
    },
    '/v1/quarantine/{id}': {
      delete: ({ path: [id] }) => {
        world.quarantine = world.quarantine.filter(each => each.id !== id);
        return undefined;
      },
    },
    '/v1/quarantine/{id}/retry': {
      post: ({ path: [id] }) => {
        const found = world.quarantine.find(each => each.id === id);
        if (!found) return missing(`No item ${id}`);
        if (found.field) {
          return { outcome: 'quarantined' as const, reason: found.reason };
        }
        world.quarantine = world.quarantine.filter(each => each.id !== id);
        return { outcome: 'accepted' as const };
      },
    },
    '/v1/mappings': {
      get: () => ({ items: world.mappings }),
      post: ({ body }) => {
        const mapping = {
          ...body,
          id: String(world.mappings.length + 20),
          source: 'taught' as const,
          createdBy: 'user:default/ana',
          createdAt: ago(now, 0),
        };
        const [first] = body.matchers;
        const held = world.alerts.filter(
          each => !each.entityRef && each.labels[first.label] === first.value,
        );
        world.mappings = [...world.mappings, mapping];
        held.forEach(each => update(each.id, { entityRef: body.entityRef }));
        return { mapping, applied: held.length };
      },
    },
    '/v1/mappings/{id}': {
      delete: ({ path: [id] }) => {
        world.mappings = world.mappings.filter(each => each.id !== id);
        return undefined;
      },
    },
    '/v1/silences': {
      get: () => ({ items: world.silences }),
      post: ({ body }) => {
        const silence = {
          ...body,
          matchers: body.matchers ?? [],
          id: String(world.silences.length + 30),
          createdBy: 'user:default/ana',
          from: body.from ?? ago(now, 0),
          suppressed: 0,
        };
        world.silences = [...world.silences, silence];
        return silence;
      },
    },
    '/v1/silences/{id}': {
      delete: ({ path: [id] }) => {
        world.silences = world.silences.filter(each => each.id !== id);
        return undefined;
      },
    },
    '/v1/adapters': { get: () => ({ items: world.senders }) },
  };
}
