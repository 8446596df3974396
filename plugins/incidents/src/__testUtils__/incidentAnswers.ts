import type {
  Incident,
  IncidentDetail,
  IncidentPage,
  TimelineEntry,
  IncidentsPaths,
} from '@ghostlight/plugin-incidents-common';
import { Refusal, type Answers } from '@ghostlight/reliability-react/fakes';
import { ago, incident } from './incidents';
import type { World } from './World';

const conflict = new Refusal(
  409,
  'ConflictError',
  'Somebody else has changed it meanwhile',
);
const missing = (what: string) => new Refusal(404, 'NotFoundError', what);

/** The answers about incidents and what belongs to them. */
export function incidentAnswers(world: World): Answers<IncidentsPaths> {
  const { now } = world;
  const iso = () => ago(now, 0);
  const find = (id: string) => world.incidents.find(each => each.id === id);
  const update = (id: string, change: Partial<IncidentDetail>) => {
    const found = find(id);
    if (!found) return missing(`No ${id}`);
    const changed = { ...found, ...change, version: found.version + 1 };
    world.incidents = world.incidents.map(each =>
      each.id === id ? changed : each,
    );
    return changed;
  };
  const tell = (
    id: string,
    entry: Omit<TimelineEntry, 'id' | 'at' | 'count'>,
  ) => {
    const before = world.timelines[id] ?? [];
    const told: TimelineEntry = {
      id: `t${before.length + 1}`,
      at: iso(),
      count: 1,
      author: 'user:default/ana',
      ...entry,
    };
    world.timelines[id] = [told, ...before];
    return told;
  };

  return {
    '/v1/incidents': {
      get: ({ query }) => pageOf(world.incidents, query),
      post: ({ body }) => {
        const declared = incident(now, {
          id: `INC-${String(world.incidents.length + 100).padStart(4, '0')}`,
          title: body.title,
          severity: body.severity,
          summary: body.summary ?? '',
          source: 'manual',
          entities: (body.entityRefs ?? []).map(entityRef => ({
            entityRef,
            role: 'affected' as const,
            since: iso(),
          })),
          startedAt: body.startedAt ?? iso(),
        });
        world.incidents = [declared, ...world.incidents];
        return declared;
      },
    },
    '/v1/incidents/bulk': {
      post: ({ body }) => ({
        items: body.ids.map(id => {
          const found = find(id);
          if (!found) return { id, outcome: 'missing' as const };
          if (!found.may.update) {
            return { id, outcome: 'refused' as const, reason: found.may.who };
          }
          if (body.status && body.status === found.status) {
            return { id, outcome: 'unchanged' as const };
          }
          update(id, {
            ...(body.status ? { status: body.status } : {}),
            ...(body.severity ? { severity: body.severity } : {}),
            ...(body.acknowledge ? { acknowledgedAt: iso() } : {}),
            ...(body.mergeInto ? { mergedInto: body.mergeInto } : {}),
          });
          return { id, outcome: 'changed' as const };
        }),
      }),
    },
    '/v1/incidents/{incidentId}': {
      get: ({ path: [id] }) => find(id) ?? missing(`No incident ${id}`),
      delete: ({ path: [id] }) => {
        world.incidents = world.incidents.filter(each => each.id !== id);
        return undefined;
      },
      put: ({ path: [id], body }) => {
        const { version, mitigated, entityRefs, ...rest } = body;
        if (version !== find(id)?.version) return conflict;
        return update(id, {
          ...rest,
          ...(mitigated ? { mitigatedAt: iso() } : {}),
        });
      },
    },
    '/v1/incidents/{incidentId}/status': {
      post: ({ path: [id], body }) => {
        const from = find(id)?.status;
        tell(id, {
          kind: 'status',
          text: `Status changed from ${from} to ${body.status}`,
          data: { from: from ?? '', to: body.status },
        });
        return update(id, {
          status: body.status,
          resolvedAt: body.status === 'resolved' ? iso() : undefined,
        });
      },
    },
    '/v1/incidents/{incidentId}/acknowledge': {
      post: ({ path: [id] }) =>
        update(id, {
          acknowledgedAt: iso(),
          acknowledgedBy: 'user:default/ana',
        }),
    },
    '/v1/incidents/{incidentId}/notes': {
      post: ({ path: [id], body }) =>
        tell(id, { kind: body.kind ?? 'note', text: body.text }),
    },
    '/v1/incidents/{incidentId}/roles': {
      post: ({ path: [id], body }) => {
        const others = (find(id)?.roles ?? []).filter(
          each => each.role !== body.role,
        );
        const { role, userRef } = body;
        return update(id, {
          roles: userRef
            ? [...others, { role, userRef, since: iso() }]
            : others,
          ...(role === 'commander' ? { commander: userRef } : {}),
        });
      },
    },
    '/v1/incidents/{incidentId}/timeline': {
      get: ({ path: [id], query }) => {
        const kinds = query.getAll('kind');
        return paged(
          (world.timelines[id] ?? []).filter(
            each => kinds.length === 0 || kinds.includes(each.kind),
          ),
          query,
        );
      },
    },
    '/v1/incidents/{incidentId}/merge': {
      post: ({ path: [id], body }) => {
        update(id, { mergedInto: body.into });
        return find(body.into) ?? missing(`No incident ${body.into}`);
      },
    },
    '/v1/incidents/{incidentId}/split': {
      post: ({ path: [id], body }) => {
        const made = incident(now, {
          id: 'INC-0099',
          title: body.title ?? 'Split',
          splitFrom: id,
          alertCount: body.alertIds.length,
        });
        world.incidents = [made, ...world.incidents];
        world.alerts = world.alerts.map(each =>
          body.alertIds.includes(each.id)
            ? { ...each, incidentId: made.id }
            : each,
        );
        return made;
      },
    },
    '/v1/incidents/{incidentId}/graph': {
      get: ({ path: [id] }) =>
        world.graphs[id] ?? { nodes: [], edges: [], truncated: false },
    },
    '/v1/incidents/{incidentId}/related': {
      get: ({ path: [id] }) => ({ items: world.related[id] ?? [] }),
    },
    '/v1/incidents/{incidentId}/responders': {
      get: ({ path: [id] }) => ({ items: world.responders[id] ?? [] }),
    },
    '/v1/incidents/{incidentId}/postmortem': {
      get: ({ path: [id] }) =>
        world.postmortems[id] ?? missing(`No postmortem of ${id}`),
      put: ({ path: [id], body }) => {
        const before = world.postmortems[id];
        if (body.version !== before.version) return conflict;
        world.postmortems[id] = {
          ...before,
          sections: body.sections,
          state: body.publish ? 'published' : 'saved',
          version: before.version + 1,
          updatedAt: iso(),
          updatedBy: 'user:default/ana',
        };
        return world.postmortems[id];
      },
    },
    '/v1/incidents/{incidentId}/postmortem/markdown': {
      get: ({ path: [id] }) => `# Postmortem of ${id}\n`,
    },
    '/v1/incidents/{incidentId}/follow-ups': {
      post: ({ path: [id], body }) => {
        const added = {
          ...body,
          id: `f${(find(id)?.followUps.length ?? 0) + 1}`,
          incidentId: id,
          priority: body.priority ?? ('medium' as const),
          state: 'open' as const,
          createdAt: iso(),
        };
        update(id, { followUps: [...(find(id)?.followUps ?? []), added] });
        return added;
      },
    },
    '/v1/follow-ups': {
      get: () => ({
        items: world.incidents.flatMap(each => each.followUps),
      }),
    },
    '/v1/follow-ups/{id}': {
      put: ({ path: [id], body }) => {
        const of = world.incidents.find(each =>
          each.followUps.some(one => one.id === id),
        );
        const before = of?.followUps.find(one => one.id === id);
        if (!of || !before) return missing(`No follow-up ${id}`);
        const after = { ...before, ...body };
        update(of.id, {
          followUps: of.followUps.map(one => (one.id === id ? after : one)),
        });
        return after;
      },
    },
    '/v1/changes': { get: () => ({ items: world.changes }) },
    '/v1/summary': {
      get: ({ query }) => {
        const entityRef = query.get('entityRef');
        const concerned = world.incidents.filter(
          each =>
            !entityRef ||
            each.entities.some(one => one.entityRef === entityRef) ||
            each.system === entityRef,
        );
        const open = concerned.filter(
          each => each.status !== 'resolved' && !each.mergedInto,
        );
        const alerts = world.alerts.filter(
          each => !entityRef || each.entityRef === entityRef,
        );
        return {
          asOf: iso(),
          open: open.length,
          incidents: [...open].sort(worstFirst).slice(0, 5),
          oncall: entityRef ? world.oncall[entityRef] : undefined,
          lastAlert: alerts[0],
          firing: alerts.filter(each => each.status === 'firing').length,
        };
      },
    },
    '/v1/open-entities': {
      get: () => ({
        items: world.incidents
          .filter(each => each.status !== 'resolved')
          .flatMap(each => each.entities.map(one => one.entityRef)),
      }),
    },
  };
}

function worstFirst(a: Incident, b: Incident): number {
  return (
    a.severity.localeCompare(b.severity) ||
    b.startedAt.localeCompare(a.startedAt)
  );
}

/** One page of a list, by `limit` and `cursor`. */
export function paged<T>(
  items: T[],
  query: URLSearchParams,
): { items: T[]; nextCursor?: string } {
  const start = Number(query.get('cursor') ?? 0);
  const end = start + Number(query.get('limit') ?? 50);
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextCursor: String(end) } : {}),
  };
}

function pageOf(all: IncidentDetail[], query: URLSearchParams): IncidentPage {
  const among = (key: string, ...values: Array<string | undefined>) =>
    !query.has(key) ||
    values.some(value => query.getAll(key).includes(value ?? ''));
  const text = query.get('q')?.toLocaleLowerCase('en');
  const listed = all.filter(each => !each.mergedInto);
  const shown = listed.filter(
    each =>
      among('status', each.status) &&
      among('severity', each.severity) &&
      among('owner', each.owner) &&
      among('system', each.system) &&
      among(
        'entityRef',
        ...each.entities.map(one => one.entityRef),
        each.system,
      ) &&
      (!query.get('from') || each.startedAt >= query.get('from')!) &&
      (!text ||
        `${each.id} ${each.title}`.toLocaleLowerCase('en').includes(text)),
  );
  const sorted =
    query.get('orderBy') === 'severity'
      ? [...shown].sort(worstFirst)
      : [...shown].sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  const open = listed.filter(each => each.status !== 'resolved');
  const count = (severity: string) =>
    open.filter(each => each.severity === severity).length;
  return {
    ...paged<Incident>(sorted, query),
    counts: {
      open: open.length,
      SEV1: count('SEV1'),
      SEV2: count('SEV2'),
      SEV3: count('SEV3'),
      SEV4: count('SEV4'),
    },
  };
}
